import { utcMonday } from "d3";
import type { Fact } from "#kit/facts.ts";
import { numeric } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { Day } from "./days.ts";
import { type Derived, holdingsOf, made, relations } from "./derived.ts";
import { otherShare, userShare } from "./facts/daily.ts";
import { type Holding, type Measure, measures, total } from "./holdings.ts";
import { independent, type KindOf, none, research } from "./kinds.ts";
import { datedRows, type Population } from "./populations.ts";
import type { listedOwners } from "./tables.ts";

/** Shares of one whole by kind of owner, which add up to one with those of no known kind. */
export function sharesBy(rows: readonly Holding[], kindOf: KindOf, measure: Measure) {
  const whole = total(rows, measure);
  const of = (counts: (row: Holding) => boolean): number => total(rows, measure, counts) / whole;
  const kinds = (...named: readonly string[]): number => of(({ owner }) => named.includes(kindOf(owner) ?? ""));
  const nameless = of(({ owner }) => owner === none);
  return {
    amount: whole,
    ...{ industry: kinds("industry"), research: kinds(...research.kinds), independent: kinds(...independent.kinds) },
    ...{ nameless, unclassified: of(({ owner }) => kindOf(owner) === null) - nameless },
  };
}

/** Owners, models and downloads of every population by kind of owner. */
export function holdingFrame(populations: readonly Population[], kindOf: KindOf) {
  return populations.flatMap(({ short, basis, rows }) =>
    measures.map((measure) => ({ listing: short, day: basis.asOf, measure, ...sharesBy(rows, kindOf, measure) })),
  );
}

/** Models of the listing of 2022 by the year of their creation and kind of owner; null where it is not at hand. */
export function createdFrame(rows: readonly Row<typeof listedOwners>[], kindOf: KindOf) {
  const dated = datedRows(rows);
  const years = [...new Set(dated.flatMap(({ created_year: year }) => (year === null ? [] : [year])))].sort();
  if (years.length === 0) return null;
  return years.map((year) => {
    const own = dated.filter(({ created_year }) => created_year === year);
    return { year: String(year), ...sharesBy(own, kindOf, "models") };
  });
}

/** What companies and independents have of downloads, as it is and counted otherwise. */
export function otherwiseFrame(facts: Readonly<Record<string, Fact>>) {
  return (["industry", "independent"] as const).flatMap((group) => {
    const fact = facts[`${group}-downloads`] as Fact;
    const ways = [{ label: headline, value: numeric(fact), bounds: fact.bounds }, ...fact.variants];
    return ways.map(({ label, value, bounds }) => ({
      ...{ group, count: label, share: value },
      ...{ lower: bounds?.lower ?? value, upper: bounds?.upper ?? value },
    }));
  });
}

/** What the way to count that leads is called. */
export const headline = "as counted here";

/** What accounts of users have on the last listing of each week; null where no listing is at hand. */
export function dailyFrame(days: readonly Day[]) {
  if (days.length === 0) return null;
  const weekly = new Map(days.map((day) => [utcMonday.floor(new Date(day.day)).toISOString(), day]));
  return [...weekly.values()].map((day) => ({
    day: day.day,
    user: userShare(day),
    other_users: otherShare(day),
    models: day.models,
  }));
}

/** Who adapts and redistributes, by relation and list; null where no list is at hand. */
export function derivedFrame(all: readonly Derived[], kindOf: KindOf) {
  const rows = all.flatMap(({ short, basis, rows: own }) =>
    relations.flatMap((relation) => {
      const holdings = holdingsOf(own, relation);
      const shares = total(holdings, "models") === 0 ? [] : [sharesBy(holdings, kindOf, "models")];
      return shares.map((share) => ({ listing: short, day: basis.asOf, relation: made[relation], ...share }));
    }),
  );
  return rows.length === 0 ? null : rows;
}

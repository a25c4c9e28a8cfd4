import type { Basis } from "#kit/coverage.ts";
import { count, date, type Fact, ratio, share, sum } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { Listed } from "../listed.ts";
import { basisOf } from "../population.ts";
import { largestNamespaces } from "../tables/created.ts";
import type { busiestDays } from "../tables.ts";
import { plural } from "../wording.ts";

type Facts = Readonly<Record<string, Fact>>;

/** The newest listing of a kind: its size, what of it has no date, what few namespaces hold, and what it added lately. */
export function listedFacts(listed: Listed, whole: Basis): Facts {
  const { kind, series, totals } = listed;
  const name = plural[kind];
  const basis = basisOf(whole, kind, series);
  const of = (value: number, unit: "models" | "datasets" | "namespaces", definition: string): Fact =>
    count({ value, unit, definition, basis });
  const part = (value: number, definition: string): Fact =>
    share({ part: value, whole: totals.repositories, unknown: 0, n: totals.repositories, definition, basis });
  return {
    [`${name}-listed`]: of(totals.repositories, name, `Public ${name} in the newest complete listing at hand.`),
    [`${name}-day`]: date({
      value: series.day,
      n: totals.repositories,
      definition: `Day of the newest listing of ${name} at hand.`,
      basis,
    }),
    [`${name}-namespaces`]: of(
      totals.owners,
      "namespaces",
      `Namespaces with ${name} in that listing, without regard to case; names without a namespace count as one.`,
    ),
    [`${name}-undated`]: of(series.undated, name, `Listed ${name} whose day of creation is not known.`),
    [`${name}-bare`]: of(listed.bare, name, `Listed ${name} whose name has no namespace.`),
    [`${name}-of-largest`]: part(
      listed.ofLargest,
      `Share of listed ${name} that belong to the ${largestNamespaces} namespaces with the most.`,
    ),
    [`${name}-undownloaded`]: part(
      totals.repositories - totals.downloaded,
      `Share of listed ${name} without a download in the 30 days before the listing.`,
    ),
    ...(totals.downloads_30d === null
      ? {}
      : {
          [`${name}-downloads`]: sum({
            value: totals.downloads_30d,
            unit: "downloads",
            n: totals.repositories,
            definition: `Downloads of all listed ${name} in the 30 days before the listing.`,
            basis,
          }),
        }),
    ...flow(listed, basis),
  };
}

/** The last whole month of a listing beside the same month of the year before, and the month with the most. */
function flow({ kind, series }: Listed, basis: Basis): Facts {
  const name = plural[kind];
  const [last, before] = [series.months.at(-1), series.months.at(-13)];
  if (last === undefined) return {};
  const created = (ends: string): string =>
    `${name} created in the month that ends on ${ends} and still listed on ${series.day}`;
  const month = (value: number, ends: string): Fact =>
    count({ value, unit: name, definition: `Number of ${created(ends)}.`, basis });
  return {
    [`${name}-last-month`]: month(last.created, last.ends),
    [`${name}-last-month-day`]: date({
      value: last.ends,
      n: last.created,
      definition: `Last day of the last whole month of the listing of ${name}.`,
      basis,
    }),
    [`${name}-first-month-day`]: date({
      value: series.months[0]?.ends ?? "",
      n: series.months.length,
      definition: `Last day of the first month of the listing of ${name}.`,
      basis,
    }),
    ...(before === undefined || before.created === 0
      ? {}
      : {
          [`${name}-month-before`]: month(before.created, before.ends),
          [`${name}-month-ratio`]: ratio({
            numerator: last.created,
            denominator: before.created,
            n: last.created,
            definition: `Number of ${created(last.ends)}, over those of the same month of the year before.`,
            basis,
          }),
        }),
  };
}

/** The day on which most of what is listed was created, and the part of one namespace in it. */
export function busiestFacts(rows: readonly Row<typeof busiestDays>[], listed: Listed, whole: Basis): Facts {
  const { kind, series } = listed;
  const name = plural[kind];
  const own = rows.filter((row) => row.kind === kind && row.source === series.source && row.observed_on === series.day);
  const [top] = own.toSorted((a, b) => b.repositories - a.repositories || (a.created_on < b.created_on ? -1 : 1));
  if (top === undefined) return {};
  const basis = basisOf(whole, kind, series);
  const day = `on ${top.created_on}, the busiest day of the listing of ${name}`;
  return {
    [`${name}-busiest-day`]: date({
      value: top.created_on,
      n: top.repositories,
      definition: `Day on which most of the listed ${name} were created.`,
      basis,
    }),
    [`${name}-busiest`]: count({
      value: top.repositories,
      unit: name,
      definition: `Listed ${name} created ${day}.`,
      basis,
    }),
    [`${name}-busiest-part`]: count({
      value: top.of_first,
      unit: name,
      definition: `Listed ${name} of one namespace created ${day}.`,
      basis,
    }),
  };
}

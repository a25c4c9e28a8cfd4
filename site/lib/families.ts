import type { Fact } from "#kit/facts.ts";
import { units } from "#kit/units.ts";
import { grouped, populationOf } from "./words.ts";

/** Facts of one population in one unit. */
export interface Family {
  readonly unit: string;
  readonly facts: readonly (readonly [id: string, fact: Fact])[];
}

/** Families of one population. */
export interface Population {
  readonly name: string;
  readonly families: readonly Family[];
}

/** The families of a chapter's facts by population, both in the order in which they first occur. */
export function familiesOf({ facts }: { readonly facts: ReadonlyMap<string, Fact> }): Population[] {
  const populations = Map.groupBy(facts, ([, { basis }]) => populationOf(basis));
  return [...populations].map(([name, all]) => {
    const families = Map.groupBy(all, ([, { unit }]) => units[unit]);
    return { name, families: [...families].map(([unit, facts]) => ({ unit, facts })) };
  });
}

/** Denominators of a family: none, the one that all share, or from the least to the most. */
export function denominators({ facts }: Family): string {
  return span(facts.flatMap(([, { of, unit }]) => (of === null || unit === "times" ? [] : [of])));
}

/** Day to which the evidence of a family goes, ISO; the first and the last where its facts differ. */
export function evidenceDays({ facts }: Family): string {
  const days = [...new Set(facts.map(([, { basis }]) => basis.asOf))].sort();
  return days.length < 2 ? (days[0] ?? "") : `${days[0]} to ${days.at(-1)}`;
}

/** How many facts of a family could be otherwise, and why: "12 with variants, 3 with bounds". */
export function openness({ facts }: Family): string {
  const count = (holds: (fact: Fact) => boolean): number => facts.filter(([, fact]) => holds(fact)).length;
  const parts = [
    [count(({ variants }) => variants.length > 0), "with variants"],
    [count(({ bounds }) => bounds !== null), "with bounds"],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return said.length === 0 ? "none" : said.join(", ");
}

function span(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return "none";
  return least === most ? rounded(least) : `${rounded(least)} to ${rounded(most)}`;
}

function rounded(value: number): string {
  return grouped(Number.isInteger(value) ? value : Number(value.toPrecision(3)));
}

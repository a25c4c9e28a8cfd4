import type { Basis } from "#kit/coverage.ts";
import type { Fact } from "#kit/facts.ts";
import { measureOf } from "#kit/measure.ts";
import { type Published, scaled } from "#kit/published.ts";
import { type Unit, units } from "#kit/units.ts";

/** Published figures by id, for the arithmetic between them. */
export interface Quoted {
  /** The published number in the unit of facts; throws for an id that the registry lacks. */
  number(id: string): number;
  /** The same as a fact, so that a claim can cite it. */
  fact(id: string): Fact;
  /** Days from the end of one figure's period to that of another. */
  days(from: string, to: string): number;
  /** What a number made of published numbers alone stands on. */
  readonly basis: Basis;
}

/** The population of everything that is worked out from published numbers. */
export const arithmetic = "published numbers, which are not evidence of this edition";

const dayMs = 86_400_000;

/** Opens the registry of published figures for arithmetic. */
export function quote(published: readonly Published[]): Quoted {
  const row = (id: string): Published => {
    const found = published.find((one) => one.id === id);
    if (found === undefined) throw new Error(`published-figures.csv has no figure "${id}"`);
    return found;
  };
  const ends = published.flatMap(({ window_end: end }) => end ?? []).sort();
  const basis = { population: arithmetic, complete: false, asOf: ends.at(-1) ?? "", tables: [], sources: [] };
  const end = (id: string): number => Date.parse(row(id).window_end ?? "");
  return {
    basis,
    number: (id) => scaled(row(id)),
    fact: (id) => told(scaled(row(id)), unitOf(row(id)), `Published: ${row(id).statement}.`, basis),
    days: (from, to) => (end(to) - end(from)) / dayMs,
  };
}

/** A number that is worked out, with nothing counted behind it. */
export function told(value: number, unit: Unit, definition: string, basis: Basis): Fact {
  return { value, unit, definition, n: null, of: null, basis, bounds: null, variants: [] };
}

function unitOf({ unit, id }: Published): Unit {
  const { of } = measureOf(unit);
  const found =
    of === "percent" || of === "share" ? "share" : Object.entries(units).find(([, words]) => words === of)?.[0];
  if (found === undefined) throw new Error(`published figure "${id}" is in ${unit}, which no fact has`);
  return found as Unit;
}

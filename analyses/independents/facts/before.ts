import { narrow } from "#kit/coverage.ts";
import type { Evidence } from "#kit/define.ts";
import { count, type Fact } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { byOwner } from "../holdings.ts";
import { datedRows, type Population } from "../populations.ts";
import type { listedOwners } from "../tables.ts";
import { holdingFacts } from "./holdings.ts";

/** The year that the published shares of earlier years end before. */
export const turn = 2022;

/** Models of the listing of 2022 that were created before that year, by kind of owner. */
export function beforeOf({ rows, basis }: Evidence<typeof listedOwners>): Population | null {
  const own = datedRows(rows).filter(({ created_year: year }) => year !== null && year < turn);
  const [first] = own;
  if (first === undefined) return null;
  const words = `the Hugging Face Hub that were created before ${turn} and listed in October ${turn}`;
  return {
    prefix: "before-",
    words,
    short: `created before ${turn}`,
    rows: byOwner(own),
    basis: { ...narrow(basis, { population: `models of ${words}`, asOf: first.observed_on }), sources: [first.source] },
  };
}

/** Models of the listing of 2022 whose day of creation is known. */
export function datedFact({ rows, basis }: Evidence<typeof listedOwners>): Record<string, Fact> {
  const own = datedRows(rows).filter(({ created_year: year }) => year !== null);
  const [first] = own;
  if (first === undefined) return {};
  const population = `models of the Hugging Face Hub in October ${turn} whose day of creation is known`;
  return {
    "dated-models": count({
      value: own.reduce((sum, { models }) => sum + models, 0),
      unit: "models",
      definition: `All ${population}.`,
      basis: { ...narrow(basis, { population, asOf: first.observed_on }), sources: [first.source] },
    }),
  };
}

/** Their shares; none where the listing has no such model. */
export function beforeFacts(before: Population | null, reference: Reference): Record<string, Fact> {
  if (before === null) return {};
  const all = holdingFacts(before, reference);
  return Object.fromEntries(Object.entries(all).filter(([id]) => !id.endsWith("-owners")));
}

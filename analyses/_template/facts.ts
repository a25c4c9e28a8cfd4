import { sum } from "d3";
import type { Basis } from "#kit/coverage.ts";
import { count, date, share } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { stated } from "./tables.ts";

/** The numbers of the chapter, each with its definition, n and denominator. */
export function factsOf(rows: readonly Row<typeof stated>[], basis: Basis) {
  const models = sum(rows, (row) => row.models);
  const sized = sum(rows, (row) => (row.sized ? row.models : 0));
  return {
    models: count({ value: models, unit: "models", definition: "Models in the listing, each counted once.", basis }),
    sized: share({
      ...{ part: sized, whole: models, unknown: 0, n: models, basis },
      definition: "Models whose number of parameters is known from their repository, among all in the listing.",
    }),
    day: date({ value: basis.asOf, definition: "Day that the listing speaks of.", basis }),
  };
}

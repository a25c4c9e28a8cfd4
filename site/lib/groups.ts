import type { Basis } from "#kit/coverage.ts";
import type { PrintedFact } from "./print/types.ts";

/** Facts that rest on one population, the same tables and the same sources. */
export interface Group {
  readonly basis: Basis;
  readonly facts: readonly (readonly [string, PrintedFact])[];
}

/** A chapter's facts by what they rest on, in the order in which each basis first occurs. */
export function groupsOf(facts: ReadonlyMap<string, PrintedFact>): Group[] {
  const groups = Map.groupBy([...facts], ([, { basis }]) => {
    const { population, complete, tables, sources } = basis;
    return JSON.stringify([population, complete, tables, sources]);
  });
  return [...groups.values()].flatMap((group) =>
    group[0] === undefined ? [] : { basis: group[0][1].basis, facts: group },
  );
}

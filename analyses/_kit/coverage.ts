/** What a number stands on. */
export interface Basis {
  /** Who or what was counted, in words that a sentence can use. */
  readonly population: string;
  /** Whether the population is the whole Hub. */
  readonly complete: boolean;
  /** Date of the newest evidence. */
  readonly asOf: string;
  /** Evidence tables, as `analysis/table`. */
  readonly tables: readonly string[];
  /** Ids of the source records. */
  readonly sources: readonly string[];
}

/** The same basis for a narrower population, which is never the whole Hub, or for an earlier day. */
export function narrow(basis: Basis, to: Partial<Pick<Basis, "population" | "asOf">>): Basis {
  return { ...basis, ...to, complete: basis.complete && to.population === undefined };
}

/** One basis for a number that rests on several tables: the union, as of the newest. */
export function joint(...all: readonly [Basis, ...Basis[]]): Basis {
  const unique = (pick: (basis: Basis) => readonly string[]) => [...new Set(all.flatMap(pick))].sort();
  return {
    population: [...new Set(all.map((basis) => basis.population))].join("; "),
    complete: all.every((basis) => basis.complete),
    asOf: all.map((basis) => basis.asOf).reduce((a, b) => (a > b ? a : b)),
    tables: unique((basis) => basis.tables),
    sources: unique((basis) => basis.sources),
  };
}

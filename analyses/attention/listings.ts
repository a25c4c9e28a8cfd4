import { type Basis, narrow } from "#kit/coverage.ts";
import type { Evidence } from "#kit/define.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { crawlClasses, crawlRanks } from "./tables.ts";
import { wording } from "./wording.ts";

export type RankRow = Row<typeof crawlRanks>;
export type ClassRow = Row<typeof crawlClasses>;

/** The models of one part on one day: its first ranks, and all of them in classes. */
export interface Listing {
  /** Begins the ids of its facts; empty for the listing that leads the chapter. */
  readonly id: string;
  readonly part: string;
  readonly day: string;
  /** Name of the part, as labels have it. */
  readonly label: string;
  readonly basis: Basis;
  /** The first by likes, downloads or discussions. */
  readonly first: readonly RankRow[];
  /** All models, by pairs of measures; of a part's last two days alone. */
  readonly classes: readonly ClassRow[];
}

/** Evidence of ranks and of classes, of the crawls or of the lists. */
export interface Pair {
  readonly ranks: Evidence<typeof crawlRanks>;
  readonly classes: Evidence<typeof crawlClasses>;
}

/** The id of a listing's fact. */
export function idOf({ id }: Pick<Listing, "id">, name: string): string {
  return id === "" ? name : `${id}-${name}`;
}

const lists: Readonly<Record<string, Pick<Listing, "id" | "label"> & { readonly population: string }>> = {
  radar: {
    id: "radar",
    label: "HF//RADAR",
    population: "models that HF//RADAR follows, mostly created in August 2026",
  },
  "hub-stats-sample": {
    id: "sample",
    label: "Evaluated models",
    population: "models of the Hub that public evaluations name",
  },
};

/** Every crawl, or snapshot of the complete Hub, oldest first; the last leads the chapter. */
export function mainListings(pair: Pair): Listing[] {
  return daysOf(pair, (part) => part !== "osir-lmts-panel").map((one) => ({
    ...one,
    ...{ id: "", label: wording(one.basis).label },
  }));
}

/** The fixed panel of namespaces on each crawl; none of the complete Hub. */
export function panelListings(pair: Pair): Listing[] {
  return daysOf(pair, (part) => part === "osir-lmts-panel").map((one) => ({
    ...one,
    ...{ id: "panel", label: "Fixed panel" },
  }));
}

/** The lists that the edition has, the newest first. */
export function listListings(pair: Pair | null): Listing[] {
  if (pair === null) return [];
  return daysOf(pair, () => true)
    .map((one) => {
      const { id, label, population } = lists[one.part] ?? { id: one.part, label: one.part, population: one.part };
      return { ...one, id, label, basis: { ...narrow(one.basis, { population }), sources: [one.part] } };
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

function daysOf({ ranks, classes }: Pair, wanted: (part: string) => boolean): Omit<Listing, "id" | "label">[] {
  const own = ranks.rows.filter(({ part }) => wanted(part));
  const found = new Map(own.map(({ part, observed_on }) => [`${part} ${observed_on}`, { part, day: observed_on }]));
  const on = ({ part, day }: { part: string; day: string }) => {
    return (row: { part: string; observed_on: string }): boolean => row.part === part && row.observed_on === day;
  };
  return [...found.values()]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map((one) => ({
      ...one,
      basis: narrow(ranks.basis, { asOf: one.day }),
      first: own.filter(on(one)),
      classes: classes.rows.filter(on(one)),
    }));
}

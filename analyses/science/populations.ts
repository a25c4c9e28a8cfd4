import { type Basis, narrow } from "#kit/coverage.ts";
import type { Unit } from "#kit/units.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { scienceDownloads, scienceOwners } from "./tables.ts";

export type GroupRow = Row<typeof scienceDownloads>;
export type OwnerRow = Row<typeof scienceOwners>;

/** Repositories that are counted together, by themselves: a list of models, or the models or datasets of the Hub. */
export interface Population {
  readonly source: string;
  readonly kind: string;
  /** models or datasets: the noun, and the unit of its counts. */
  readonly noun: Unit & ("models" | "datasets");
  /** Who is counted, in words that follow "of". */
  readonly words: string;
  /** The same in a word or two, for labels. */
  readonly short: string;
  /** Where a domain may be said: "own tags or name", or the name alone where the source has no tags. */
  readonly sayings: string;
  readonly basis: Basis;
}

interface Spoken {
  readonly words: string;
  readonly short: string;
  /** Whether the source has tags that can say a science. */
  readonly tagged?: boolean;
}

/** How lists are spoken of. */
const lists: Readonly<Record<string, Spoken>> = {
  radar: { words: "models that HF//RADAR follows, mostly created in August 2026", short: "HF//RADAR" },
  "model-cards-2022": { words: "models of the Hub in October 2022", short: "the Hub's models", tagged: false },
  "dataset-cards-2023": { words: "datasets of the Hub in March 2023", short: "the Hub's datasets", tagged: false },
  "hub-stats-sample": { words: "models of the Hub that public evaluations name", short: "evaluated models" },
};

/**
 * The populations of the evidence, the one that leads the chapter first: the list with most repositories, or the
 * models of the Hub; then the other list, or the Hub's datasets, if there are any.
 */
export function populationsOf(rows: readonly GroupRow[], basis: Basis): readonly Population[] {
  const all = rows.filter(({ domain }) => domain === "(all)");
  const leads = (a: GroupRow, b: GroupRow): number =>
    Number(b.kind === "model") - Number(a.kind === "model") || b.repositories - a.repositories;
  return [...all].sort(leads).map(({ source, kind, observed_on }) => {
    const noun = kind === "dataset" ? "datasets" : "models";
    const hub = { words: `${noun} of the Hugging Face Hub`, short: `the Hub's ${noun}` };
    const { words, short, tagged = true }: Spoken = lists[source] ?? hub;
    const own =
      basis.complete && tagged
        ? narrow(basis, { asOf: observed_on })
        : { ...basis, population: words, asOf: observed_on };
    const sayings = tagged ? "own tags or name" : "name";
    return { source, kind, noun, words, short, sayings, basis: { ...own, sources: [source] } };
  });
}

/** The rows of one population. */
export function rowsOf<R extends { readonly source: string; readonly kind: string }>(
  rows: readonly R[],
  { source, kind }: Pick<Population, "source" | "kind">,
): R[] {
  return rows.filter((row) => row.source === source && row.kind === kind);
}

import type { Basis } from "#kit/coverage.ts";
import { narrow } from "#kit/coverage.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { type End, endsOf, type LineageRow, type Reach, several } from "./ends.ts";
import { companyOf, isPooled, type Publishers, publishersOf } from "./publishers.ts";
import { reuploaders } from "./reuploaders.ts";
import type { edges } from "./tables.ts";
import type { Belongs, Merging } from "./tally.ts";

export type EdgeRow = Row<typeof edges>;

/** One list of models whose bases are walked by themselves. */
export interface Population {
  /** Begins the ids of its facts; empty for the one that leads the chapter. */
  readonly prefix: "" | "evaluated-" | "radar-";
  /** In a few words, for labels. */
  readonly label: string;
  readonly rows: readonly LineageRow[];
  readonly edges: EdgeRow;
  readonly basis: Basis;
  readonly publishers: Publishers;
  readonly reuploaders: ReadonlySet<string>;
}

/** One way to count: which models, how those with several bases, and whether names of copies are believed. */
export interface Way {
  readonly label: string;
  readonly keeps: (row: LineageRow, reach: Reach) => boolean;
  readonly merging: Merging;
  readonly named: boolean;
}

const lists: Readonly<Record<string, Pick<Population, "prefix" | "label"> & { readonly words: string }>> = {
  "textgen-lineage": { prefix: "", label: "Text generation", words: "" },
  hub: { prefix: "", label: "The whole Hub", words: "" },
  "hub-stats-sample": {
    ...{ prefix: "evaluated-", label: "Models in public evaluations" },
    words: "models that public evaluations name",
  },
  radar: {
    ...{ prefix: "radar-", label: "Models of HF//RADAR" },
    words: "models that HF//RADAR follows, mostly created in August 2026",
  },
};

/** The lists of a table, each with what its own rows and the registry say. */
export function populationsOf(
  { rows, basis }: { readonly rows: readonly LineageRow[]; readonly basis: Basis },
  all: readonly EdgeRow[],
  reference: Reference,
): Population[] {
  const publishers = publishersOf(reference);
  return all.map((edges) => {
    const named = lists[edges.source];
    if (named === undefined)
      throw new Error(`edges has a list that no words fit, ${edges.source}: name it in population.ts`);
    const own = rows.filter(({ source }) => source === edges.source);
    const { words, ...rest } = named;
    const on = narrow(basis, { asOf: edges.observed_on, ...(words === "" ? {} : { population: words }) });
    return {
      ...{ ...rest, rows: own, edges, publishers, reuploaders: reuploaders(own, publishers) },
      basis: { ...on, sources: [edges.source] },
    };
  });
}

/** The main way to count. */
export const headline: Way = { label: "", keeps: () => true, merging: "once", named: false };

/** Other ways to count; each leaves something of the list, or it is left out. */
export function otherWays({ rows, publishers, reuploaders: copies }: Population, reach: Reach): Way[] {
  const way = (label: string, change: Partial<Way>): Way => ({ ...headline, label, ...change });
  const relation = (label: string, wanted: string): Way =>
    way(label, { keeps: ({ relation: found }) => found === wanted });
  const all = [
    way("bases split in equal parts", { merging: "split" }),
    way("the base that is named first alone", { merging: "first" }),
    way("models with several bases left out", { keeps: (row) => !several(row) }),
    way("models built on their publisher's own left out", { keeps: (row) => !isOwn(row, publishers) }),
    way("models on copies of re-uploaders left out", {
      keeps: (row, at) => endsOf(row, at).every(({ owner }) => !copies.has(owner)),
    }),
    ...(reach === "root" ? [way("copies credited to the family of their name", { named: true })] : []),
    relation("fine-tunes alone", "finetune"),
    relation("quantisations alone", "quantized"),
    relation("merges alone", "merge"),
    relation("adapters alone", "adapter"),
  ];
  return all.filter(({ keeps }) => rows.some((row) => keeps(row, reach)));
}

/** Whether a row's models build, one step back, on models of the namespace or company that publishes them. */
export function isOwn(row: LineageRow, publishers: Publishers): boolean {
  const company = publishers.company(row.owner);
  return endsOf(row, "base").some(({ owner }) =>
    isPooled(owner) ? owner === "(own)" : company !== null && publishers.company(owner) === company,
  );
}

/** Whether something is of a company; at the root, what a re-uploader has copied could be of anyone. */
export function ofCompany(
  company: string,
  { publishers, reuploaders: copies }: Population,
  reach: Reach,
  { named }: Way,
): Belongs {
  return ({ owner, family }: End) => {
    if (publishers.company(owner) === company) return true;
    if (reach === "base" || !copies.has(owner)) return false;
    if (!named || companyOf(family) === null) return null;
    return companyOf(family) === company;
  };
}

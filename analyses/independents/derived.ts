import type { Basis } from "#kit/coverage.ts";
import type { Evidence } from "#kit/define.ts";
import type { Row } from "#loaders/schema/table.ts";
import { byOwner, type Holding } from "./holdings.ts";
import type { derivedOwners, lineageOwners } from "./tables.ts";

type DerivedRow = Row<typeof derivedOwners>;

/** How a model stands to its base, with the noun of those who make it so. */
export const relations = ["finetune", "adapter", "quantized", "merge"] as const;

export type Relation = (typeof relations)[number];

/** What a model in each relation is called. */
export const made: Readonly<Record<Relation, string>> = {
  finetune: "fine-tuned",
  adapter: "adapters",
  quantized: "quantised",
  merge: "merged",
};

/** Models that name a base, with whose they are. */
export interface Derived {
  /** What the ids of its facts begin with. */
  readonly prefix: string;
  /** Who is counted, in words that follow "models of". */
  readonly words: string;
  readonly short: string;
  readonly rows: readonly DerivedRow[];
  readonly basis: Basis;
}

/** Recent models of the list, or those of the Hub. */
export function derivedOf({ rows, basis }: Evidence<typeof derivedOwners>): Derived {
  const named = basis.complete
    ? { words: "the Hugging Face Hub", short: "the whole Hub" }
    : { words: "the list of HF//RADAR", short: "HF//RADAR" };
  return { prefix: "derived-", ...named, rows, basis };
}

/** Text-generation models of the middle of 2025. */
export function lineageOf({ rows, basis }: Evidence<typeof lineageOwners>): Derived {
  const words = "a list of text-generation models with ten downloads or more";
  return { prefix: "lineage-", words, short: "text generation", rows, basis };
}

/** Rows of one relation by owner; every base an owner's own, or not, together. */
export function holdingsOf(rows: readonly DerivedRow[], relation: Relation, own = true): Holding[] {
  const counted = rows.filter((row) => row.relation === relation && (own || !row.own));
  return byOwner(counted.map(({ owner, models, downloads_30d }) => ({ owner, models, downloads_30d, namespaces: 0 })));
}

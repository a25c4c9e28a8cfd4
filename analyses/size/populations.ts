import type { Basis } from "#kit/coverage.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { modelSizes } from "./tables.ts";

/** A row of either population. */
export type SizeRow = Row<typeof modelSizes>;

/** What an average counts: each downloaded model once, each download of the window, or each download since creation. */
export type Weight = "models" | "downloads" | "lifetime";

/** A population of models with sizes. */
export interface Population {
  /** Begins the ids of its facts; empty for the first. */
  readonly prefix: "" | "recent-";
  readonly rows: readonly SizeRow[];
  readonly basis: Basis;
  /** "models that public evaluations name", as a sentence has it. */
  readonly who: string;
  /** Two words for labels: "Evaluated models". */
  readonly name: string;
  /** One word before a noun: "evaluated", "Hub", "recent". */
  readonly short: string;
  /** Weights that its source gives. */
  readonly weights: readonly Weight[];
}

const evaluated = { name: "Evaluated models", short: "evaluated" } as const;
const whole = { name: "The Hub", short: "Hub" } as const;
/** Name of the second population. */
export const recentName = "Recent models";

const recent = { name: recentName, short: "recent" } as const;

/** A population with its words. */
export function populationOf(
  { rows, basis }: { readonly rows: readonly SizeRow[]; readonly basis: Basis },
  prefix: Population["prefix"],
): Population {
  const words = prefix === "recent-" ? recent : basis.complete ? whole : evaluated;
  const who = prefix === "" && basis.complete ? "models of the Hub" : basis.population.replace(" of the Hub", "");
  const weights = (["models", "downloads", "lifetime"] as const).filter((weight) => weightOf(rows, weight) > 0);
  return { prefix, rows, basis, who, ...words, weights };
}

/** How much a row weighs; an unknown counter weighs nothing, and a model counts if it has a download in the window. */
export function weigh(row: SizeRow, weight: Weight): number {
  if (weight === "models") return row.downloaded ? row.models : 0;
  return (weight === "downloads" ? row.downloads_30d : row.downloads_all_time) ?? 0;
}

/** Weight of rows together. */
export function weightOf(rows: readonly SizeRow[], weight: Weight): number {
  return rows.reduce((sum, row) => sum + weigh(row, weight), 0);
}

/** Rows whose size is known. */
export function sized(rows: readonly SizeRow[]): (SizeRow & { readonly parameters: number })[] {
  return rows.flatMap((row) => (row.parameters === null ? [] : [{ ...row, parameters: row.parameters }]));
}

/** What a weight counts, as definitions have it. */
export function counting({ who }: Pick<Population, "who">, weight: Weight): string {
  return {
    models: `${who}, each with a download in the 30 days before the snapshot`,
    downloads: `downloads in the 30 days before the snapshot of ${who}`,
    lifetime: `downloads since creation of ${who}`,
  }[weight];
}

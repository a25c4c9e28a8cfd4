import type { Row } from "#loaders/schema/table.ts";
import type { datasetCards, modelCards } from "./tables.ts";

/** Repositories with one reach that have a card, lack it, or of which that is unknown. */
export interface CardRow {
  readonly reach: string;
  readonly has: boolean | null;
  readonly repositories: number;
  readonly downloads: number;
}

/** A measure of documentation: which repositories, and what counts as a card. */
export interface CardMeasure {
  /** Begins the ids of its facts. */
  readonly key: "model-card" | "dataset-file" | "dataset-card";
  readonly label: string;
  readonly noun: "models" | "datasets";
  /** "have a card that is not empty". */
  readonly has: string;
  readonly rows: readonly CardRow[];
}

/** The three measures: cards of models, card files of datasets, and cards of datasets that are not empty. */
export function cardMeasures(
  models: readonly Row<typeof modelCards>[],
  datasets: readonly Row<typeof datasetCards>[],
): readonly CardMeasure[] {
  const ofDatasets = (column: "has_card_file" | "has_card"): CardRow[] =>
    datasets.map((row) => ({
      reach: row.reach,
      has: row[column],
      repositories: row.datasets,
      downloads: row.downloads_30d ?? 0,
    }));
  const ofModels = models.map((row) => ({
    reach: row.reach,
    has: row.has_card,
    repositories: row.models,
    downloads: row.downloads_30d ?? 0,
  }));
  return [
    { key: "model-card", label: "Models, a card", noun: "models", has: "have a card", rows: ofModels },
    {
      key: "dataset-file",
      label: "Datasets, a card file",
      noun: "datasets",
      has: "have a card file, empty or not",
      rows: ofDatasets("has_card_file"),
    },
    {
      key: "dataset-card",
      label: "Datasets, a card with words",
      noun: "datasets",
      has: "have a card that is not empty",
      rows: ofDatasets("has_card"),
    },
  ];
}

/** How much downloaded repositories a share of cards is of, in the order of figures. */
export const cardScopes = [
  { key: "all", label: "All", keep: () => true },
  { key: "downloaded", label: "With a download", keep: ({ reach }: CardRow) => reach === "some" || reach === "many" },
  { key: "many", label: "With 1,000 or more", keep: ({ reach }: CardRow) => reach === "many" },
] as const;

export type CardScope = (typeof cardScopes)[number];

/** Repositories, or their downloads, that have a card, all of them, and those of which it is unknown. */
export function cardPart(rows: readonly CardRow[], weight: "repositories" | "downloads") {
  const total = (own: readonly CardRow[]): number => own.reduce((sum, row) => sum + row[weight], 0);
  return {
    part: total(rows.filter(({ has }) => has === true)),
    whole: total(rows),
    unknown: total(rows.filter(({ has }) => has === null)),
  };
}

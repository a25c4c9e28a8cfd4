/** The one listing of every dataset that is at hand. */
export const listing = {
  sources: ["dataset-cards-2023"],
  population: "public datasets of the Hugging Face Hub",
  complete: true,
} as const;

/** Every dataset of the newest snapshot. */
export const hubDatasets = { ...listing, sources: ["hub"] } as const;

/** Two lists of models, each counted by itself: neither is a sample of the Hub. */
export const lists = {
  sources: ["radar", "hub-stats-sample"],
  population: "models that HF//RADAR follows, and models that public evaluations name",
  complete: false,
} as const;

/** Every model of the newest snapshot. */
export const hubModels = {
  sources: ["hub"],
  population: "public models of the Hugging Face Hub",
  complete: true,
} as const;

/** SQL that keeps the newest day of each source. */
export function newest(table: string): string {
  return `(source, observed_on) IN (SELECT (source, max(observed_on)) FROM ${table} GROUP BY source)`;
}

/** The task, the category and the tag that say robotics. */
export const robotics = "robotics";

/** The library of robot policies that its own hub of models declares. */
export const lerobot = "lerobot";

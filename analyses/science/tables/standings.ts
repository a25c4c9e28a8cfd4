export { lists } from "#kit/standings.ts";

/** The complete Hub as two older listings have it: names, but no tags that say a science, no licences and no likes. */
export const early = {
  sources: ["dataset-cards-2023", "model-cards-2022"],
  population: "all public models of the Hub in October 2022, and all its datasets in March 2023",
  complete: true,
} as const;

/** The newest snapshot of the complete Hub: its models, and by themselves its datasets. */
export const hub = {
  sources: ["hub"],
  population: "public models and datasets of the Hugging Face Hub",
  complete: true,
} as const;

/** What all standings can be read as. */
export type Repositories = "lists" | "hub";

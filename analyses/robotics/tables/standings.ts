export { hubModels, lists, newestOf as newest } from "#kit/standings.ts";

/** The one listing of every dataset that is at hand. */
export const listing = {
  sources: ["dataset-cards-2023"],
  population: "public datasets of the Hugging Face Hub",
  complete: true,
} as const;

/** Every dataset of the newest snapshot. */
export const hubDatasets = { ...listing, sources: ["hub"] } as const;

/** The task, the category and the tag that say robotics. */
export const robotics = "robotics";

/** The library of robot policies that its own hub of models declares. */
export const lerobot = "lerobot";

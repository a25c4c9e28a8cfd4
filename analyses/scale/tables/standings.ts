/** Two listings of everything that the Hub held: its models on 1 October 2022, its datasets on 16 March 2023. */
export const listings = {
  sources: ["dataset-cards-2023", "model-cards-2022"],
  population: "public models and datasets of the Hugging Face Hub, as one complete listing of each has them",
  complete: true,
} as const;

/** The same, and every snapshot of the complete Hub. */
export const hub = {
  sources: ["hub", "dataset-cards-2023", "model-cards-2022"],
  population: "public models and datasets of the Hugging Face Hub",
  complete: true,
} as const;

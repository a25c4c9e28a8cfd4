/** Two lists of models, each counted by itself: neither is a sample of the Hub. */
export const lists = {
  sources: ["radar", "hub-stats-sample"],
  population: "models that HF//RADAR follows, and models that public evaluations name",
  complete: false,
} as const;

/** The newest snapshot of the complete Hub: its models, and by themselves its datasets. */
export const hub = {
  sources: ["hub"],
  population: "public models and datasets of the Hugging Face Hub",
  complete: true,
} as const;

/** What both standings can be read as. */
export type Repositories = "lists" | "hub";

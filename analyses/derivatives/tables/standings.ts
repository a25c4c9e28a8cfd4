/** Who built on whom among text-generation models: the widest lineage at hand without the Hub itself. */
export const textgen = {
  sources: ["textgen-lineage"],
  population: "English text-generation models with at least 10 downloads and the bases that they name",
  complete: false,
} as const;

/** Two lists of models, each walked by itself. */
export const lists = {
  sources: ["radar", "hub-stats-sample"],
  population: "models that HF//RADAR follows, and models that public evaluations name",
  complete: false,
} as const;

/** The newest snapshot of the complete Hub. */
export const hub = {
  sources: ["hub"],
  population: "public models of the Hugging Face Hub",
  complete: true,
} as const;

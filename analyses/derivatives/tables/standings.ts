export { hubModels as hub, lists } from "#kit/standings.ts";

/** Who built on whom among text-generation models: the widest lineage at hand without the Hub itself. */
export const textgen = {
  sources: ["textgen-lineage"],
  population: "English text-generation models with at least 10 downloads and the bases that they name",
  complete: false,
} as const;

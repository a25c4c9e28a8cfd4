import type { Standing } from "#loaders/schema/evidence.ts";

type Covered = Omit<Standing, "sql">;

/** The listing of every model of the Hub in October 2022. */
export const early = "model-cards-2022";

/** The complete Hub on one day. */
export const standing = { sources: [early], population: "public models on the Hub", complete: true } as const;

/** The complete Hub on the days of its snapshots as well. */
export const wider = { ...standing, sources: ["hub", early] } as const;

/** A list of recent models that others chose. */
export const followed: Covered = { sources: ["radar"], population: "models that HF//RADAR follows", complete: false };

/** Text-generation models that name a base, in the middle of 2025. */
export const lineage: Covered = {
  sources: ["textgen-lineage"],
  population: "text-generation models with ten downloads or more that name a base",
  complete: false,
};

/** The embedding models for transformers.js that one list shows day by day. */
export const daily: Covered = {
  sources: ["transformersjs-daily"],
  population: "embedding models for transformers.js",
  complete: false,
};

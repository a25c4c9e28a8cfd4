/** Platforms that host repositories. */
export const platforms = ["huggingface", "modelscope"] as const;

/** What an owner is. */
export const kinds = ["industry", "academia", "government", "non-profit", "community", "individual"] as const;

/** How sure a classification or a transcription is. */
export const confidences = ["high", "medium", "low"] as const;

/** Whether the publication itself was read, or somebody's account of it. */
export const quotations = ["original", "secondary"] as const;

/** Codes beside ISO 3166-1 alpha-2: EU is pan-European, ZZ unknown. */
export const extraCountries = ["EU", "ZZ"] as const;

/**
 * What stands on an axis of time, and what a break changes: the words that figures and `definition-breaks.csv` share.
 * `models` and `datasets` are numbers of listed ones and averages over them; `members` is who is listed at all; `created`
 * is the Hub's own day of creation; `cards`, `licences` and `tags` are what repositories say of themselves.
 */
export const counted = [
  "model-downloads",
  "model-likes",
  "models",
  "dataset-downloads",
  "dataset-likes",
  "datasets",
  "members",
  "created",
  "cards",
  "licences",
  "tags",
  "papers",
  "prices",
  "compute",
  "hardware",
  "published",
] as const;

export type Counted = (typeof counted)[number];

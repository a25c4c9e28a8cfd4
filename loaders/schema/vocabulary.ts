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

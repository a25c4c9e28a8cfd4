/** Daily listings of one task. */
export const daily = {
  sources: ["transformersjs-daily"],
  population: "embedding models for transformers.js, listed day by day",
  complete: false,
} as const;

/** Crawls of the model listings of chosen namespaces. */
export const crawled = {
  sources: ["osir-lmts"],
  population: "models of the Hub namespaces that OSIR-LMTS crawls",
  complete: false,
} as const;

/** Last day on which the daily listings hold every model of the task. */
export const uncappedUntil = "2025-09-24";

/** Day of the first crawl that lists models without downloads: who appears on it may be old. */
export const zerosFrom = "2025-09-07";

/** Downloads in the first full month from which a release is followed: below, a handful of requests would be a trend. */
export const followedFrom = 100;

/** Whom the crawls of OSIR-LMTS list. */
export const crawls = "Hub namespaces that the authors of OSIR-LMTS chose to crawl";

/** The series of snapshots of the complete Hub; the curated list names the language models among its models. */
export const hub = {
  sources: ["hub", "tracked-models"],
  population: "models of the Hugging Face Hub with a download in the window",
  complete: true,
} as const;

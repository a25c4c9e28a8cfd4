import { crawls } from "#kit/standings.ts";

export { crawls };

/** The crawls, with the list that names the language models among their models. */
export const listedCrawls = { ...crawls, sources: ["osir-lmts", "tracked-models"] } as const;

/** The series of snapshots of the complete Hub; the curated list names the language models among its models. */
export const hub = {
  sources: ["hub", "tracked-models"],
  population: "models of the Hugging Face Hub with a download in the window",
  complete: true,
} as const;

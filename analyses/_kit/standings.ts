import type { Standing } from "#loaders/schema/evidence.ts";

/** What a table stands on, but for its query: sources, whom they cover, and whether that is the whole Hub. */
export type Population = Omit<Standing, "sql">;

/** Models that public evaluations name. */
export const evaluated: Population = {
  sources: ["hub-stats-sample"],
  population: "models of the Hub that public evaluations name",
  complete: false,
};

/** Recent models. */
export const followed: Population = {
  sources: ["radar"],
  population: "models that HF//RADAR follows, mostly created in August 2026",
  complete: false,
};

/** Both lists, each counted by itself: neither is a sample of the Hub. */
export const lists: Population = {
  sources: ["radar", "hub-stats-sample"],
  population: "models that HF//RADAR follows, and models that public evaluations name",
  complete: false,
};

/** Models of chosen namespaces, one crawl a month. */
export const crawls: Population = {
  sources: ["osir-lmts"],
  population: "Hub namespaces that the authors of OSIR-LMTS chose to crawl",
  complete: false,
};

/** Every model of the Hub, by its snapshots. */
export const hubModels: Population = {
  sources: ["hub"],
  population: "public models of the Hugging Face Hub",
  complete: true,
};

/** SQL that keeps the newest day of each source. */
export function newestOf(table: string): string {
  return `(source, observed_on) IN (SELECT (source, max(observed_on)) FROM ${table} GROUP BY source)`;
}

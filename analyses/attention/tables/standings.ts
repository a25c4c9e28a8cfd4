import type { HubStanding } from "#kit/hub/standing.ts";

/** Models of chosen namespaces, one crawl a month. */
export const crawls: HubStanding = {
  sources: ["osir-lmts"],
  population: "Hub namespaces that the authors of OSIR-LMTS chose to crawl",
  complete: false,
};

/** Two lists of models, each counted by itself: neither is a sample of the Hub. */
export const lists: HubStanding = {
  sources: ["hub-stats-sample", "radar"],
  population: "models that HF//RADAR follows, and models that public evaluations name",
  complete: false,
};

/** Every model of the Hub, one snapshot after another. */
export const hub: HubStanding = {
  sources: ["hub"],
  population: "public models of the Hugging Face Hub",
  complete: true,
};

/** A part of the Hub that somebody chose. */
export interface Part {
  /** In the evidence. */
  readonly part: string;
  /** Begins the ids of its facts. */
  readonly id: string;
  /** As labels have it. */
  readonly label: string;
  /** As sentences have it. */
  readonly population: string;
  readonly source: string;
}

/** The parts at hand, in the order in which figures show them. */
export const parts: readonly Part[] = [
  {
    part: "osir-lmts",
    id: "crawled",
    label: "Namespaces of OSIR-LMTS",
    population: "Hub namespaces that the authors of OSIR-LMTS chose to crawl",
    source: "osir-lmts",
  },
  {
    part: "osir-lmts-panel",
    id: "panel",
    label: "Fixed panel of OSIR-LMTS",
    population: "a fixed panel of Hub namespaces, hand-picked by the authors of OSIR-LMTS",
    source: "osir-lmts",
  },
  {
    part: "hub-stats-sample",
    id: "sample",
    label: "Models in public evaluations",
    population: "models of the Hub that public evaluations name",
    source: "hub-stats-sample",
  },
  {
    part: "radar",
    id: "radar",
    label: "Models of HF//RADAR",
    population: "models that HF//RADAR follows, mostly created in August 2026",
    source: "radar",
  },
];

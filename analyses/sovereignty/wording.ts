import type { Basis } from "#kit/coverage.ts";
import type { Unit } from "#kit/units.ts";

/** The nouns of what a chapter stands on: a panel of chosen namespaces and its crawls, or the Hub and its snapshots. */
export interface Wording {
  readonly complete: boolean;
  /** "the panel's downloads" or "the Hub's downloads". */
  readonly panel: "panel" | "Hub";
  /** One day's listing. */
  readonly crawl: "crawl" | "snapshot";
  readonly crawls: "crawls" | "snapshots";
  readonly Crawl: "Crawl" | "Snapshot";
  readonly Crawls: "Crawls" | "Snapshots";
  /** Unit of a number of them: a snapshot stands for its day. */
  readonly unit: Unit & ("crawls" | "days");
  /** Namespaces that growth compares. */
  readonly compared: "namespaces" | "registered namespaces";
  /** Ends of the series: "the panel's first crawl", "the first snapshot at hand". */
  ends(which: string): string;
}

const panel: Wording = {
  complete: false,
  ...{ panel: "panel", crawl: "crawl", crawls: "crawls", Crawl: "Crawl", Crawls: "Crawls" },
  ...{ unit: "crawls", compared: "namespaces" },
  ends: (which) => `the panel's ${which} crawl`,
};

const hub: Wording = {
  complete: true,
  ...{ panel: "Hub", crawl: "snapshot", crawls: "snapshots", Crawl: "Snapshot", Crawls: "Snapshots" },
  ...{ unit: "days", compared: "registered namespaces" },
  ends: (which) => `the ${which} snapshot at hand`,
};

/** The nouns that fit a basis. */
export function wording({ complete }: Pick<Basis, "complete">): Wording {
  return complete ? hub : panel;
}

/** First day of the series: crawls before 2025 list too few namespaces for a panel; snapshots of the Hub count from the first. */
export function startOf({ complete }: Pick<Basis, "complete">): string {
  return complete ? "" : "2025-01-01";
}

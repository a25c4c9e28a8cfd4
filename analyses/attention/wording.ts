import type { Basis } from "#kit/coverage.ts";

/** The nouns of what the chapter stands on: crawls of chosen namespaces, or snapshots of the complete Hub. */
export interface Wording {
  /** One day's listing. */
  readonly listing: "crawl" | "snapshot";
  readonly listings: "crawls" | "snapshots";
  /** Whose models they are, in words that follow "of". */
  readonly whose: "the crawled namespaces" | "the Hub";
  /** The same in a word or two, for labels. */
  readonly label: "Crawled namespaces" | "The whole Hub";
}

const crawl: Wording = {
  ...{ listing: "crawl", listings: "crawls", whose: "the crawled namespaces", label: "Crawled namespaces" },
};

const hub: Wording = { listing: "snapshot", listings: "snapshots", whose: "the Hub", label: "The whole Hub" };

/** The nouns that fit a basis. */
export function wording({ complete }: Pick<Basis, "complete">): Wording {
  return complete ? hub : crawl;
}

import type { Basis } from "#kit/coverage.ts";
import type { Fact } from "#kit/facts.ts";
import type { Comparing } from "#kit/ledger.ts";
import type { Comparison, Published } from "#kit/published.ts";
import { basis, made } from "./chapter.ts";

/** The complete Hub on one day. */
export const hub: Basis = { ...basis, complete: true, population: "models of the Hub", asOf: "2025-12-31" };

/** A published share of the complete Hub: 41 percent of downloads over 30 days to the end of 2025. */
export const published: Published = {
  id: "S26-11",
  theme: "geography",
  statement: "China's share",
  value: 41,
  unit: "percent of downloads",
  period: "December 2025",
  population: "the complete Hub",
  noun: "downloads",
  denominator: "all downloads",
  window: "30 days",
  window_end: "2025-12-31",
  definition: "As stated",
  source_title: "A report",
  source_url: "https://example.org/",
  quoted_from: "original",
  confidence: "high",
  needs: "a snapshot of the Hub",
  conflict: null,
};

/** A comparison of it with a fact that counts the same. */
export const comparison: Comparison = {
  published: "S26-11",
  fact: "share",
  noun: "downloads",
  denominator: "all downloads",
  window: "30 days",
  needs: "more downloads",
};

/** A share of the complete Hub, with whatever a test wants to be different. */
export const ours = (value: number, rest: Partial<Fact> = {}): Fact => made(value, "share", { basis: hub, ...rest });

/** A chapter with facts and comparisons and nothing else. */
export function comparing(
  id: string,
  facts: Readonly<Record<string, Fact>>,
  ...comparisons: readonly Comparison[]
): Comparing {
  return { analysis: { id }, facts: new Map(Object.entries(facts)), findings: { comparisons } };
}

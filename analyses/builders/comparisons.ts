import type { Fact } from "#kit/facts.ts";
import type { Comparison } from "#kit/published.ts";

const needs = "the base models of every model of the complete Hub";

/** The family that these publications count. */
const counted = "Qwen";

const nearest: readonly Comparison[] = ["S26-24", "SUM-25", "DSM-01"].map((published) => ({
  ...{ published, fact: "first-derivatives", noun: "derivatives", denominator: null, window: "one day", needs },
}));

/** Published counts of what is built on one family, each beside the nearest number of the table. */
export function comparisonsOf(facts: Readonly<Record<string, Fact>>, first: string | undefined): Comparison[] {
  return first === counted ? nearest.filter(({ fact }) => fact in facts) : [];
}

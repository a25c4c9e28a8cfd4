import type { Basis } from "#kit/coverage.ts";
import type { Comparison } from "#kit/published.ts";

/** Published figures of the question, each beside the nearest fact, with the evidence that would settle it. */
export function comparisonsOf({ complete }: Pick<Basis, "complete">): Comparison[] {
  const needs = complete
    ? "the organisation of each paper of the daily list, and repositories that name it, by paper"
    : "a snapshot of the complete Hub with its daily papers (daily_papers.parquet of hub-stats), for upvotes and for every repository that names a paper";
  return [{ published: "S26-45", fact: "papers", noun: "papers", denominator: null, window: "one day", needs }];
}

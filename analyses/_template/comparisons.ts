import type { Comparison } from "#kit/published.ts";

/** Published figures of the question, each beside the nearest fact; none yet. */
export function comparisonsOf(): Comparison[] {
  return [];
}

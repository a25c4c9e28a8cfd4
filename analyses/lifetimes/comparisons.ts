import type { Fact } from "#kit/facts.ts";
import type { Comparison } from "#kit/published.ts";

const discussions = { noun: "discussions", denominator: null, window: "lifetime" } as const;

/** Published figures of the question, each beside the nearest fact, with the evidence that would settle it. */
export function comparisonsOf(facts: Readonly<Record<string, Fact>>): Comparison[] {
  const all: Comparison[] = [
    {
      ...{ published: "S26-36", fact: "discussion-mean-age", ...discussions },
      needs: "the report's word on what engagement is, over which models and how long they were watched",
    },
    {
      ...{ published: "CHO-01", fact: "discussion-first", ...discussions },
      needs: "the days on which discussions were opened, and who wrote in them",
    },
  ];
  return all.filter(({ fact }) => fact in facts);
}

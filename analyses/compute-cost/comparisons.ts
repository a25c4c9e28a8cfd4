import type { Comparison } from "#kit/published.ts";

const quality = "prices of open and closed models of equal measured quality, task by task, on one day";
const usage = "prices weighted by the tokens that each model served";

const now = { noun: "closed over open price", denominator: null, window: "one day" } as const;

/** Published figures of the question, each beside the nearest fact. */
export const comparisons: readonly Comparison[] = [
  { published: "S26-37", fact: "median-ratio", ...now, needs: quality },
  { published: "S26-38", fact: "largest-ratio", ...now, needs: quality },
  { published: "NAG-03", fact: "mean-ratio", ...now, needs: usage },
  { published: "NAG-04", fact: "closed-mean", ...now, noun: "closed price", needs: usage },
  { published: "NAG-05", fact: "open-mean", ...now, noun: "open price", needs: usage },
];

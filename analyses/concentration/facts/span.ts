import { joint } from "#kit/coverage.ts";
import { count, type Fact, share } from "#kit/facts.ts";
import { items, total } from "#kit/stats/frequency.ts";
import { topShare } from "#kit/stats/top.ts";
import type { Distribution } from "../distributions.ts";
import { published } from "./populations.ts";

/** How many populations are at hand, and the least and the greatest share of the top 200 among them. */
export function spanFacts(all: readonly Distribution[]): Readonly<Record<string, Fact>> {
  const [first, ...rest] = all;
  if (first === undefined) return {};
  const basis = joint(first.basis, ...rest.map((one) => one.basis));
  const sorted = [...all].sort((a, b) => topOf(a) - topOf(b));
  const extreme = (one: Distribution, which: string): Fact =>
    share({
      ...{ part: topOf(one) * total(one.models), whole: total(one.models), unknown: 0, n: items(one.models) },
      definition: `The ${which} share of the ${published} most downloaded models among the populations at hand.`,
      basis: one.basis,
    });
  return {
    populations: count({
      ...{ value: all.length, unit: "counts", basis },
      definition: "Counts at hand, each of one population by one counter; the fixed panel is a part of the crawl.",
    }),
    "top-least": extreme(sorted[0] ?? first, "least"),
    "top-most": extreme(sorted.at(-1) ?? first, "greatest"),
  };
}

function topOf({ models }: Distribution): number {
  return topShare(models, Math.min(published, items(models)));
}

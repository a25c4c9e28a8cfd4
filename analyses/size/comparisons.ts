import type { Fact } from "#kit/facts.ts";
import type { Comparison } from "#kit/published.ts";
import { publishers } from "./publishers.ts";

const weighting = "downloads and sizes of every model of the Hub over the year, and how the report weighs them";
const lifetimes = "lifetime downloads and sizes of every model of the Hub";
const windows = `${lifetimes} at two dates`;

const sizes = { noun: "model sizes", denominator: null, window: "30 days" } as const;
const declared = {
  ...{ noun: "downloads", denominator: "downloads of models with a declared size", window: "lifetime" },
  needs: lifetimes,
} as const;

/** Published figures of the question, each beside the nearest fact at hand. */
export function comparisonsOf(facts: Readonly<Record<string, Fact>>): Comparison[] {
  const all: Comparison[] = [
    { published: "S26-28", fact: "mean-downloads", ...sizes, needs: weighting },
    { published: "S26-30", fact: "median-downloads", ...sizes, needs: weighting },
    { published: "S26-27", fact: "mean-downloads", ...sizes, needs: weighting },
    { published: "S26-29", fact: "median-downloads", ...sizes, needs: weighting },
    {
      published: "BOU-02",
      fact: "known-lifetime",
      ...{ noun: "downloads", denominator: "all downloads", window: "lifetime", needs: lifetimes },
    },
    { published: "SUM-15", fact: "declared-under-1b-lifetime", ...declared },
    { published: "SUM-16", fact: "declared-above-100b-lifetime", ...declared },
    {
      published: "SUM-17",
      fact: "above-70b-downloads",
      ...{ noun: "downloads", denominator: "downloads of models of known size", window: "30 days", needs: windows },
    },
    {
      published: "ATM-07",
      fact: "1b-to-9b-lifetime-sum",
      ...{ noun: "downloads", denominator: null, window: "lifetime" },
      needs: "lifetime downloads of the models that the ATOM Project tracks",
    },
    ...publishers.map(({ id, published }) => ({
      ...{ published, fact: `large-of-${id}`, noun: "downloads", denominator: "downloads of the organisation" },
      ...{ window: "30 days", needs: windows },
    })),
  ];
  return all.filter(({ fact }) => fact in facts);
}

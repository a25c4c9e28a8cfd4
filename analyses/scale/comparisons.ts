import type { Fact } from "#kit/facts.ts";
import type { Comparison } from "#kit/published.ts";

const stock = {
  denominator: null,
  window: "one day",
  needs: "a listing of the complete Hub on that very day; weeks before or after it is another total",
} as const;
const models = { noun: "models", ...stock } as const;
const datasets = { noun: "datasets", ...stock } as const;
const year = {
  denominator: null,
  window: "12 months",
  needs: "listings of the complete Hub at both ends of the window",
} as const;
const accounts = {
  noun: "namespaces",
  denominator: null,
  window: "one day",
  needs: "the platform's own counts of accounts, which no public file holds",
} as const;

const nearest: readonly Comparison[] = [
  ...["FIO-01", "FIO-02", "FIO-03", "MID-01", "S26-02", "S26-03", "SUM-01", "SUM-02", "FIO-05", "FIO-06"].map(
    (published) => ({ published, fact: "models-listed", ...models }),
  ),
  ...["S26-04", "SUM-04", "SUM-05"].map((published) => ({ published, fact: "datasets-listed", ...datasets })),
  { published: "FIO-04", fact: "models-year", noun: "models", ...year },
  { published: "S26-05", fact: "models-growth-last", noun: "models", ...year },
  {
    published: "SUM-03",
    fact: "models-growth-part",
    noun: "models",
    denominator: null,
    window: "7 months",
    needs: year.needs,
  },
  {
    published: "ECO-01",
    fact: "models-listed",
    ...models,
    needs: "the files of the study, which list models with a download history",
  },
  {
    published: "ECO-02",
    fact: "models-downloads",
    noun: "downloads",
    denominator: null,
    window: "30 days",
    needs: "the weekly counters of the study",
  },
  ...["S26-01", "S26-01b", "S26-06"].map((published) => ({ published, fact: "models-namespaces", ...accounts })),
];

/** Published figures of the question, each beside the nearest fact that this evidence gives. */
export function comparisonsOf(facts: Readonly<Record<string, Fact>>): Comparison[] {
  return nearest.filter(({ fact }) => fact in facts);
}

import type { Comparison } from "#kit/published.ts";

const share = { noun: "downloads", denominator: "all downloads" } as const;
const hub =
  "weekly snapshots of the complete Hub with lifetime counters, and the authors' list of owners with a country";
const created = "creation dates of all repositories of the company, from a snapshot of the complete Hub";

/** Published figures of the question, each beside the nearest fact. */
export const comparisons: readonly Comparison[] = [
  { published: "S26-11", fact: "cn-share-last", ...share, needs: hub },
  { published: "S26-12", fact: "us-share-last", ...share, needs: hub },
  { published: "ECO-03", fact: "cn-share-last", ...share, needs: hub },
  { published: "ECO-04", fact: "us-share-last", ...share, needs: hub },
  { published: "S26-13", fact: "panel-crossings", noun: "crossings", denominator: null, needs: hub },
  { published: "S26-20", fact: "baidu-narrow-models-first", noun: "models listed", denominator: null, needs: created },
  {
    published: "S26-21",
    fact: "baidu-wide-new-models",
    noun: "models first listed",
    denominator: null,
    needs: created,
  },
  { published: "S26-22", fact: "bytedance-new-models", noun: "models first listed", denominator: null, needs: created },
  { published: "S26-23", fact: "tencent-new-models", noun: "models first listed", denominator: null, needs: created },
];

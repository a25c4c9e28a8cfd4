import type { Basis } from "#kit/coverage.ts";
import type { Comparison } from "#kit/published.ts";
import { wording } from "./wording.ts";

const share = { noun: "downloads", denominator: "all downloads", window: "30 days" } as const;
const authors = "lifetime counters, and the authors' list of owners with a country";
const counted = "lifetime downloads of every model of Qwen at both ends of the period";
const created = "creation dates of all repositories of the company, from a snapshot of the complete Hub";

/** Published figures of the question, each beside the nearest fact, with the evidence that would settle it. */
export function comparisonsOf(basis: Basis): Comparison[] {
  const { complete, crawls } = wording(basis);
  const needs = complete
    ? `downloads of the same months, from ${authors}`
    : `weekly snapshots of the complete Hub with ${authors}`;
  const listed = { noun: "models first listed", denominator: null, window: `between ${crawls}`, needs: created };
  const alibaba = {
    fact: "alibaba-downloads-last",
    noun: "downloads of Alibaba",
    denominator: null,
    window: "30 days",
  };
  return [
    { published: "S26-11", fact: "cn-share-last", ...share, needs },
    { published: "S26-12", fact: "us-share-last", ...share, needs },
    { published: "ECO-03", fact: "cn-share-last", ...share, needs },
    { published: "ECO-04", fact: "us-share-last", ...share, needs },
    { published: "S26-13", fact: "panel-crossings", noun: "crossings", denominator: null, window: "30 days", needs },
    { published: "S26-20", fact: "baidu-narrow-models-first", ...listed, noun: "models listed" },
    { published: "S26-21", fact: "baidu-wide-new-models", ...listed },
    { published: "S26-22", fact: "bytedance-new-models", ...listed },
    { published: "S26-23", fact: "tencent-new-models", ...listed },
    { published: "ATM-03", ...alibaba, needs: counted },
    { published: "SUM-23", ...alibaba, needs: counted },
    { published: "XIN-01", ...alibaba, needs: counted },
  ];
}

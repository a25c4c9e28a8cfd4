import { day, prose } from "#kit/format.ts";
import type { Comparison } from "#kit/published.ts";
import { releaseEnd, releaseMonths, sizeEnds } from "./tables/standings.ts";

const monthly = { noun: "downloads", denominator: "all downloads", window: "30 days" } as const;
const history = "downloads of every model of the Hub by week since 2022, and tags that tell";
const reading = "downloads of every model of the Hub by year, and a reading of each model card on training data";
const released =
  "declared licences, sizes and creation dates of every model of the Hub, with a country of each publisher";

const large = `releases above ${prose(sizeEnds[1], "parameters")} parameters`;

/** The published window where the evidence covers it, in the registry's words; else the part that it covers. */
const releasesUntil = (asOf: string): string =>
  releaseEnd(asOf) === releaseMonths.until ? "7 months" : `from January 2026 to ${day(releaseEnd(asOf))}`;

/** Published figures of the question, each beside the nearest fact. The gap between open and closed models has none: nothing here measures quality. */
export const comparisonsOf = (asOf: string): readonly Comparison[] => [
  {
    published: "SUM-34",
    fact: "large-permissive-cn",
    noun: "releases",
    denominator: `Chinese ${large}`,
    window: releasesUntil(asOf),
    needs: released,
  },
  {
    published: "SUM-35",
    fact: "large-permissive-us",
    noun: "releases",
    denominator: `US ${large}`,
    window: releasesUntil(asOf),
    needs: released,
  },
  { published: "ECO-07", fact: "multimodal-downloads", ...monthly, needs: `${history} the output of models` },
  { published: "ECO-08", fact: "quantised-downloads", ...monthly, needs: `${history} quantisation` },
  { published: "ECO-09", fact: "mixture-downloads", ...monthly, needs: `${history} the architecture of models` },
  { published: "ECO-10", fact: "names-dataset-downloads", ...monthly, needs: reading },
  { published: "ECO-11", fact: "names-dataset-downloads", ...monthly, needs: reading },
  { published: "ECO-12", fact: "names-dataset-downloads", ...monthly, needs: reading },
  { published: "ECO-13", fact: "names-dataset-downloads", ...monthly, needs: reading },
  { published: "ECO-14", fact: "names-no-dataset-downloads", ...monthly, needs: reading },
];

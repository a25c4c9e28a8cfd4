import { date, int } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { followed, reachOf, releases } from "./releases.ts";
import { crawled } from "./standings.ts";

/** SQL for what followed releases keep, over common tables `crawls`, `followed` and `named`. */
export const monthsOf = (tables: string): string => `
    WITH ${tables}
    SELECT (SELECT max(observed_on) FROM crawls) AS observed_on,
      CAST(round((n.observed_on - f.month_to) * 12 / 365.25) AS BIGINT) AS months,
      ${reachOf("f.month_downloads")} AS reach,
      CAST(least(round(100.0 * n.downloads / f.month_downloads), 400) AS BIGINT) AS kept, count(*) AS models
    FROM followed f JOIN named n USING (space, model)
    WHERE n.observed_on > f.month_to
    GROUP BY ALL`;

/** What released models keep of the downloads of their first full month, month after month. */
export const releaseMonths = defineEvidence({
  name: "release-months",
  doc: "Released models that kept the same part of their first full month's downloads.",
  key: ["observed_on", "months", "reach", "kept"],
  ...crawled,
  columns: {
    observed_on: date("Day of the last crawl."),
    months: int("Months since the first full month, rounded.", "months"),
    reach: int("100, 1,000 or 10,000: downloads of the first full month are at least this.", "downloads"),
    kept: int("Downloads in 30 days, in whole percent of those of the first full month; 400 for as much and more."),
    models: int("Models that kept as much.", "models"),
  },
  sql: monthsOf(`${releases}, ${followed}`),
});

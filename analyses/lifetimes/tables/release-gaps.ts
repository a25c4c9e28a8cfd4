import { date, int, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { releases } from "./releases.ts";
import { crawled, followedFrom } from "./standings.ts";

/** What the older models of a namespace do between two crawls, and whether it released others meanwhile. */
export const releaseGaps = defineEvidence({
  name: "release-gaps",
  doc: "Older models of one author between two neighbouring crawls that list it.",
  key: ["observed_on", "author"],
  ...crawled,
  columns: {
    observed_on: date("Day of the later crawl."),
    opened_on: date("Day of the earlier crawl."),
    author: text("Namespace as the registry of owners spells it, or a number for those without a row in it."),
    older: int(
      `Models with ${followedFrom} downloads or more on the earlier crawl that an earlier one lists too, and the later one.`,
      "models",
    ),
    before: int("Their downloads in the 30 days before the earlier crawl.", "downloads"),
    after: int("Their downloads in the 30 days before the later crawl.", "downloads"),
    releases: int(
      `Models that the later crawl is the first to list, with ${followedFrom} downloads or more.`,
      "models",
    ),
    large_releases: int("Of these, those with 1,000 or more.", "models"),
  },
  sql: `
    WITH ${releases},
    older AS (
      SELECT a.space, k.crawl + 1 AS crawl, count(*) AS older, sum(n.downloads) AS before, sum(l.downloads) AS after,
        min(n.observed_on) AS opened_on, min(l.observed_on) AS observed_on
      FROM arrivals a
      JOIN named n USING (space, model)
      JOIN crawls k ON k.observed_on = n.observed_on
      JOIN crawls kl ON kl.crawl = k.crawl + 1
      JOIN named l ON l.model = a.model AND l.observed_on = kl.observed_on
      WHERE a.first_crawl < k.crawl AND n.downloads >= ${followedFrom}
      GROUP BY a.space, k.crawl
    ),
    fresh AS (
      SELECT a.space, a.first_crawl AS crawl, count(*) AS releases,
        count(*) FILTER (n.downloads >= 1000) AS large_releases
      FROM arrivals a JOIN named n ON n.model = a.model AND n.observed_on = a.released_by
      WHERE n.downloads >= ${followedFrom}
      GROUP BY ALL
    )
    SELECT observed_on, opened_on, author, older, before, after, coalesce(releases, 0) AS releases,
      coalesce(large_releases, 0) AS large_releases
    FROM older JOIN authors USING (space) LEFT JOIN fresh USING (space, crawl)`,
});

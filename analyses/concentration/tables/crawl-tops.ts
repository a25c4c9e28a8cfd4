import { bool, date, int } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { crawls, panel } from "./panel.ts";

/** Numbers of models whose downloads are told, and one more each: what is left when the first is taken away. */
const places = [1, 2, 10, 11, 50, 51, 200, 201];

/** What the most downloaded models of each crawl have together. */
export const crawlTops = defineEvidence({
  name: "crawl-tops",
  doc: "The most downloaded models of one crawl, as many as are told; of all crawled namespaces, or of the fixed panel.",
  key: ["in_panel", "observed_on", "top"],
  sources: ["osir-lmts"],
  population: "Hub namespaces that the authors of OSIR-LMTS chose to crawl",
  complete: false,
  columns: {
    in_panel: bool("Whether only namespaces count that every crawl from 2025-01 on lists."),
    observed_on: date("Day of the crawl."),
    top: int("Most downloaded models counted.", "models"),
    downloads: int("Downloads that they have together in the 30 days before the crawl.", "downloads"),
    whole: int("Downloads of all models of the crawl.", "downloads"),
    used: int("Models of the crawl with a download.", "models"),
  },
  sql: `
    WITH listed AS (
      SELECT false AS in_panel, observed_on, repo, downloads_30d FROM (${crawls})
      UNION ALL
      SELECT true AS in_panel, observed_on, repo, downloads_30d FROM (${crawls}) WHERE owner IN (${panel})
    ),
    summed AS (
      SELECT in_panel, observed_on,
        row_number() OVER (first) AS top,
        sum(downloads_30d) OVER (first ROWS UNBOUNDED PRECEDING) AS downloads,
        sum(downloads_30d) OVER (PARTITION BY in_panel, observed_on) AS whole,
        count(*) FILTER (downloads_30d > 0) OVER (PARTITION BY in_panel, observed_on) AS used
      FROM listed WINDOW first AS (PARTITION BY in_panel, observed_on ORDER BY downloads_30d DESC, repo)
    )
    SELECT * FROM summed WHERE top IN (${places.join(", ")})
  `,
});

import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, type WiderStanding } from "#loaders/schema/evidence.ts";
import { crawls, hub, listedCrawls } from "./standings.ts";

const first = "(SELECT min(observed_on) FROM models WHERE source = 'hub')";
const last = "(SELECT max(observed_on) FROM models WHERE source = 'hub')";
const ten = (of: string, day: string): string =>
  `(SELECT repo FROM ${of} WHERE observed_on = ${day} ORDER BY downloads_30d DESC, repo LIMIT 10)`;

const onHub: WiderStanding = {
  ...hub,
  doc: "One of the models that were among the ten most downloaded, of all or of those on the curated list, in the first or last snapshot of the Hub; in one snapshot.",
  docs: { observed_on: "Day of the snapshot.", downloads_30d: "Downloads in the 30 days before the snapshot." },
  sql: `
    WITH curated AS (SELECT DISTINCT repo_key FROM models WHERE source = 'tracked-models'),
    listed AS NOT MATERIALIZED (
      SELECT observed_on, repo, repo_key, owner, downloads_30d FROM models WHERE source = 'hub' AND downloads_30d > 0
    ),
    on_list AS MATERIALIZED (SELECT * FROM listed WHERE repo_key IN (SELECT repo_key FROM curated)),
    leaders AS (
      ${[ten("listed", first), ten("listed", last), ten("on_list", first), ten("on_list", last)].join(" UNION ")}
    )
    SELECT observed_on, repo, owner, repo_key IN (SELECT repo_key FROM curated) AS curated, downloads_30d
    FROM listed WHERE repo IN (SELECT repo FROM leaders)
  `,
};

/** The query over the crawls, given SQL for whether a model is on the curated list. */
const onCrawls = (curated: string): string => `
    WITH curated AS (SELECT DISTINCT lower(repo) AS id FROM models WHERE source = 'tracked-models'),
    crawl AS (
      SELECT *, ${curated} AS curated FROM models
      WHERE source = 'osir-lmts' AND platform = 'huggingface' AND downloads_30d > 0
        AND observed_on >= DATE '2025-01-01'
    ),
    panel AS (
      SELECT owner FROM crawl GROUP BY owner
      HAVING count(DISTINCT observed_on) = (SELECT count(DISTINCT observed_on) FROM crawl)
    ),
    ranked AS (
      SELECT
        repo,
        row_number() OVER (PARTITION BY observed_on ORDER BY downloads_30d DESC, repo) AS place,
        row_number() OVER (PARTITION BY observed_on, curated ORDER BY downloads_30d DESC, repo) AS place_in_list,
        curated
      FROM crawl
      WHERE owner IN (SELECT owner FROM panel)
        AND observed_on IN ((SELECT min(observed_on) FROM crawl), (SELECT max(observed_on) FROM crawl))
    )
    SELECT observed_on, repo, owner, curated, downloads_30d FROM crawl
    WHERE repo IN (SELECT repo FROM ranked WHERE place <= 10 OR (curated AND place_in_list <= 10))
  `;

/** The most downloaded models on the first and last day, of all or of those on the curated list, followed through all days. */
export const topModels = defineEvidence({
  name: "top-models",
  doc: "One of the panel models that were among the ten most downloaded, of all or of those on the curated list, on its first or last crawl; on one crawl.",
  key: ["observed_on", "repo"],
  ...crawls,
  columns: {
    observed_on: date("Day of the crawl."),
    repo: text("Repository."),
    owner: text("Namespace."),
    curated: nullable(bool("Whether it is on the curated list of language models; null without it.")),
    downloads_30d: int("Downloads in the 30 days before the crawl.", "downloads"),
  },
  sql: onCrawls("NULL::BOOLEAN"),
  wider: [onHub, { ...listedCrawls, sql: onCrawls("lower(repo) IN (SELECT id FROM curated)") }],
});

import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, type WiderStanding } from "#loaders/schema/evidence.ts";
import { crawls, hub, listedCrawls } from "./standings.ts";

const onHub: WiderStanding = {
  ...hub,
  doc: "One registered namespace of the Hub, or all others together, in one snapshot.",
  docs: {
    observed_on: "Day of the snapshot.",
    window_start: "First day of the window of 30 days before the snapshot.",
    owner: "Namespace as the registry of owners spells it, or (unregistered) for those without a row in it.",
    in_panel: "Always true: the Hub is complete, and nobody chose among its namespaces.",
    namespaces: "Namespaces behind the row that have a download in the window, without regard to case.",
    downloads_30d: "Downloads in the 30 days before the snapshot.",
    first_seen:
      "Models that no earlier snapshot lists with a download, of namespaces that an earlier one does; null in the first snapshot.",
  },
  sql: `
    WITH curated AS (SELECT DISTINCT repo_key FROM models WHERE source = 'tracked-models'),
    known AS (SELECT count(*) = 0 AS by_id FROM models WHERE source = 'hub' AND hub_id IS NULL),
    listed AS NOT MATERIALIZED (
      SELECT observed_on, window_start, lower(owner) AS namespace, repo_key, hub_id, downloads_30d
      FROM models WHERE source = 'hub' AND downloads_30d > 0
    ),
    counted AS MATERIALIZED (
      SELECT observed_on, namespace, min(window_start) AS window_start, count(*) AS models,
        sum(downloads_30d) AS downloads_30d, count(*) FILTER (on_list) AS curated_models,
        coalesce(sum(downloads_30d) FILTER (on_list), 0) AS curated_downloads_30d
      FROM (SELECT *, repo_key IN (SELECT repo_key FROM curated) AS on_list FROM listed)
      GROUP BY observed_on, namespace
    ),
    arrival AS (SELECT namespace, min(observed_on) AS on_day FROM counted GROUP BY namespace),
    debut AS (
      SELECT min(observed_on) AS observed_on, arg_min(namespace, observed_on) AS namespace
      FROM listed GROUP BY CASE WHEN (SELECT by_id FROM known) THEN hub_id ELSE repo_key END
    ),
    fresh AS (SELECT observed_on, namespace, count(*) AS models FROM debut GROUP BY observed_on, namespace)
    SELECT
      c.observed_on,
      min(c.window_start) AS window_start,
      coalesce(o.owner, '(unregistered)') AS owner,
      true AS in_panel,
      count(*) AS namespaces,
      sum(c.models) AS models,
      sum(c.downloads_30d) AS downloads_30d,
      sum(c.curated_models) AS curated_models,
      sum(c.curated_downloads_30d) AS curated_downloads_30d,
      CASE WHEN c.observed_on > (SELECT min(observed_on) FROM models WHERE source = 'hub')
        THEN coalesce(sum(f.models) FILTER (a.on_day < c.observed_on), 0) END AS first_seen
    FROM counted c
    JOIN arrival a ON a.namespace = c.namespace
    LEFT JOIN fresh f ON f.namespace = c.namespace AND f.observed_on = c.observed_on
    LEFT JOIN owners o ON lower(o.owner) = c.namespace
    GROUP BY c.observed_on, coalesce(o.owner, '(unregistered)')
  `,
};

const onList = "count(*) FILTER (lower(c.id) IN (SELECT id FROM curated))";
const onListDownloads = "coalesce(sum(c.downloads_30d) FILTER (lower(c.id) IN (SELECT id FROM curated)), 0)";

/** The query over the crawls, given SQL for the models on the curated list and for their downloads. */
const onCrawls = (models: string, downloads: string): string => `
    WITH crawl AS (
      SELECT *, owner || '/' || name AS id FROM models
      WHERE source = 'osir-lmts' AND platform = 'huggingface' AND downloads_30d > 0
    ),
    days AS (SELECT count(DISTINCT observed_on) AS n FROM crawl WHERE observed_on >= DATE '2025-01-01'),
    panel AS (
      SELECT owner FROM crawl WHERE observed_on >= DATE '2025-01-01'
      GROUP BY owner HAVING count(DISTINCT observed_on) = (SELECT n FROM days)
    ),
    curated AS (SELECT DISTINCT lower(repo) AS id FROM models WHERE source = 'tracked-models'),
    debut AS (SELECT id, min(observed_on) AS on_day FROM crawl GROUP BY id),
    arrival AS (SELECT owner, min(observed_on) AS on_day FROM crawl GROUP BY owner)
    SELECT
      c.observed_on,
      min(c.window_start) AS window_start,
      coalesce(o.owner, '(unregistered)') AS owner,
      c.owner IN (SELECT owner FROM panel) AS in_panel,
      count(DISTINCT c.owner) AS namespaces,
      count(*) AS models,
      sum(c.downloads_30d) AS downloads_30d,
      ${models} AS curated_models,
      ${downloads} AS curated_downloads_30d,
      CASE WHEN c.observed_on > min(a.on_day) THEN count(*) FILTER (d.on_day = c.observed_on AND a.on_day < c.observed_on) END AS first_seen
    FROM crawl c
    JOIN debut d USING (id)
    JOIN arrival a ON a.owner = c.owner
    LEFT JOIN owners o ON lower(o.owner) = lower(c.owner)
    GROUP BY c.observed_on, coalesce(o.owner, '(unregistered)'), c.owner IN (SELECT owner FROM panel)
  `;

/** Downloads and models of each namespace on each day; of the complete Hub, those of registered namespaces, the others pooled. */
export const ownerDownloads = defineEvidence({
  name: "owner-downloads",
  doc: "One crawled Hub namespace on one crawl.",
  key: ["observed_on", "owner", "in_panel"],
  ...crawls,
  columns: {
    observed_on: date("Day of the crawl."),
    window_start: date(
      "First day of the window of 30 days before the crawl; the earliest, where a crawl took two days.",
    ),
    owner: text("Namespace, or (unregistered) for those without a row in the registry of owners."),
    in_panel: bool("Whether the namespace is listed, under one name, by every crawl from 2025-01 on."),
    namespaces: int("Namespaces behind the row: one, or as many as are pooled.", "namespaces"),
    models: int("Models with at least one download in the window.", "models"),
    downloads_30d: int("Downloads in the 30 days before the crawl.", "downloads"),
    curated_models: nullable(
      int("Of the models, those on the curated list of language models; null without it.", "models"),
    ),
    curated_downloads_30d: nullable(int("Downloads of those.", "downloads")),
    first_seen: nullable(
      int("Models that no earlier crawl listed with a download; null on the namespace's first crawl.", "models"),
    ),
  },
  sql: onCrawls("NULL", "NULL"),
  wider: [onHub, { ...listedCrawls, sql: onCrawls(onList, onListDownloads) }],
});

import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";

const crawls = "Hub namespaces that the authors of OSIR-LMTS chose to crawl";

/** Downloads and models of each crawled namespace, one row a crawl and namespace. */
export const ownerDownloads = defineEvidence({
  name: "owner-downloads",
  doc: "One crawled Hub namespace on one crawl.",
  key: ["observed_on", "owner", "in_panel"],
  sources: ["osir-lmts", "tracked-models"],
  population: crawls,
  complete: false,
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
    curated_models: int("Of the models, those on the curated list of language models.", "models"),
    curated_downloads_30d: int("Downloads of those.", "downloads"),
    first_seen: nullable(
      int("Models that no earlier crawl listed with a download; null on the namespace's first crawl.", "models"),
    ),
  },
  sql: `
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
      count(*) FILTER (lower(c.id) IN (SELECT id FROM curated)) AS curated_models,
      coalesce(sum(c.downloads_30d) FILTER (lower(c.id) IN (SELECT id FROM curated)), 0) AS curated_downloads_30d,
      CASE WHEN c.observed_on > min(a.on_day) THEN count(*) FILTER (d.on_day = c.observed_on AND a.on_day < c.observed_on) END AS first_seen
    FROM crawl c
    JOIN debut d USING (id)
    JOIN arrival a ON a.owner = c.owner
    LEFT JOIN owners o ON lower(o.owner) = lower(c.owner)
    GROUP BY c.observed_on, coalesce(o.owner, '(unregistered)'), c.owner IN (SELECT owner FROM panel)
  `,
});

/** The most downloaded models of the panel on its first and last crawl, followed through all crawls. */
export const topModels = defineEvidence({
  name: "top-models",
  doc: "One of the panel models that were among the ten most downloaded, of all or of those on the curated list, on its first or last crawl; on one crawl.",
  key: ["observed_on", "repo"],
  sources: ["osir-lmts", "tracked-models"],
  population: crawls,
  complete: false,
  columns: {
    observed_on: date("Day of the crawl."),
    repo: text("Repository."),
    owner: text("Namespace."),
    curated: bool("Whether it is on the curated list of language models."),
    downloads_30d: int("Downloads in the 30 days before the crawl.", "downloads"),
  },
  sql: `
    WITH curated AS (SELECT DISTINCT lower(repo) AS id FROM models WHERE source = 'tracked-models'),
    crawl AS (
      SELECT *, lower(repo) IN (SELECT id FROM curated) AS curated FROM models
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
  `,
});

/** How many models of each namespace the curated list holds. */
export const curatedModels = defineEvidence({
  name: "curated-models",
  doc: "One namespace on the curated list of language models.",
  key: ["observed_on", "owner"],
  sources: ["tracked-models"],
  population: "language models that the ATOM Project curates",
  complete: false,
  columns: {
    observed_on: date("Day of the list."),
    owner: text("Namespace, or (unregistered)."),
    models: int("Models on the list.", "models"),
  },
  sql: `
    SELECT m.observed_on, coalesce(o.owner, '(unregistered)') AS owner, count(DISTINCT lower(m.repo)) AS models
    FROM models m LEFT JOIN owners o ON lower(o.owner) = lower(m.owner)
    WHERE m.source = 'tracked-models'
    GROUP BY m.observed_on, coalesce(o.owner, '(unregistered)')
  `,
});

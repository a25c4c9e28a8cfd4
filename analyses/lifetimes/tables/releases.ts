import { authorsOf } from "./authors.ts";
import { followedFrom, zerosFrom } from "./standings.ts";

/**
 * SQL for the models of the crawls under the newest names of their namespaces (`named`), for the crawls of each
 * namespace (`watched`), for the models that were released between two crawls of a namespace (`released`) and their
 * authors.
 *
 * - A model is released in the gap before the crawl that lists it first, if the crawl before lists its namespace and not
 *   the model: `released_after` and `released_by` are the days of the two.
 * - Models first listed on or after the day from which models without downloads are listed may be old: left out.
 */
export const releases = `
    crawls AS (
      SELECT observed_on, row_number() OVER (ORDER BY observed_on) AS crawl
      FROM (SELECT DISTINCT observed_on FROM models WHERE platform = 'huggingface')
    ),
    named AS (
      SELECT lower(coalesce(r.new, m.owner)) AS space, lower(coalesce(r.new, m.owner)) || '/' || lower(m.name) AS model,
        m.observed_on, max(m.downloads_30d) AS downloads, max(m.discussions) AS discussions
      FROM models m LEFT JOIN renames r ON r.platform = m.platform AND lower(r.old) = lower(m.owner)
      WHERE m.platform = 'huggingface' GROUP BY ALL
    ),
    watched AS (SELECT DISTINCT space, crawl FROM named JOIN crawls USING (observed_on)),
    arrivals AS (
      SELECT space, model, min(crawl) AS first_crawl, min(observed_on) AS released_by
      FROM named JOIN crawls USING (observed_on) GROUP BY space, model
    ),
    released AS (
      SELECT a.space, a.model, a.first_crawl, before.observed_on AS released_after, a.released_by,
        count(earlier.crawl) > 1 AS watched_long
      FROM arrivals a
      JOIN watched last ON last.space = a.space AND last.crawl = a.first_crawl - 1
      JOIN crawls before ON before.crawl = a.first_crawl - 1
      JOIN watched earlier ON earlier.space = a.space AND earlier.crawl < a.first_crawl
      WHERE a.released_by < DATE '${zerosFrom}'
      GROUP BY ALL
    ),
    ${authorsOf("named")}`;

/**
 * SQL for the released models that are followed, with the day and the downloads of their first full month: that of the
 * first crawl at least 28 days after the one that lists them first, so that its counter covers no day before the release.
 */
export const followed = `
    months AS (
      SELECT r.*, n.observed_on AS month_to, n.downloads AS month_downloads
      FROM released r JOIN named n USING (space, model)
      WHERE n.observed_on >= r.released_by + 28
      QUALIFY row_number() OVER (PARTITION BY r.model ORDER BY n.observed_on) = 1
    ),
    followed AS (SELECT * FROM months WHERE month_downloads >= ${followedFrom})`;

/** SQL for the least downloads of a model's class: 100, 1,000 or 10,000. */
export const reachOf = (downloads: string): string =>
  `CASE WHEN ${downloads} >= 10000 THEN 10000 WHEN ${downloads} >= 1000 THEN 1000 ELSE ${followedFrom} END`;

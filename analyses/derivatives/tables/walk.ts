import { registered } from "#kit/hub/standing.ts";

/** Steps after which the walk stops; a model that is further from its root counts as endless. */
export const farthest = 64;

/** Stands for namespaces without a row in the registry: all, but where the model builds on its own publisher's. */
export const pooled = { others: "(unregistered)", own: "(own)" } as const;

const newest = (table: string): string =>
  `(source, observed_on) IN (SELECT (source, max(observed_on)) FROM ${table} GROUP BY source)`;

/** SQL for the registry's spelling of the namespace of a base `b`, joined as `o`; those without a row are pooled. */
const label = `CASE WHEN o.owner IS NULL AND b.owner = b.base_owner THEN '${pooled.own}' ELSE ${registered} END`;

/** Names that families of models go by: at the start of a word, the first in the name counts. */
const family = "(^|[^a-z])(qwen|qwq|llama|codellama|gemma|mistral|mixtral|phi|deepseek)";

const step = (edges: string): string => `
  SELECT source, repo_key, base_key AS ancestor, 1 AS steps FROM ${edges}
  UNION
  SELECT w.source, w.repo_key, e.base_key, w.steps + 1
  FROM walked w JOIN ${edges} e ON e.source = w.source AND e.repo_key = w.ancestor
  WHERE w.steps < ${farthest}`;

const namespace = (key: string): string => `split_part(${key}, '/', 1)`;

/**
 * SQL of common tables over the newest day of each source, to follow WITH RECURSIVE:
 *
 * - `edges`: a model and one base of it, `first` for the one that its list names first;
 * - `walk`: a model and one model that it goes back to, `steps` bases away, once for each number of steps;
 * - `rooted`: of these, what has no base in the source itself: its roots. `rooted_first` follows the first bases alone.
 *
 * A cycle ends with the number of steps, so that a model above no root has none.
 */
export const walking = `
  edges AS MATERIALIZED (
    SELECT source, observed_on, repo_key, lower(owner) AS owner, relation, base_key, base_owner, downloads_30d,
      row_number() OVER (PARTITION BY source, repo_key ORDER BY place) = 1 AS first
    FROM bases WHERE ${newest("bases")}
  ),
  firsts AS MATERIALIZED (SELECT * FROM edges WHERE first),
  walk AS (${step("edges").replaceAll("walked", "walk")}),
  walk_first AS (${step("firsts").replaceAll("walked", "walk_first")}),
  derived AS (SELECT DISTINCT source, repo_key FROM edges),
  rooted AS (SELECT w.* FROM walk w ANTI JOIN derived d ON d.source = w.source AND d.repo_key = w.ancestor),
  rooted_first AS (SELECT w.* FROM walk_first w ANTI JOIN derived d ON d.source = w.source AND d.repo_key = w.ancestor)`;

/** SQL for `label` of each base of rows with `owner` and `base_key`, and of `family`, what the base's name says it is. */
export function labelled(rows: string): string {
  return `
    SELECT b.*, ${label} AS label,
      coalesce(nullif(regexp_extract(split_part(b.base_key, '/', 2), '${family}', 2), ''), '-') AS family
    FROM (SELECT *, ${namespace("base_key")} AS base_owner FROM (${rows})) b
    LEFT JOIN owners o ON lower(o.owner) = b.base_owner`;
}

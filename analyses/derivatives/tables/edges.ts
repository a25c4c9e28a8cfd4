import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { hub, lists, textgen } from "./standings.ts";
import { walking } from "./walk.ts";

const newest = "(source, observed_on) IN (SELECT (source, max(observed_on)) FROM models GROUP BY source)";

const on = (other: string): string => `${other}.source = x.source AND ${other}.repo_key = x`;

const sql = `
  WITH RECURSIVE ${walking},
  listed AS (SELECT source, observed_on, repo_key, bool_or(own_base) AS own_base FROM models WHERE ${newest} GROUP BY ALL),
  ends AS (SELECT source, repo_key FROM edges UNION SELECT source, base_key FROM edges),
  alone AS (SELECT l.* FROM listed l ANTI JOIN ends x ON ${on("l")}.repo_key),
  of_models AS (SELECT source, observed_on, count(*) AS models, count(*) FILTER (own_base) AS own_base FROM listed GROUP BY ALL),
  of_alone AS (SELECT source, count(*) FILTER (own_base) AS only_own_base FROM alone GROUP BY ALL),
  per AS (SELECT source, repo_key, count(*) AS named FROM edges GROUP BY ALL),
  of_derived AS (
    SELECT source, sum(named) AS edges, count(*) AS derived, count(*) FILTER (named > 1) AS several, max(named) AS most_bases
    FROM per GROUP BY ALL
  ),
  named AS (
    SELECT x.source, x.base_key, l.repo_key IS NULL AS unlisted, d.repo_key IS NULL AS root
    FROM (SELECT DISTINCT source, base_key FROM edges) x
    LEFT JOIN listed l ON ${on("l")}.base_key
    LEFT JOIN per d ON ${on("d")}.base_key
  ),
  of_named AS (
    SELECT source, count(*) AS bases, count(*) FILTER (unlisted) AS unlisted, count(*) FILTER (root) AS roots FROM named GROUP BY ALL
  ),
  of_cycles AS (SELECT source, count(DISTINCT repo_key) AS on_cycle FROM walk WHERE repo_key = ancestor GROUP BY ALL),
  of_rootless AS (SELECT source, count(*) AS rootless FROM (FROM per x ANTI JOIN rooted r ON ${on("r")}.repo_key) GROUP BY ALL)
  SELECT source, observed_on, models, own_base, coalesce(only_own_base, 0) AS only_own_base,
    coalesce(edges, 0) AS edges, coalesce(derived, 0) AS derived, coalesce(several, 0) AS several, most_bases,
    coalesce(bases, 0) AS bases, coalesce(unlisted, 0) AS unlisted, coalesce(roots, 0) AS roots,
    coalesce(on_cycle, 0) AS on_cycle, coalesce(rootless, 0) AS rootless
  FROM of_models LEFT JOIN of_alone USING (source) LEFT JOIN of_derived USING (source) LEFT JOIN of_named USING (source)
  LEFT JOIN of_cycles USING (source) LEFT JOIN of_rootless USING (source)`;

const columns = {
  source: text("Id of the source record."),
  observed_on: date("Day of the list."),
  models: int("Models of the list; ids that differ by case alone are one.", "models"),
  own_base: int("Models that name themselves as base.", "models"),
  only_own_base: int("Of these, models that no other base or derived model connects.", "models"),
  edges: int("Pairs of a model and another that it names as base.", "pairs"),
  derived: int("Models that name another as base.", "models"),
  several: int("Of these, models that name several.", "models"),
  most_bases: nullable(int("Most bases that a model names.", "models")),
  bases: int("Models that are named as base, each once.", "models"),
  unlisted: int("Of these, models that the list itself lacks.", "models"),
  roots: int("Of these, models that name no base in the list.", "models"),
  on_cycle: int("Models that go back to themselves.", "models"),
  rootless: int("Models that go back to no root, because their bases go in a circle.", "models"),
};

const doc = "How the models of one list are connected, and where they are not.";

/** What of the lineage hangs together, goes in circles, or ends where the list does. */
export const edges = defineEvidence({
  name: "edges",
  doc,
  key: ["source"],
  ...textgen,
  columns,
  sql,
  wider: [{ ...hub, sql }],
});

/** The same of the lists of later dates. */
export const listedEdges = optional(
  defineEvidence({ name: "listed-edges", doc, key: ["source"], ...lists, columns, sql }),
);

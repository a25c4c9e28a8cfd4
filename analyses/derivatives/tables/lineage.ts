import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { hub, lists, textgen } from "./standings.ts";
import { labelled, pooled, walking } from "./walk.ts";

const roots = (from: string): string =>
  labelled(`SELECT DISTINCT r.source, r.repo_key, c.owner, r.ancestor AS base_key FROM ${from} r
    JOIN (SELECT DISTINCT source, repo_key, owner FROM edges) c ON c.source = r.source AND c.repo_key = r.repo_key`);

const joined = (column: string): string => `string_agg(${column}, '+' ORDER BY ${column})`;

const same = (other: string): string => `${other}.source = e.source AND ${other}.repo_key = e.repo_key`;

const sql = `
  WITH RECURSIVE ${walking},
  based AS (${labelled("SELECT source, repo_key, owner, base_key, first FROM edges")}),
  e AS (
    SELECT source, observed_on, repo_key, any_value(owner) AS namespace, min(relation) AS relation, any_value(downloads_30d) AS downloads_30d
    FROM edges GROUP BY ALL
  ),
  hop AS (SELECT source, repo_key, ${joined("label")} AS bases, any_value(label) FILTER (first) AS first_base FROM based GROUP BY ALL),
  ends AS (SELECT source, repo_key, ${joined("label || ' ' || family")} AS roots FROM (${roots("rooted")}) GROUP BY ALL),
  first_end AS (SELECT source, repo_key, min(label) AS first_root FROM (${roots("rooted_first")}) GROUP BY ALL),
  far AS (SELECT source, repo_key, min(steps) AS steps, max(steps) AS most_steps FROM rooted GROUP BY ALL)
  SELECT e.source, e.observed_on, coalesce(o.owner, '${pooled.others}') AS owner, e.relation,
    h.bases, h.first_base, ends.roots, f.first_root, far.steps, far.most_steps,
    count(*) AS models, sum(e.downloads_30d) AS downloads_30d
  FROM e
  JOIN hop h ON ${same("h")}
  LEFT JOIN ends ON ${same("ends")}
  LEFT JOIN first_end f ON ${same("f")}
  LEFT JOIN far ON ${same("far")}
  LEFT JOIN owners o ON lower(o.owner) = e.namespace
  GROUP BY ALL`;

const columns = {
  source: text("Id of the source record that lists them."),
  observed_on: date("Day of the list."),
  owner: text("Namespace of the derived models, or (unregistered)."),
  relation: nullable(
    text("finetune, adapter, quantized or merge; the first by the alphabet where bases differ in it."),
  ),
  bases: text(
    "Namespaces of the bases that they name, one step back, joined by +, a namespace once for each base; (unregistered) without a row in the registry, (own) if it is then their own.",
  ),
  first_base: text("Namespace of the base that is named first."),
  roots: nullable(
    text(
      "The same of the models that their bases go back to, each with the family that its name states, or -; null where bases go in a circle.",
    ),
  ),
  first_root: nullable(text("Namespace of the root along the bases that are named first.")),
  steps: nullable(int("Fewest bases from the model to a root, the root included.", "steps")),
  most_steps: nullable(int("Most bases from the model to a root.", "steps")),
  models: int("Models.", "models"),
  downloads_30d: nullable(
    int("Their downloads in the 30 days before the day; null where the source has none.", "downloads"),
  ),
};

const key = [
  "source",
  "owner",
  "relation",
  "bases",
  "first_base",
  "roots",
  "first_root",
  "steps",
  "most_steps",
] as const;
const doc = "Derived models of one namespace that name bases of the same namespaces and go back to roots of the same.";

/** Derived models by what they name as base and by what that goes back to. */
export const lineage = defineEvidence({
  name: "lineage",
  doc,
  key,
  ...textgen,
  columns,
  sql,
  wider: [{ ...hub, sql }],
});

/** The same of the lists of later dates. */
export const listed = optional(defineEvidence({ name: "listed-lineage", doc, key, ...lists, columns, sql }));

import { date, int, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { hub, textgen } from "./standings.ts";
import { labelled, walking } from "./walk.ts";

const sql = `
  WITH RECURSIVE ${walking},
  reached AS (
    SELECT 'base' AS reach, source, owner, label FROM (${labelled("SELECT source, repo_key, owner, base_key FROM edges")})
    UNION ALL
    SELECT 'root', source, owner, label FROM (${labelled(`
      SELECT r.source, r.repo_key, c.owner, r.ancestor AS base_key FROM rooted r
      JOIN (SELECT DISTINCT source, repo_key, owner FROM edges) c ON c.source = r.source AND c.repo_key = r.repo_key`)})
  ),
  builders AS (SELECT reach, source, owner, string_agg(DISTINCT label, '+' ORDER BY label) AS owners FROM reached GROUP BY ALL)
  SELECT reach, source, (SELECT max(observed_on) FROM edges) AS observed_on, owners, count(*) AS namespaces
  FROM builders GROUP BY ALL`;

/** How many namespaces build on the same ones: a count that one namespace with a thousand uploads moves by one. */
export const builders = defineEvidence({
  name: "builders",
  doc: "Namespaces that publish derived models and build on the same namespaces, one step back or at the root.",
  key: ["source", "reach", "owners"],
  ...textgen,
  columns: {
    source: text("Id of the source record that lists them."),
    observed_on: date("Day of the list."),
    reach: text("base for what they name, root for what it goes back to."),
    owners: text("Namespaces that they build on, each once, joined by +."),
    namespaces: int("Namespaces that build on them.", "namespaces"),
  },
  sql,
  wider: [{ ...hub, sql }],
});

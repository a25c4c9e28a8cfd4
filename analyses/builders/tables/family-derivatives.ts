import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { followed, hub, named, newest } from "./standings.ts";

const sql = `
  WITH ${named},
  built AS (
    SELECT DISTINCT b.repo_key, b.observed_on, b.relation, b.downloads_30d, n.family
    FROM bases b JOIN named n
      ON b.base_owner = n.owner_key AND regexp_matches(split_part(b.base_key, '/', 2), n.pattern)
    WHERE lower(b.owner) NOT IN (SELECT owner_key FROM named f WHERE f.family = n.family) AND ${newest("bases")}
  ),
  every AS (
    SELECT max(observed_on) AS observed_on, count(*) AS models FROM models WHERE ${newest("models")}
  ),
  packed AS (SELECT DISTINCT repo_key FROM tags WHERE kind = 'model' AND tag = 'gguf' AND ${newest("tags")}),
  counted AS (
    SELECT f.family,
      count(DISTINCT u.repo_key) AS derivatives,
      count(DISTINCT u.repo_key) FILTER (u.relation = 'quantized') AS quantised,
      count(DISTINCT u.repo_key) FILTER (u.repo_key IN (FROM packed)) AS gguf
    FROM (SELECT DISTINCT family FROM named) f LEFT JOIN built u USING (family) GROUP BY f.family
  ),
  used AS (
    SELECT family, sum(downloads_30d) AS downloads_30d
    FROM (SELECT DISTINCT family, repo_key, downloads_30d FROM built) GROUP BY family
  )
  SELECT c.*, u.downloads_30d, e.observed_on, e.models FROM counted c LEFT JOIN used u USING (family) CROSS JOIN every e
`;

/** What others build on each family, one step away. */
export const familyDerivatives = defineEvidence({
  name: "family-derivatives",
  doc: "Models of other namespaces that name a model of one family as their base.",
  key: ["family"],
  ...followed,
  columns: {
    family: text("Family."),
    derivatives: int("Models of other namespaces than the family's that name one of its models as base.", "models"),
    quantised: int("Of these, those that say they are quantised.", "models"),
    gguf: int("Of these, those with files of the format gguf.", "models"),
    downloads_30d: nullable(int("Their downloads in the 30 days before the day.", "downloads")),
    observed_on: date("Day of the list, or of the newest snapshot."),
    models: int("All models of the list or snapshot.", "models"),
  },
  sql,
  wider: [{ ...hub, sql }],
});

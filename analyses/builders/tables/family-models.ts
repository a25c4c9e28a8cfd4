import { date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { hub, lists, named, newest, own } from "./standings.ts";

const sql = `
  WITH ${named}, ${own},
  formats AS (
    SELECT DISTINCT repo_key, tag FROM tags
    WHERE kind = 'model' AND tag IN ('safetensors', 'gguf') AND ${newest("tags")}
  )
  SELECT family, max(observed_on) AS observed_on,
    count(*) AS models,
    sum(downloads_30d) AS downloads_30d,
    count(*) FILTER (parameters > 0) AS sized,
    min(parameters) FILTER (parameters > 0) AS parameters_least,
    quantile_disc(parameters, 0.5) FILTER (parameters > 0) AS parameters_median,
    max(parameters) FILTER (parameters > 0) AS parameters_most,
    count(*) FILTER (repo_key IN (SELECT repo_key FROM formats WHERE tag = 'safetensors')) AS safetensors,
    count(*) FILTER (repo_key IN (SELECT repo_key FROM formats WHERE tag = 'gguf')) AS gguf
  FROM own GROUP BY family
`;

/** What each family offers: models, sizes and formats. */
export const familyModels = defineEvidence({
  name: "family-models",
  doc: "Models of one family that its own publisher has.",
  key: ["family"],
  ...lists,
  columns: {
    family: text("Family."),
    observed_on: date("Day of the newest list that has one of them, or of the newest snapshot."),
    models: int("Models, each once.", "models"),
    downloads_30d: nullable(int("Their downloads in the 30 days before each list's day.", "downloads")),
    sized: int("Models of known size.", "models"),
    parameters_least: nullable(float("Parameters of the one with fewest.", "parameters")),
    parameters_median: nullable(float("Median of their parameters.", "parameters")),
    parameters_most: nullable(float("Parameters of the one with most.", "parameters")),
    safetensors: int("Models with files of the format safetensors.", "models"),
    gguf: int("Models with files of the format gguf.", "models"),
  },
  sql,
  wider: [{ ...hub, sql }],
});

import { date, float, int, nullable } from "#loaders/schema/column.ts";
import { defineEvidence, type Standing } from "#loaders/schema/evidence.ts";

const columns = {
  observed_on: date("Day of the snapshot that the downloads are of."),
  parameters: float("Total parameters by the snapshot’s own files, names and bases.", "parameters"),
  recent_parameters: float("Total parameters as HF//RADAR states them.", "parameters"),
  models: int("Models with both.", "models"),
  downloads_30d: nullable(int("Their downloads in the 30 days before the snapshot.", "downloads")),
};

const sql = `
  SELECT s.observed_on, s.parameters, r.parameters AS recent_parameters,
    count(*) AS models, sum(s.downloads_30d) AS downloads_30d
  FROM sizes s
  JOIN (SELECT repo_key, max(parameters) AS parameters FROM models WHERE source = 'radar' GROUP BY repo_key) r
    ON r.repo_key = s.repo_key
  WHERE s.observed_on = (SELECT max(observed_on) FROM sizes) AND s.parameters IS NOT NULL AND r.parameters IS NOT NULL
  GROUP BY ALL`;

const hub: Standing = {
  sources: ["hub", "radar"],
  population: "models of the Hub that HF//RADAR follows",
  complete: false,
  sql,
};

/** Models to which two sources give a size. */
export const bothSizes = defineEvidence({
  name: "both-sizes",
  doc: "Models with one size by a snapshot of the Hub and one by HF//RADAR.",
  key: ["parameters", "recent_parameters"],
  sources: ["hub-stats-sample", "radar"],
  population: "models of the Hub that public evaluations name and HF//RADAR follows",
  complete: false,
  columns,
  sql,
  wider: [hub],
});

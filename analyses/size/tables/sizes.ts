import { bool, date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, type WiderStanding } from "#loaders/schema/evidence.ts";
import { activeInName, curators, evaluated, followed, hub, mixtureInName, rounded, withCurators } from "./standings.ts";

const columns = {
  observed_on: date("Day of the snapshot."),
  parameters: nullable(float("Total parameters; null where nothing gives them.", "parameters")),
  parameters_from: nullable(
    text("What gave the size: stated, gguf, safetensors, name, parent, one over a packed total, or correction."),
  ),
  active: nullable(
    float("Parameters that work on one token, where name or curators state fewer than all; else null.", "parameters"),
  ),
  mixture: bool("Whether name or curators say that the model is a mixture of experts."),
  downloaded: bool("Whether it has a download in the 30 days before the snapshot."),
  models: int("Models with as many.", "models"),
  downloads_30d: nullable(int("Their downloads in those 30 days.", "downloads")),
  downloads_all_time: nullable(int("Their downloads since creation.", "downloads")),
};

/** Rows of one size, out of rows with their size, active parameters and counters. */
function counted(rows: string, digits: (number: string) => string = (number) => number): string {
  return `
    WITH sized AS (
      SELECT *, CASE WHEN stated_active < parameters THEN stated_active END AS fewer FROM (${rows})
    )
    SELECT observed_on, ${digits("parameters")} AS parameters, parameters_from, ${digits("fewer")} AS active,
      fewer IS NOT NULL OR coalesce(named_mixture, false) AS mixture, coalesce(downloads_30d > 0, false) AS downloaded,
      count(*) AS models, sum(downloads_30d) AS downloads_30d, sum(downloads_all_time) AS downloads_all_time
    FROM sized GROUP BY ALL`;
}

const told = `
  SELECT repo_key, max(active_parameters) AS active_parameters FROM models
  WHERE source = '${curators}' AND active_parameters < parameters GROUP BY repo_key`;

const own = (unit: Parameters<typeof mixtureInName>[1]): string =>
  `coalesce(t.active_parameters, ${activeInName("m.name")}) AS stated_active, ${mixtureInName("m.name", unit)} AS named_mixture`;

const onHubFiles = (unit: Parameters<typeof mixtureInName>[1]): string => `
  SELECT s.observed_on, s.parameters, s.parameters_from, m.downloads_30d, m.downloads_all_time, ${own(unit)}
  FROM sizes s
  JOIN models m ON m.source = s.source AND m.observed_on = s.observed_on AND m.repo_key = s.repo_key
  LEFT JOIN (${told}) t ON t.repo_key = s.repo_key
  WHERE s.observed_on = (SELECT max(observed_on) FROM sizes)`;

const onRadar = `
  SELECT m.observed_on, m.parameters, m.parameters_from, m.downloads_30d, m.downloads_all_time, ${own("b")}
  FROM models m LEFT JOIN (${told}) t ON t.repo_key = m.repo_key
  WHERE m.source = 'radar'`;

const onHub: Omit<WiderStanding, "sources" | "population" | "complete"> = {
  sql: counted(onHubFiles("[mb]"), rounded),
  docs: {
    parameters: "Total parameters, to three significant digits; null where nothing gives them.",
    active: "Parameters that work on one token, to three significant digits, where fewer than all; else null.",
  },
};

const table = (name: string, standing: Parameters<typeof withCurators>[0], sql: string, wider: WiderStanding[] = []) =>
  defineEvidence({
    name,
    doc: "Models of one size, known in one way, with or without a download.",
    key: ["parameters", "parameters_from", "active", "mixture", "downloaded"],
    ...standing,
    columns,
    sql,
    wider,
  });

/** Sizes of models that public evaluations name, or of the complete Hub. */
export const modelSizes = table("model-sizes", withCurators(evaluated), counted(onHubFiles("b")), [
  { ...withCurators(hub), ...onHub },
  { ...hub, ...onHub },
]);

/** Sizes of recent models. */
export const recentSizes = table("recent-sizes", withCurators(followed), counted(onRadar));

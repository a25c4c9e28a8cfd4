import { date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import type { HubStanding } from "./standing.ts";

/** How many models have each size, and how the size is known. */
export const hubSizes = (standing: HubStanding) =>
  defineEvidence({
    name: "hub-sizes",
    doc: "Models of one snapshot with one size, known in one way.",
    key: ["observed_on", "parameters_from", "parameters"],
    ...standing,
    columns: {
      observed_on: date("Day of the snapshot."),
      parameters_from: nullable(
        text("What gave the size: gguf, safetensors, name, parent or one of them over a packed total."),
      ),
      parameters: nullable(
        float("Total parameters, to three significant digits; null where nothing gives them.", "parameters"),
      ),
      models: int("Models.", "models"),
      downloads_30d: nullable(int("Downloads in the 30 days before the snapshot.", "downloads")),
    },
    sql: `
      WITH scaled AS (
        SELECT *, CASE WHEN parameters > 0 THEN 10.0 ** greatest(floor(log10(parameters)) - 2, 0) END AS step FROM sizes
      )
      SELECT observed_on, parameters_from, round(parameters / step) * step AS parameters,
        count(*) AS models, sum(downloads_30d) AS downloads_30d
      FROM scaled GROUP BY ALL
    `,
  });

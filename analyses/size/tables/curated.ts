import { date, float, int, nullable } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { curators } from "./standings.ts";

/** Total and active parameters that curators of language models state. */
export const curatedSizes = defineEvidence({
  name: "curated-sizes",
  doc: "Language models with one number of total parameters and one of active ones.",
  key: ["parameters", "active"],
  sources: [curators],
  population: "language models that the ATOM Project curates",
  complete: false,
  columns: {
    observed_on: date("Day of the list."),
    parameters: nullable(float("Total parameters; null where the list does not say.", "parameters")),
    active: nullable(float("Parameters that work on one token, where stated; null otherwise.", "parameters")),
    models: int("Models.", "models"),
  },
  sql: `
    SELECT observed_on, parameters, active_parameters AS active, count(*) AS models
    FROM models GROUP BY ALL
  `,
});

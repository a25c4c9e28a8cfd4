import { bool, date, int } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";

/** The evidence: one small table, from one source, until the question needs more. */
export const stated = defineEvidence({
  name: "stated",
  doc: "Models whose size is stated, or not stated, on one day.",
  key: ["observed_on", "sized"],
  sources: ["hub-stats-sample"],
  population: "models of the Hub that public evaluations name",
  complete: false,
  columns: {
    observed_on: date("Day of the listing."),
    sized: bool("Whether the number of parameters is known from what the repository says of itself."),
    models: int("Models.", "models"),
  },
  sql: `
    SELECT observed_on, parameters IS NOT NULL AS sized, count(*) AS models
    FROM models WHERE source = 'hub-stats-sample'
    GROUP BY observed_on, sized
  `,
});

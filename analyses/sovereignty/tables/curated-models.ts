import { date, int, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";

/** How many models of each namespace the curated list holds. */
export const curatedModels = optional(
  defineEvidence({
    name: "curated-models",
    doc: "One namespace on the curated list of language models.",
    key: ["observed_on", "owner"],
    sources: ["tracked-models"],
    population: "language models that the ATOM Project curates",
    complete: false,
    columns: {
      observed_on: date("Day of the list."),
      owner: text("Namespace, or (unregistered)."),
      models: int("Models on the list.", "models"),
    },
    sql: `
    SELECT m.observed_on, coalesce(o.owner, '(unregistered)') AS owner, count(DISTINCT lower(m.repo)) AS models
    FROM models m LEFT JOIN owners o ON lower(o.owner) = lower(m.owner)
    WHERE m.source = 'tracked-models'
    GROUP BY m.observed_on, coalesce(o.owner, '(unregistered)')
  `,
  }),
);

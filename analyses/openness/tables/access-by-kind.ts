import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";

/** How models of each kind of publisher may be had. */
export const accessByKind = defineEvidence({
  name: "access-by-kind",
  doc: "Models of one kind of publisher that may be had in one way; models of several kinds have a kind of their own.",
  key: ["kind", "access"],
  sources: ["epoch-models"],
  population: "models in Epoch AI’s database",
  complete: false,
  columns: {
    kind: nullable(text("Kind of organisation, or joint for several; null where the database gives none.")),
    access: nullable(
      text("open, open-restricted, open-non-commercial, api, hosted or unreleased; null where it is not stated."),
    ),
    observed_on: date("Day of the newest publication in the database."),
    models: int("Models.", "models"),
  },
  sql: `
    SELECT CASE WHEN contains(organization_kinds, '+') THEN 'joint' ELSE lower(organization_kinds) END AS kind, access,
      max(observed_on) AS observed_on, count(*) AS models
    FROM trainings GROUP BY 1, 2
  `,
});

import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";

/** How models of each year may be had. */
export const accessByYear = defineEvidence({
  name: "access-by-year",
  doc: "Models published in one year that may be had in one way.",
  key: ["year", "access"],
  sources: ["epoch-models"],
  population: "models in Epoch AI’s database",
  complete: false,
  columns: {
    year: nullable(int("Year of publication; null where the database gives no date.", "year")),
    access: nullable(
      text("open, open-restricted, open-non-commercial, api, hosted or unreleased; null where it is not stated."),
    ),
    observed_on: date("Day of the newest publication in the database."),
    last_published: nullable(date("Last publication of the row.")),
    models: int("Models.", "models"),
  },
  sql: `
    SELECT year(published_on)::BIGINT AS year, access, max(observed_on) AS observed_on,
      max(published_on) AS last_published, count(*) AS models
    FROM trainings GROUP BY 1, 2
  `,
});

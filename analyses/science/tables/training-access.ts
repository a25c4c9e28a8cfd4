import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";

/** How the models of each field that Epoch AI records are published, by year. */
export const trainingAccess = defineEvidence({
  name: "training-access",
  doc: "Models that Epoch AI records, of one field, one year and one way to be published; a model of several fields counts in each.",
  key: ["domain", "year", "access"],
  sources: ["epoch-models"],
  population: "AI models that Epoch AI has recorded",
  complete: false,
  columns: {
    observed_on: date("Day of the list."),
    domain: text("Field, as Epoch AI names it; (none) where it names none, (all) for every model."),
    year: nullable(int("Year of publication; null where it is unknown.", "year")),
    access: nullable(text("open, open-restricted, open-non-commercial, api, hosted or unreleased; null if not known.")),
    models: int("Models.", "models"),
  },
  sql: `
    WITH fields AS (
      SELECT row, observed_on, year(published_on) AS year, access, unnest(string_split(coalesce(domains, '(none)'), '+')) AS domain
      FROM trainings
      UNION ALL SELECT row, observed_on, year(published_on), access, '(all)' FROM trainings
    )
    SELECT observed_on, domain, year, access, count(*) AS models FROM fields GROUP BY ALL
  `,
});

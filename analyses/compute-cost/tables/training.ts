import { date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";

const population = "models in Epoch AI’s database";
const access = `
  seen AS (
    SELECT *, CASE
      WHEN access = 'open' THEN 'open'
      WHEN access LIKE 'open-%' THEN 'limited'
      WHEN access IS NULL THEN 'unknown'
      ELSE 'closed' END AS weights
    FROM trainings WHERE published_on >= DATE '2017-01-01'
  )`;

/** Total in a fixed order, so that its last digits do not depend on threads. */
const total = "list_sum(list_sort(list(training_flop)))";

/** Compute of known training runs by year and access. */
export const trainingCompute = defineEvidence({
  name: "training-compute",
  doc: "Models published in one year with one kind of access.",
  key: ["year", "weights"],
  sources: ["epoch-models"],
  population,
  complete: false,
  columns: {
    year: int("Year of publication.", "year"),
    weights: text(
      "open; limited (weights published for restricted or non-commercial use); closed (API, hosted, unreleased); or unknown.",
    ),
    observed_on: date("Day of the newest publication in the database."),
    last_published: date("Last publication of the row."),
    models: int("Models.", "models"),
    with_compute: int("Of these, with training compute stated.", "models"),
    flop_most: nullable(float("Largest run.", "FLOP")),
    flop_most_sure: nullable(
      float("Largest run of which the database is confident, or which it holds likely.", "FLOP"),
    ),
    flop_median: nullable(float("Median run.", "FLOP")),
    flop_total: nullable(float("All stated runs together.", "FLOP")),
  },
  sql: `
    WITH ${access}
    SELECT year(published_on)::BIGINT AS year, weights, max(observed_on) AS observed_on, max(published_on) AS last_published,
      count(*) AS models, count(training_flop) AS with_compute,
      max(training_flop) AS flop_most,
      max(training_flop) FILTER (confidence IN ('Confident', 'Likely')) AS flop_most_sure,
      quantile_disc(training_flop, 0.5) AS flop_median, ${total} AS flop_total
    FROM seen GROUP BY 1, 2
  `,
});

/** The largest runs of each year, named. */
export const largestTrainings = defineEvidence({
  name: "largest-trainings",
  doc: "One of the three largest known training runs of a year with one kind of access.",
  key: ["year", "weights", "place"],
  sources: ["epoch-models"],
  population,
  complete: false,
  columns: {
    year: int("Year of publication.", "year"),
    weights: text("open, limited, closed or unknown."),
    place: int("Place in the year, from the largest.", "rank"),
    model: text("Model."),
    countries: nullable(text("Countries or regions of the publishers.")),
    published_on: date("Day of publication."),
    observed_on: date("Day of the newest publication in the database."),
    flop: float("Training compute.", "FLOP"),
    flop_least: nullable(float("Lower bound, where stated.", "FLOP")),
    flop_most: nullable(float("Upper bound, where stated.", "FLOP")),
    confidence: nullable(text("How sure the database is of its estimates of the model.")),
  },
  sql: `
    WITH ${access}
    SELECT year(published_on)::BIGINT AS year, weights,
      row_number() OVER (PARTITION BY year(published_on), weights ORDER BY training_flop DESC, row) AS place,
      model, countries, published_on, observed_on,
      training_flop AS flop, training_flop_least AS flop_least, training_flop_most AS flop_most, confidence
    FROM seen WHERE training_flop IS NOT NULL AND model IS NOT NULL
    QUALIFY place <= 3
  `,
});

/** Who trained with how much, since 2020. */
export const computeByPlace = defineEvidence({
  name: "compute-by-place",
  doc: "Models published since 2020 by organisations of the same countries or regions, with one kind of access.",
  key: ["countries", "weights"],
  sources: ["epoch-models"],
  population,
  complete: false,
  columns: {
    countries: text("Country or region; (several) for organisations of more than one, (unknown) where none is stated."),
    weights: text("open, limited, closed or unknown."),
    observed_on: date("Day of the newest publication in the database."),
    models: int("Models.", "models"),
    with_compute: int("Of these, with training compute stated.", "models"),
    flop_total: nullable(float("All stated runs together.", "FLOP")),
  },
  sql: `
    WITH ${access}
    SELECT
      CASE WHEN countries IS NULL THEN '(unknown)' WHEN countries LIKE '%+%' THEN '(several)' ELSE countries END AS countries,
      weights, max(observed_on) AS observed_on, count(*) AS models, count(training_flop) AS with_compute, ${total} AS flop_total
    FROM seen WHERE published_on >= DATE '2020-01-01' GROUP BY 1, 2
  `,
});

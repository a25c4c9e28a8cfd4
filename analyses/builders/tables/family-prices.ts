import { date, float, int, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";

const unit = "USD per million tokens";

/** What the models of each family cost by the token; a name that two families claim is left out. */
export const familyPrices = defineEvidence({
  name: "family-prices",
  doc: "Prices of the models of one family whose weights are published, each model at the median of its offers.",
  key: ["family"],
  sources: ["models-dev", "openrouter-list", "genai-prices"],
  population: "offers of models with published weights by the token in three public price lists",
  complete: false,
  columns: {
    family: text("Family."),
    observed_on: date("Day of the newest price list that has one of them."),
    models: int("Models with a price.", "models"),
    offers: int("Offers of these models.", "offers"),
    usd_least: float("Price of the cheapest model, three parts input and one part output.", unit),
    usd_median: float("Median over the models.", unit),
    usd_most: float("Price of the dearest model.", unit),
  },
  sql: `
    WITH current AS (
      SELECT * FROM offers WHERE priced_from IS NULL OR priced_from <= observed_on
      QUALIFY row_number() OVER (PARTITION BY source, provider, offer ORDER BY priced_from DESC NULLS LAST) = 1
    ),
    open AS (SELECT model FROM offers WHERE source = 'models-dev' GROUP BY model HAVING bool_and(open_weights)),
    priced AS (
      SELECT model, observed_on, (3 * input_usd + output_usd) / 4 AS usd
      FROM current SEMI JOIN open USING (model)
      WHERE NOT deprecated AND input_usd > 0 AND output_usd > 0
    ),
    claimed AS (
      SELECT f.family, p.model FROM (SELECT DISTINCT model FROM priced) p
      JOIN "model-families" f ON regexp_matches(p.model, f.pattern)
      QUALIFY count(*) OVER (PARTITION BY p.model) = 1
    ),
    by_model AS (
      SELECT c.family, model, max(p.observed_on) AS observed_on, count(*) AS offers, round(median(p.usd), 9) AS usd
      FROM priced p JOIN claimed c USING (model) GROUP BY c.family, model
    )
    SELECT family, max(observed_on) AS observed_on, count(*) AS models, sum(offers) AS offers,
      min(usd) AS usd_least, round(median(usd), 9) AS usd_median, max(usd) AS usd_most
    FROM by_model GROUP BY family
  `,
});

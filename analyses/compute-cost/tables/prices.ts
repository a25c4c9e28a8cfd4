import { bool, date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { byProvider, current, priced, priceSources, traits } from "./offers.ts";

const unit = "USD per million tokens";
const population = "offers of language models by the token in three public price lists";

/** How many models of a kind have one price; the raw material of all price comparisons. */
export const modelPrices = defineEvidence({
  name: "model-prices",
  doc: "One price with what peers are chosen by: how many language models of a price list have it, at the median provider.",
  key: [
    "source",
    "observed_on",
    "catalogued",
    "alias",
    "weights",
    "released_month",
    "modality",
    "context",
    "blended_3_1",
    "blended_1_1",
    "blended_9_1",
    "cheapest_3_1",
  ],
  sources: priceSources,
  population,
  complete: false,
  columns: {
    source: text("Price list."),
    observed_on: date("Day of the price list."),
    catalogued: bool("Whether the catalogue of models.dev describes the model."),
    alias: bool("Whether the name ends in -latest: it then stands for another model, and may move."),
    weights: text("open, closed or disputed."),
    released_month: date("First day of the month of the model's release."),
    modality: text("text, or text and images."),
    context: text("Class of the longest context, in tokens."),
    blended_3_1: float("Median over providers of the price of three parts input and one part output.", unit),
    blended_1_1: float("The same for equal parts.", unit),
    blended_9_1: float("The same for nine parts input to one part output.", unit),
    cheapest_3_1: nullable(float("Cheapest provider, three parts to one; null with fewer than three providers.", unit)),
    models: int("Models with these values.", "models"),
  },
  sql: `
    WITH ${current}, ${priced}, ${byProvider}, ${traits},
    by_model AS (
      SELECT source, model, max(observed_on) AS observed_on,
        round(median(blended_3_1), 9) AS blended_3_1,
        round(median(blended_1_1), 9) AS blended_1_1,
        round(median(blended_9_1), 9) AS blended_9_1,
        CASE WHEN count(*) >= 3 THEN round(min(blended_3_1), 9) END AS cheapest_3_1
      FROM by_provider GROUP BY source, model
    )
    SELECT p.source, p.observed_on, t.catalogued, model LIKE '%-latest' AS alias, t.weights, t.released_month, t.modality, t.context,
      p.blended_3_1, p.blended_1_1, p.blended_9_1, p.cheapest_3_1, count(*) AS models
    FROM by_model p JOIN traits t USING (model)
    WHERE t.weights <> 'unknown' AND t.released_month IS NOT NULL AND t.modality <> 'other' AND t.context IS NOT NULL
    GROUP BY ALL
  `,
});

/** What each price list holds, and what the comparison leaves out. */
export const offerCounts = defineEvidence({
  name: "offer-counts",
  doc: "One price list: how many offers it holds and how many of them carry a price.",
  key: ["source", "observed_on"],
  sources: priceSources,
  population,
  complete: false,
  columns: {
    source: text("Price list."),
    observed_on: date("Day of the price list."),
    offers: int("Offers of a model by a provider.", "offers"),
    providers: int("Providers.", "providers"),
    models: int("Models, once spelt alike.", "models"),
    deprecated: int("Offers marked as deprecated; left out.", "offers"),
    unpriced: int("Other offers without a price by the token; left out.", "offers"),
    free: int("Other offers whose input and output both cost nothing; left out.", "offers"),
    half_free: int("Other offers whose input or output costs nothing; left out.", "offers"),
    priced: int("Offers that remain.", "offers"),
    models_priced: int("Models that these offers sell.", "models"),
    models_known: int("Of these, language models whose weights, release, modality and context are known.", "models"),
  },
  sql: `
    WITH ${current}, ${priced}, ${traits},
    sold AS (
      SELECT source, count(DISTINCT model) AS models_priced,
        count(DISTINCT model) FILTER (
          weights <> 'unknown' AND released_month IS NOT NULL AND modality <> 'other' AND context IS NOT NULL
        ) AS models_known
      FROM priced LEFT JOIN traits USING (model) GROUP BY source
    )
    SELECT source, max(observed_on) AS observed_on,
      count(*) AS offers, count(DISTINCT provider) AS providers, count(DISTINCT model) AS models,
      count(*) FILTER (deprecated) AS deprecated,
      count(*) FILTER (NOT deprecated AND (input_usd IS NULL OR output_usd IS NULL)) AS unpriced,
      count(*) FILTER (NOT deprecated AND input_usd = 0 AND output_usd = 0) AS free,
      count(*) FILTER (NOT deprecated AND least(input_usd, output_usd) = 0 AND greatest(input_usd, output_usd) > 0) AS half_free,
      count(*) FILTER (NOT deprecated AND input_usd > 0 AND output_usd > 0) AS priced,
      any_value(models_priced) AS models_priced, any_value(models_known) AS models_known
    FROM current JOIN sold USING (source) GROUP BY source
  `,
});

/** Models that the hardware part prices, and those that most providers sell. */
export const namedPrices = defineEvidence({
  name: "named-prices",
  doc: "One of the ten open and ten closed models that most providers of models.dev sell, or one of those whose hardware the chapter works out.",
  key: ["model"],
  sources: ["models-dev"],
  population: "offers of language models by the token that models.dev lists",
  complete: false,
  columns: {
    model: text("Model, as spelt alike in all price lists."),
    observed_on: date("Day of the price list."),
    weights: text("open, closed, disputed or unknown."),
    released_month: nullable(date("First day of the month of the model's release.")),
    modality: nullable(text("text, text and images, or other.")),
    context: nullable(text("Class of the longest context, in tokens.")),
    providers: int("Providers that sell the model by the token.", "providers"),
    input_usd: float("Median price of input over providers.", unit),
    output_usd: float("Median price of output over providers.", unit),
    blended_3_1: float("Median over providers of three parts input and one part output.", unit),
    cheapest_3_1: nullable(float("Cheapest provider; null with fewer than three.", unit)),
    quartile_3_1: nullable(float("First quartile of providers; null with fewer than three.", unit)),
    dearest_3_1: float("Dearest provider.", unit),
    cheapest_output_usd: nullable(float("Cheapest price of output; null with fewer than three providers.", unit)),
  },
  sql: `
    WITH ${current}, ${priced}, ${byProvider}, ${traits},
    by_model AS (
      SELECT model, max(observed_on) AS observed_on, count(*) AS providers,
        round(median(input_usd), 9) AS input_usd, round(median(output_usd), 9) AS output_usd,
        round(median(blended_3_1), 9) AS blended_3_1,
        CASE WHEN count(*) >= 3 THEN round(min(blended_3_1), 9) END AS cheapest_3_1,
        CASE WHEN count(*) >= 3 THEN round(quantile_disc(blended_3_1, 0.25), 9) END AS quartile_3_1,
        round(max(blended_3_1), 9) AS dearest_3_1,
        CASE WHEN count(*) >= 3 THEN round(min(output_usd), 9) END AS cheapest_output_usd
      FROM by_provider WHERE source = 'models-dev' GROUP BY model
    ),
    ranked AS (
      SELECT *, row_number() OVER (PARTITION BY weights ORDER BY providers DESC, model) AS place
      FROM by_model JOIN traits USING (model)
    )
    SELECT model, observed_on, weights, released_month, modality, context, providers, input_usd, output_usd, blended_3_1, cheapest_3_1, quartile_3_1, dearest_3_1,
      cheapest_output_usd
    FROM ranked
    WHERE (weights IN ('open', 'closed') AND place <= 10)
      OR model IN (
        'deepseek-r1', 'deepseek-v3', 'glm-4-5', 'gpt-oss-20b', 'gpt-oss-120b', 'kimi-k2-instruct',
        'llama-3-1-8b-instruct', 'llama-3-1-70b-instruct', 'llama-3-1-405b-instruct', 'mixtral-8x7b-instruct',
        'qwen3-30b-a3b', 'qwen3-32b', 'qwen3-235b-a22b'
      )
  `,
});

import { date, float, int, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { byProvider, current, priced, priceSources } from "./offers.ts";

const unit = "USD per million tokens";
const population = "models that two of three public price lists both price";

/** Sellers that the lists spell differently, brought to the spelling of models.dev. */
const sellers = `
  sellers AS (
    SELECT * REPLACE (CASE provider
      WHEN 'aws' THEN 'amazon-bedrock'
      WHEN 'x-ai' THEN 'xai'
      WHEN 'together' THEN 'togetherai'
      WHEN 'fireworks' THEN 'fireworks-ai'
      WHEN 'novita' THEN 'novita-ai'
      ELSE provider END AS provider)
    FROM by_provider
  )`;

/** Pairs of prices of one model: at the same seller, and at the median seller of each list. */
const pairs = `
  compared AS (
    SELECT 'same seller' AS level, source, model, provider, observed_on, median(blended_3_1) AS price
    FROM sellers GROUP BY source, model, provider, observed_on
    UNION ALL
    SELECT 'median seller', source, model, '', max(observed_on), median(blended_3_1) FROM by_provider GROUP BY source, model
  ),
  pairs AS (
    SELECT a.level, a.source AS first_source, b.source AS second_source, a.model, a.provider,
      greatest(a.observed_on, b.observed_on) AS observed_on,
      a.price AS first_usd, b.price AS second_usd,
      greatest(a.price, b.price) / least(a.price, b.price) AS ratio
    FROM compared a JOIN compared b
      ON a.level = b.level AND a.model = b.model AND a.provider = b.provider
      AND (a.source, b.source) IN (
        ('models-dev', 'openrouter-list'), ('models-dev', 'genai-prices'), ('openrouter-list', 'genai-prices')
      )
  )`;

/** How often two lists agree on a price. */
export const agreement = defineEvidence({
  name: "price-agreement",
  doc: "How many prices of two lists lie how far apart.",
  key: ["level", "first_source", "second_source", "band"],
  sources: priceSources,
  population,
  complete: false,
  columns: {
    level: text("same seller, or the median seller of each list."),
    first_source: text("One price list."),
    second_source: text("The other."),
    band: text("How far the dearer price lies above the cheaper: equal, ten, double, more."),
    observed_on: date("Newest day of the two lists."),
    prices: int("Pairs of prices, three parts input and one part output.", "prices"),
  },
  sql: `
    WITH ${current}, ${priced}, ${byProvider}, ${sellers}, ${pairs}
    SELECT level, first_source, second_source,
      CASE WHEN ratio <= 1.01 THEN 'equal' WHEN ratio <= 1.1 THEN 'ten' WHEN ratio <= 2 THEN 'double' ELSE 'more' END AS band,
      max(observed_on) AS observed_on, count(*) AS prices
    FROM pairs GROUP BY ALL
  `,
});

/** The widest disagreements at one and the same seller. */
export const disagreements = defineEvidence({
  name: "price-disagreements",
  doc: "One of the eight widest disagreements of two lists on the price of a model at one seller.",
  key: ["first_source", "second_source", "provider", "model"],
  sources: priceSources,
  population,
  complete: false,
  columns: {
    first_source: text("One price list."),
    second_source: text("The other."),
    provider: text("The seller."),
    model: text("The model."),
    observed_on: date("Newest day of the two lists."),
    first_usd: float("Price in the first list, three parts input and one part output.", unit),
    second_usd: float("Price in the second.", unit),
  },
  sql: `
    WITH ${current}, ${priced}, ${byProvider}, ${sellers}, ${pairs}
    SELECT first_source, second_source, provider, model, observed_on,
      round(first_usd, 9) AS first_usd, round(second_usd, 9) AS second_usd
    FROM pairs
    WHERE level = 'same seller' AND ratio > 1.01
    QUALIFY row_number() OVER (
      PARTITION BY first_source, second_source ORDER BY round(ratio, 9) DESC, model, provider
    ) <= 8
  `,
});

/** Sources of prices, in the order in which the chapter names them. */
export const priceSources = ["models-dev", "openrouter-list", "genai-prices"] as const;

/** Offers whose price is in force on the day of the snapshot, one row an offer. */
export const current = `
  current AS (
    SELECT * FROM offers
    WHERE priced_from IS NULL OR priced_from <= observed_on
    QUALIFY row_number() OVER (
      PARTITION BY source, provider, offer ORDER BY priced_from DESC NULLS LAST
    ) = 1
  )`;

/** Offers that ask a price for input and for output, with that price blended three ways; needs `current`. */
export const priced = `
  priced AS (
    SELECT *,
      (3 * input_usd + output_usd) / 4 AS blended_3_1,
      (input_usd + output_usd) / 2 AS blended_1_1,
      (9 * input_usd + output_usd) / 10 AS blended_9_1
    FROM current
    WHERE NOT deprecated AND input_usd > 0 AND output_usd > 0
  )`;

/** One row a source, model and provider: the median of the provider's offers of the model; needs `priced`. */
export const byProvider = `
  by_provider AS (
    SELECT source, model, provider, max(observed_on) AS observed_on,
      median(input_usd) AS input_usd, median(output_usd) AS output_usd,
      median(blended_3_1) AS blended_3_1, median(blended_1_1) AS blended_1_1, median(blended_9_1) AS blended_9_1
    FROM priced GROUP BY source, model, provider
  )`;

/**
 * One row a model: what models.dev says of it.
 *
 * Weights are disputed where offers of a model outside the catalogue contradict each other. What does not read and
 * write text is no language model, nor is one that only moderates (guard in its name).
 */
export const traits = `
  traits AS (
    SELECT model,
      bool_or(catalogued) AS catalogued,
      CASE
        WHEN bool_or(open_weights) IS NULL THEN 'unknown'
        WHEN bool_and(open_weights) THEN 'open'
        WHEN bool_or(open_weights) THEN 'disputed'
        ELSE 'closed'
      END AS weights,
      date_trunc('month', quantile_disc(released_on, 0.5))::DATE AS released_month,
      CASE
        WHEN count(output_modalities) = 0 THEN NULL
        WHEN model LIKE '%guard%' THEN 'other'
        WHEN 2 * count(*) FILTER (output_modalities <> 'text') > count(output_modalities) THEN 'other'
        WHEN 2 * count(*) FILTER (input_modalities NOT LIKE '%text%') > count(input_modalities) THEN 'other'
        WHEN 2 * count(*) FILTER (input_modalities LIKE '%image%') > count(input_modalities) THEN 'text and images'
        ELSE 'text'
      END AS modality,
      CASE
        WHEN quantile_disc(context_tokens, 0.5) <= 32768 THEN 'to 32,768'
        WHEN quantile_disc(context_tokens, 0.5) <= 300000 THEN 'to 300,000'
        WHEN quantile_disc(context_tokens, 0.5) > 300000 THEN 'above 300,000'
      END AS context
    FROM offers WHERE source = 'models-dev' GROUP BY model
  )`;

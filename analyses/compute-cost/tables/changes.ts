import { date, float, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { traits } from "./offers.ts";

const unit = "USD per million tokens";

/** Prices that changed on a known day. */
export const priceChanges = defineEvidence({
  name: "price-changes",
  doc: "One dated change of a price that genai-prices records, with the price before it; names that end in -latest are left out, as they may move to another model.",
  key: ["provider", "offer", "changed_on"],
  sources: ["genai-prices", "models-dev"],
  population: "offers for which genai-prices records a price by the token and the day of its change",
  complete: false,
  columns: {
    provider: text("The seller."),
    offer: text("The model, as the seller names it."),
    changed_on: date("First day of the new price."),
    observed_on: date("Day of the price list; a change after it is announced."),
    weights: text("open, closed, disputed or unknown, as models.dev has it."),
    input_before: float("Price of input before.", unit),
    output_before: float("Price of output before.", unit),
    input_after: float("Price of input from that day.", unit),
    output_after: float("Price of output from that day.", unit),
  },
  sql: `
    WITH ${traits},
    steps AS (
      SELECT provider, offer, model, observed_on, priced_from AS changed_on,
        lag(input_usd) OVER step AS input_before, lag(output_usd) OVER step AS output_before,
        input_usd AS input_after, output_usd AS output_after
      FROM offers WHERE source = 'genai-prices' AND offer NOT LIKE '%-latest'
      WINDOW step AS (PARTITION BY provider, offer ORDER BY priced_from NULLS FIRST)
    )
    SELECT provider, offer, changed_on, observed_on, coalesce(weights, 'unknown') AS weights,
      input_before, output_before, input_after, output_after
    FROM steps LEFT JOIN traits USING (model)
    WHERE changed_on IS NOT NULL AND input_before > 0 AND output_before > 0 AND input_after > 0 AND output_after > 0
  `,
});

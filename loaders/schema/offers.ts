import { bool, date, float, int, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One model offered by one provider at one price, as one source saw it on one day. */
export const offers = defineTable({
  name: "offers",
  doc: "One model offered by one provider at one price, as one source saw it on one day.",
  key: ["source", "provider", "offer", "observed_on", "priced_from"],
  columns: {
    source: text("Id of the source record that the row comes from."),
    provider: text("Who sells the model, as the source spells it."),
    offer: text("Name under which the provider sells it."),
    observed_on: date("Day of the snapshot that the row belongs to."),
    priced_from: nullable(date("First day of the price; null where the source does not date it.")),
    model: text(
      "The model, spelt alike in all sources: lower case, without publisher, region, date, route or precision.",
    ),
    publisher: nullable(text("Who made the model, where the source says so.")),
    hugging_face_id: nullable(text("Repository of the weights on the Hub, where the source names one.")),
    catalogued: bool("Whether the source's own catalogue describes the model; false where the source has none."),
    open_weights: nullable(bool("Whether the weights are published: the catalogue's word where it has one.")),
    open_weights_stated: nullable(bool("The same as the offer itself states it, without the catalogue.")),
    released_on: nullable(
      date("Day of the model's release, or of its listing; the first of the month where that is all."),
    ),
    released_to: nullable(text("How exact released_on is: day or month.")),
    input_modalities: nullable(text("What goes in, sorted and joined by +: image+text.")),
    output_modalities: nullable(text("What comes out, sorted and joined by +.")),
    context_tokens: nullable(int("Longest context; never 0.", "tokens")),
    input_usd: nullable(float("Price of input; 0 is free, null is not priced by the token.", "USD per million tokens")),
    output_usd: nullable(
      float("Price of output; 0 is free, null is not priced by the token.", "USD per million tokens"),
    ),
    tiered: bool("Whether longer contexts cost more; the prices here are those of the lowest tier."),
    deprecated: bool("Whether the source marks the offer as deprecated."),
  },
});

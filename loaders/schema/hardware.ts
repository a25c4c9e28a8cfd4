import { bool, date, float, int, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

const source = text("URL of a page that states the values, or unsourced.");
const confidence = text("How sure the values are; never above low without a source.");
const note = nullable(text("What a reader should know of the row."));

/** One accelerator as its maker specifies it. Rates are dense, without sparsity; an unknown value is null. */
export const specs = defineTable({
  name: "accelerator-specs",
  doc: "An accelerator as its maker specifies it.",
  key: ["name"],
  columns: {
    name: text("Name, with the form that the values are for."),
    vendor: text("Maker."),
    tasks_name: nullable(text("Name in the list of @huggingface/tasks; null if it is not there.")),
    memory_gb: float("Memory; decimal, as makers count it.", "GB"),
    bandwidth_gb_s: nullable(float("Bandwidth of the memory; decimal.", "GB/s")),
    bf16_tflops: nullable(float("Peak rate of dense bf16 matrix products.", "TFLOP/s")),
    fp8_tflops: nullable(float("Peak rate of dense fp8 matrix products; null where fp8 is not offered.", "TFLOP/s")),
    power_watts: nullable(float("Rated power.", "watts")),
    source,
    confidence,
    note,
  },
});

/** One list price for renting one accelerator by the hour. */
export const rents = defineTable({
  name: "accelerator-rents",
  doc: "A list price for renting one accelerator by the hour.",
  key: ["accelerator", "seller", "product"],
  columns: {
    accelerator: text("Name in accelerator-specs.csv."),
    seller: text("Who rents it out."),
    product: text("The seller's product, in short."),
    usd_per_hour: float("Price of one accelerator for an hour, taxes excluded.", "USD per hour"),
    accelerators_least: int("Smallest number that the price is for.", "accelerators"),
    read_on: nullable(date("Day on which the price was read; null where the copy is undated.")),
    source,
    confidence,
    note,
  },
});

/** One open language model: what its memory and its work are computed from. */
export const architectures = defineTable({
  name: "model-architectures",
  doc: "An open language model: what its memory and its work are computed from.",
  key: ["name"],
  columns: {
    name: text("Name as price lists have it: lower case, dots and spaces as -."),
    repository: text("Repository on the Hub."),
    parameters: float("All parameters.", "parameters"),
    active_parameters: float("Parameters that one token uses; all of them in a dense model.", "parameters"),
    layers: int("Layers that keep keys and values.", "layers"),
    query_heads: int("Query heads; times head_width it is the width of attention.", "heads"),
    kv_heads: nullable(int("Heads whose keys and values are kept; null with latent attention.", "heads")),
    head_width: nullable(int("Values in a head; null with latent attention.", "values")),
    latent_width: nullable(int("Values kept for a token and layer with latent attention; null without.", "values")),
    experts: nullable(int("Experts of a layer that a router chooses among; null in a dense model.", "experts")),
    experts_per_token: nullable(int("Of these, experts that one token uses; null in a dense model.", "experts")),
    hidden_width: nullable(int("Width of the residual stream.", "values")),
    context_tokens: int("Longest context that the model was published for.", "tokens"),
    native_precision: text("Id in precisions.csv of the weights as they were published."),
    source,
    confidence,
    note,
  },
});

/** One way to store a weight. */
export const precisions = defineTable({
  name: "precisions",
  doc: "A way to store weights, and what one weight takes.",
  key: ["id"],
  columns: {
    id: text("Name, in lower case."),
    bits_per_weight: float("Bits for one weight, its share of scales included.", "bits"),
    exact: bool("Whether the format fixes the bits; otherwise they depend on the mix of tensors."),
    source,
    confidence,
    note,
  },
});

/** One number that the arithmetic assumes, with the range over which it is varied. */
export const assumptions = defineTable({
  name: "compute-assumptions",
  doc: "A number that the arithmetic of compute assumes, and the range over which it is varied.",
  key: ["id"],
  columns: {
    id: text("Name of the assumption."),
    value: float("The value that is used."),
    unit: text("Its unit; a share is a fraction of one."),
    low: float("The lowest value of the sensitivity."),
    high: float("The highest value of the sensitivity."),
    statement: text("The assumption in one sentence."),
    source: text("URL of a page that states the value, or unsourced."),
    confidence,
  },
});

import type { NamedRow } from "#analyses/compute-cost/own-hardware.ts";
import type { PriceRow } from "#analyses/compute-cost/peers.ts";
import type { accelerators } from "#analyses/compute-cost/tables.ts";
import type { Basis } from "#kit/coverage.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { emptyReference } from "./registries.ts";

/** One model in the catalogue, of June 2025, that reads text; and whatever a test wants to be different. */
export function priceRow(weights: string, price: number, changes: Partial<PriceRow> = {}): PriceRow {
  return {
    ...{ source: "models-dev", observed_on: "2026-07-01", catalogued: true, alias: false, weights },
    ...{ released_month: "2025-06-01", modality: "text", context: "to 32,768" },
    ...{ blended_3_1: price, blended_1_1: price, blended_9_1: price, cheapest_3_1: null, models: 1 },
    ...changes,
  };
}

/** One open model that several sellers price, and whatever a test wants to be different. */
export function namedRow(model: string, changes: Partial<NamedRow> = {}): NamedRow {
  return {
    ...{ model, observed_on: "2026-07-01", weights: "open", released_month: "2025-06-01", modality: "text" },
    ...{ context: "to 32,768", providers: 5, input_usd: 1, output_usd: 1, blended_3_1: 2, cheapest_3_1: 1 },
    ...{ quartile_3_1: 1.5, dearest_3_1: 4, cheapest_output_usd: 1 },
    ...changes,
  };
}

/** A basis of price evidence. */
export const priceBasis: Basis = {
  population: "offers of a few models",
  complete: false,
  asOf: "2026-09-23",
  tables: ["compute-cost/model-prices"],
  sources: ["models-dev"],
};

type Architecture = Reference["architectures"][number];

const told = { source: "unsourced", confidence: "low", note: null };

/** A dense model of 20 billion parameters in bf16, whose token takes 160,000 bytes of cache. */
export function architecture(name: string, changes: Partial<Architecture> = {}): Architecture {
  return {
    ...{ name, repository: `acme/${name}`, parameters: 20e9, active_parameters: 20e9, layers: 50 },
    ...{ query_heads: 8, kv_heads: 8, head_width: 100, latent_width: null, hidden_width: null },
    ...{ experts: null, experts_per_token: null, context_tokens: 131_072, native_precision: "bf16", ...told },
    ...changes,
  };
}

const values: Readonly<Record<string, readonly [value: number, low: number, high: number]>> = {
  batch: [10, 1, 100],
  context: [6250, 1000, 10_000],
  busy: [0.5, 0.1, 1],
  "bandwidth-utilisation": [0.5, 0.25, 1],
  "prefill-utilisation": [0.4, 0.2, 0.8],
  "memory-overhead": [0.25, 0.1, 0.5],
  "usable-memory": [0.5, 0.4, 0.9],
  pue: [1.5, 1.1, 1.6],
  "short-batch": [20, 5, 40],
  "short-context": [1000, 500, 2000],
  host: [0.5, 0.2, 1],
  amortisation: [4, 3, 6],
  hours: [730, 720, 744],
  electricity: [0.1, 0.05, 0.2],
};

/** A mixture in fp8: 4 billion shared parameters and 96 billion in 16 experts, of which a token uses one. */
export const mixture = {
  ...{ parameters: 100e9, active_parameters: 10e9, native_precision: "fp8" },
  ...{ experts: 16, experts_per_token: 1 },
} as const satisfies Partial<Architecture>;

/** What Hugging Face's list says of the accelerator: 29200 USD. */
export const listedAccelerators: readonly Row<typeof accelerators>[] = [
  { name: "another", vendor: "acme", observed_on: "2026-09-30", price_usd: 1 },
  { name: "H100", vendor: "acme", observed_on: "2026-09-30", price_usd: 29_200 },
];

/** Registries with two accelerators of round numbers, dated rents of three sellers of the first, every assumption. */
export function hardware(changes: Partial<Reference> = {}): Reference {
  const rent = (seller: string, usd_per_hour: number, read_on: string | null, accelerator = "H100 SXM") => ({
    ...{ accelerator, seller, product: String(usd_per_hour), usd_per_hour },
    ...{ accelerators_least: 1, read_on, ...told },
  });
  const rates = { vendor: "acme", bf16_tflops: 500, fp8_tflops: 1000, power_watts: 700, ...told };
  return emptyReference({
    specs: [
      { name: "H100 SXM", tasks_name: "H100", memory_gb: 80, bandwidth_gb_s: 1000, ...rates },
      { name: "H200 SXM", tasks_name: "H200", memory_gb: 160, bandwidth_gb_s: 2000, ...rates },
    ],
    rents: [
      ...[rent("c", 7, "2026-09-01"), rent("a", 3, "2026-09-02"), rent("b", 3.6, "2026-09-03")],
      ...[rent("c", 5, "2026-09-04"), rent("d", 100, "2026-10-01"), rent("a", 200, null)],
      ...[rent("a", 5, "2026-09-01", "H200 SXM"), rent("a", 300, "2026-09-01", "B200 SXM")],
    ],
    precisions: [
      { id: "bf16", bits_per_weight: 16, exact: true, ...told },
      { id: "fp8", bits_per_weight: 8, exact: true, ...told },
      { id: "int4", bits_per_weight: 4.25, exact: false, ...told },
      { id: "mxfp4", bits_per_weight: 4.25, exact: true, ...told },
    ],
    assumptions: Object.entries(values).map(([id, [value, low, high]]) => ({
      ...{ id, value, low, high, unit: "share", statement: "It is so.", source: "unsourced", confidence: "low" },
    })),
    ...changes,
  });
}

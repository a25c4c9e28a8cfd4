import { runEvidence } from "#loaders/engine/evidence.ts";
import { createTable } from "#loaders/engine/rows.ts";
import { accelerators } from "#loaders/schema/accelerators.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import { offers } from "#loaders/schema/offers.ts";
import type { Row } from "#loaders/schema/table.ts";
import { trainings } from "#loaders/schema/trainings.ts";
import { withEngine } from "#test/fixtures/query.ts";

export type Offer = Row<typeof offers>;
export type Training = Row<typeof trainings>;
export type Accelerator = Row<typeof accelerators>;

/** Rows of canonical tables; those that are not given are empty. */
export interface Given {
  readonly offers?: readonly Offer[];
  readonly trainings?: readonly Training[];
  readonly accelerators?: readonly Accelerator[];
}

/** Rows of an evidence table over a few rows of canonical tables. */
export function evidence<S extends EvidenceSchema>(schema: S, given: Given): Promise<Row<S>[]> {
  return withEngine(async (engine) => {
    await createTable(engine, offers, given.offers ?? []);
    await createTable(engine, trainings, given.trainings ?? []);
    await createTable(engine, accelerators, given.accelerators ?? []);
    return runEvidence(engine, schema);
  });
}

const days: Readonly<Record<string, string>> = {
  "models-dev": "2026-07-01",
  "openrouter-list": "2026-05-12",
  "genai-prices": "2026-09-23",
};

let made = 0;

/** An offer of an open model of 20 June 2025 that reads text, at 1 USD in and out, and whatever a test wants else. */
export function offer(model: string, provider: string, changes: Partial<Offer> = {}): Offer {
  made += 1;
  const source = changes.source ?? "models-dev";
  return {
    ...{ source, provider, offer: `offer ${made}`, observed_on: days[source] ?? "", priced_from: null, model },
    ...{ publisher: null, hugging_face_id: null, catalogued: true, open_weights: true, open_weights_stated: null },
    ...{ released_on: "2025-06-20", released_to: "day", input_modalities: "text", output_modalities: "text" },
    ...{ context_tokens: 1000, input_usd: 1, output_usd: 1, tiered: false, deprecated: false },
    ...changes,
  };
}

/** An offer at one price for input and for output. */
export function at(usd: number | null, model: string, provider: string, changes: Partial<Offer> = {}): Offer {
  return offer(model, provider, { input_usd: usd, output_usd: usd, ...changes });
}

/** An open model of an American organisation, published in May 2024, and whatever a test wants else. */
export function training(row: number, changes: Partial<Training> = {}): Training {
  return {
    ...{ source: "epoch-models", row, model: `model ${row}`, observed_on: "2025-03-14", published_on: "2024-05-01" },
    ...{ domains: null, organizations: null, organization_kinds: null, countries: "US", access: "open" },
    ...{ parameters: null, training_flop: null, training_flop_least: null, training_flop_most: null },
    ...{ training_hardware: null, hardware_quantity: null, training_hours: null, confidence: null },
    ...changes,
  };
}

/** A graphics processor of 2024 with one size of memory, and whatever a test wants else. */
export function chip(name: string, memory_most: number | null, changes: Partial<Accelerator> = {}): Accelerator {
  return {
    ...{ source: "huggingface-tasks", vendor: "NVIDIA", name, category: "gpu", observed_on: "2026-09-29" },
    ...{ release_year: 2024, memory_least: memory_most, memory_most, tflops: 1, price_usd: null, power_watts: null },
    ...changes,
  };
}

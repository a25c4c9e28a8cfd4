import { readFile } from "node:fs/promises";
import { z } from "zod";
import { joined } from "./engine/cells.ts";
import { collect } from "./engine/problems.ts";
import { perMillion, unsaid } from "./offers/fields.ts";
import { modelName } from "./offers/model-name.ts";
import { defineRowLoader } from "./schema/loader.ts";
import { offers } from "./schema/offers.ts";
import type { Row } from "./schema/table.ts";

const listed = z.object({
  id: z.string().regex(/^[^/]+\/[^/]+$/, "must be publisher/model"),
  hugging_face_id: z.string().nullish(),
  created: z.int().positive(),
  context_length: z.int().nonnegative().nullable(),
  architecture: z.object({ input_modalities: z.array(z.string()), output_modalities: z.array(z.string()) }),
  pricing: z.object({ prompt: z.string(), completion: z.string() }),
});

type Listed = z.infer<typeof listed>;

const list = z.object({ data: z.array(listed).min(1) });

/**
 * OpenRouter's list of models, one offer each, as of the record's last day.
 *
 * - Prices per token, written as decimals, become USD per million tokens without rounding; -1 (a router, whose price
 *   depends on where it sends) is null, 0 is free.
 * - `created` is when OpenRouter listed the model, which stands for its release.
 * - An empty `hugging_face_id` is none; having one is not the same as open weights, which stay unknown.
 * - A leading `~` of a publisher marks an alias for the newest model, and is no part of the publisher's name.
 * - The list has no catalogue and marks nothing as deprecated.
 */
export const openrouterList = defineRowLoader({
  source: "openrouter-list",
  table: offers,
  rows: async ({ record, local }) => {
    const json: unknown = JSON.parse(await readFile(local("models.json"), "utf8"));
    const models = list.parse(json).data;
    const name = ({ id }: Listed) => id;
    return collect("loaders/openrouter-list.ts", models, name, (model) => row(model, record.last));
  },
});

export default openrouterList;

function row(model: Listed, day: string): Row<typeof offers> {
  return {
    ...unsaid,
    source: "openrouter-list",
    provider: "openrouter",
    offer: model.id,
    observed_on: day,
    model: modelName(model.id),
    publisher: model.id.replace(/^~/, "").split("/")[0] ?? null,
    hugging_face_id: model.hugging_face_id || null,
    released_on: new Date(model.created * 1000).toISOString().slice(0, 10),
    released_to: "day",
    input_modalities: joined(model.architecture.input_modalities),
    output_modalities: joined(model.architecture.output_modalities),
    context_tokens: model.context_length || null,
    input_usd: perMillion(model.pricing.prompt),
    output_usd: perMillion(model.pricing.completion),
  };
}

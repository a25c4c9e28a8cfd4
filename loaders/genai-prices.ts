import { pathToFileURL } from "node:url";
import { z } from "zod";
import { unsaid } from "./offers/fields.ts";
import { modelName } from "./offers/model-name.ts";
import { defineRowLoader } from "./schema/loader.ts";
import { offers } from "./schema/offers.ts";
import type { Row } from "./schema/table.ts";

const price = z.union([
  z.number().nonnegative(),
  z.object({ base: z.number().nonnegative(), tiers: z.array(z.unknown()) }),
]);
const prices = z.record(z.string(), price);

const constraint = z.discriminatedUnion("type", [
  z.object({ type: z.literal("start_date"), start_date: z.iso.date() }),
  z.object({ type: z.literal("time_of_date") }),
]);

const model = z.object({
  id: z.string().min(1),
  context_window: z.int().positive().optional(),
  deprecated: z.boolean().optional(),
  prices: z.union([z.array(z.object({ constraint: constraint.optional(), prices })), prices]),
});

const providers = z.array(z.object({ id: z.string().min(1), models: z.array(model) })).min(1);

const library = z.object({ waitForUpdate: z.custom<() => Promise<unknown>>((value) => typeof value === "function") });

/**
 * The price list that `@pydantic/genai-prices` carries, as of the record's last day.
 *
 * - A price that changed makes one row for each price, with the first day of all but the first.
 * - A price of certain hours makes no row: the price of the other hours stands. It is so for four models of DeepSeek,
 *   of which two have their cheaper hours here, and two their cheaper hours outside of the peak.
 * - A tiered price is that of the lowest tier, and the row is tiered.
 * - What has no price by the token has null, also where the price is by the page or the minute, and where it is free.
 * - The list says nothing of publishers, weights, releases and modalities, and has no catalogue.
 */
export const genaiPrices = defineRowLoader({
  source: "genai-prices",
  table: offers,
  rows: async ({ record, local }) => {
    const module: unknown = await import(/* @vite-ignore */ pathToFileURL(local("dist/index.js")).href);
    const table = providers.parse(await library.parse(module).waitForUpdate());
    return table.flatMap(({ id, models }) => models.flatMap((one) => rowsOf(id, one, record.last)));
  },
});

export default genaiPrices;

function rowsOf(provider: string, one: z.infer<typeof model>, day: string): Row<typeof offers>[] {
  return periods(one.prices).map(({ from, prices: { input_mtok, output_mtok } }) => ({
    ...unsaid,
    source: "genai-prices",
    provider,
    offer: one.id,
    observed_on: day,
    priced_from: from,
    model: modelName(one.id),
    context_tokens: one.context_window ?? null,
    input_usd: base(input_mtok),
    output_usd: base(output_mtok),
    tiered: typeof input_mtok === "object" || typeof output_mtok === "object",
    deprecated: one.deprecated ?? false,
  }));
}

interface Period {
  /** First day of the price; null for the first price. */
  readonly from: string | null;
  readonly prices: z.infer<typeof prices>;
}

function periods(listed: z.infer<typeof model>["prices"]): Period[] {
  if (!Array.isArray(listed)) return [{ from: null, prices: listed }];
  return listed.flatMap(({ constraint: when, prices: then }) =>
    when?.type === "time_of_date" ? [] : [{ from: when?.start_date ?? null, prices: then }],
  );
}

function base(value: z.infer<typeof price> | undefined): number | null {
  return (typeof value === "object" ? value.base : value) ?? null;
}

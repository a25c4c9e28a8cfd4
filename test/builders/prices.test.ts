import { expect, test } from "vitest";
import { familyPrices } from "#analyses/builders/tables.ts";
import { runEvidence } from "#loaders/engine/evidence.ts";
import { createTable } from "#loaders/engine/rows.ts";
import { readReference } from "#loaders/reference.ts";
import { families } from "#loaders/schema/families.ts";
import { offers } from "#loaders/schema/offers.ts";
import { withEngine } from "#test/fixtures/query.ts";
import { at, offer } from "#test/support/evidence.ts";

const { families: registry } = await readReference("data/reference");

const given = [
  at(1, "qwen3-8b", "a"),
  at(3, "qwen3-8b", "b"),
  offer("qwen3-8b", "c", { input_usd: 1, output_usd: 5 }),
  at(8, "qwen3-32b", "a", { source: "genai-prices", priced_from: "2026-01-01" }),
  at(80, "qwen3-32b", "a", { source: "genai-prices", priced_from: "2027-01-01" }),
  at(4, "qwen3-32b", "b"),
  at(0, "qwen3-4b", "a"),
  at(9, "qwen-max", "a", { open_weights: false }),
  at(7, "deepseek-r1-distill-qwen-32b", "a"),
  at(5, "qwen3-14b", "a", { deprecated: true }),
  at(2, "gemma-2-9b", "a"),
];

test("prices of open models, each at the median of its offers in force; free, closed and ambiguous ones left out", async () => {
  const rows = await withEngine(async (engine) => {
    await createTable(engine, offers, given);
    await createTable(engine, families, registry);
    return runEvidence(engine, familyPrices);
  });
  expect(
    rows.map(({ family, models, offers: n, usd_least, usd_median, usd_most }) => [
      ...[family, models, n, usd_least, usd_median, usd_most],
    ]),
  ).toEqual([
    ["Gemma", 1, 1, 2, 2, 2],
    ["Qwen", 2, 5, 2, 4, 6],
  ]);
});

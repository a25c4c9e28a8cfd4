import { describe, expect, test } from "vitest";
import genaiPrices from "#loaders/genai-prices.ts";
import { querySources } from "#test/fixtures/query.ts";
import { localFiles } from "#test/fixtures/source.ts";

async function genai(providers: unknown) {
  const code = `export async function waitForUpdate() { return ${JSON.stringify(providers)}; }`;
  const files = await localFiles(
    { "dist/index.js": code, "package.json": '{"type":"module"}' },
    { last: "2026-09-23" },
  );
  return querySources(
    [{ loader: genaiPrices, files }],
    "FROM offers ORDER BY provider, offer, priced_from NULLS FIRST",
  );
}

const one = (model: object) => genai([{ id: "acme", models: [{ id: "x/model-2.0", ...model }] }]);

describe("genai-prices", () => {
  test("a row, every column", async () => {
    const rows = await one({ context_window: 200_000, deprecated: true, prices: { input_mtok: 0.1, output_mtok: 3 } });
    expect(rows).toEqual([
      {
        source: "genai-prices",
        provider: "acme",
        offer: "x/model-2.0",
        observed_on: "2026-09-23",
        priced_from: null,
        model: "model-2-0",
        publisher: null,
        hugging_face_id: null,
        catalogued: false,
        open_weights: null,
        open_weights_stated: null,
        released_on: null,
        released_to: null,
        input_modalities: null,
        output_modalities: null,
        context_tokens: 200_000,
        input_usd: 0.1,
        output_usd: 3,
        tiered: false,
        deprecated: true,
      },
    ]);
  });

  test("each dated price is a row; the first has no day", async () => {
    const from = (start_date: string) => ({ constraint: { type: "start_date", start_date } });
    const rows = await one({
      prices: [
        { prices: { input_mtok: 10, output_mtok: 40 } },
        { ...from("2025-06-10"), prices: { input_mtok: 2, output_mtok: 8 } },
        { ...from("2026-01-01"), prices: { input_mtok: 1 } },
      ],
    });
    expect(rows.map(({ priced_from, input_usd, output_usd }) => [priced_from, input_usd, output_usd])).toEqual([
      [null, 10, 40],
      ["2025-06-10", 2, 8],
      ["2026-01-01", 1, null],
    ]);
  });

  test("a price of certain hours makes no row", async () => {
    const constraint = { type: "time_of_date", start_time: "00:30:00Z", end_time: "16:30:00Z" };
    const rows = await one({ prices: [{ prices: { input_mtok: 1 } }, { constraint, prices: { input_mtok: 2 } }] });
    expect(rows).toMatchObject([{ priced_from: null, input_usd: 1 }]);
    expect(rows).toHaveLength(1);
  });

  test("a tiered price is that of the lowest tier", async () => {
    const input_mtok = { base: 3, tiers: [{ start: 200_000, price: 6 }] };
    expect(await one({ prices: { input_mtok, output_mtok: 15 } })).toMatchObject([
      { input_usd: 3, output_usd: 15, tiered: true },
    ]);
  });

  test.each([
    ["nothing", {}],
    ["pages", { input_document_kpages: 1 }],
    ["hours", { audio_hours: 0.1 }],
  ])("priced by %s there is no price by the token", async (_, prices) => {
    expect(await one({ prices })).toMatchObject([{ input_usd: null, output_usd: null, tiered: false }]);
  });

  test("the same model of two providers is two offers", async () => {
    const models = [{ id: "m", prices: { input_mtok: 1, output_mtok: 1 } }];
    const rows = await genai([
      { id: "a", models },
      { id: "b", models },
    ]);
    expect(rows.map(({ provider }) => provider)).toEqual(["a", "b"]);
  });

  test.each([
    ["a price in words", [{ id: "a", models: [{ id: "m", prices: { input_mtok: "1" } }] }], "0.models.0.prices"],
    [
      "a constraint of another kind",
      [{ id: "a", models: [{ id: "m", prices: [{ constraint: { type: "region" }, prices: {} }] }] }],
      "0.models.0.prices",
    ],
    ["an empty table", [], ": Too small: expected array"],
    ["no table", null, "expected array"],
  ])("refuses %s by name", async (_, providers, message) => {
    await expect(genai(providers)).rejects.toThrow("loaders/genai-prices.ts");
    await expect(genai(providers)).rejects.toThrow(new RegExp(message));
  });
});

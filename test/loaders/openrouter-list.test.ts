import { describe, expect, test } from "vitest";
import { perMillion } from "#loaders/offers/fields.ts";
import openrouterList from "#loaders/openrouter-list.ts";
import { querySources } from "#test/fixtures/query.ts";
import { localFiles } from "#test/fixtures/source.ts";

const listed = {
  id: "acme/model-1.5-20250805",
  hugging_face_id: "acme/Model",
  created: 1_754_352_000,
  context_length: 1000,
  architecture: { input_modalities: ["text", "image"], output_modalities: ["text"] },
  pricing: { prompt: "0.0000375", completion: "0.00015" },
};

async function openrouter(changes: object, ...more: object[]) {
  const data = [{ ...listed, ...changes }, ...more];
  const files = await localFiles({ "models.json": JSON.stringify({ data }) }, { last: "2026-05-12" });
  return querySources([{ loader: openrouterList, files }], "FROM offers ORDER BY offer");
}

describe("openrouter-list", () => {
  test("a row, every column", async () => {
    expect(await openrouter({})).toEqual([
      {
        source: "openrouter-list",
        provider: "openrouter",
        offer: "acme/model-1.5-20250805",
        observed_on: "2026-05-12",
        priced_from: null,
        model: "model-1-5",
        publisher: "acme",
        hugging_face_id: "acme/Model",
        catalogued: false,
        open_weights: null,
        open_weights_stated: null,
        released_on: "2025-08-05",
        released_to: "day",
        input_modalities: "image+text",
        output_modalities: "text",
        context_tokens: 1000,
        input_usd: 37.5,
        output_usd: 150,
        tiered: false,
        deprecated: false,
      },
    ]);
  });

  test("a router's price of -1 is null, a free price is 0", async () => {
    const [router, free] = await openrouter(
      { id: "a/auto", pricing: { prompt: "-1", completion: "-1" } },
      { ...listed, id: "b/b:free", pricing: { prompt: "0", completion: "0" } },
    );
    expect(router).toMatchObject({ input_usd: null, output_usd: null });
    expect(free).toMatchObject({ offer: "b/b:free", model: "b", input_usd: 0, output_usd: 0 });
  });

  test.each([[""], [null]])("hugging_face_id %j is none", async (hugging_face_id) => {
    expect(await openrouter({ hugging_face_id })).toMatchObject([{ hugging_face_id: null, open_weights: null }]);
  });

  test("a ~ marks an alias, not a publisher", async () => {
    expect(await openrouter({ id: "~acme/model-latest" })).toMatchObject([
      { publisher: "acme", model: "model-latest" },
    ]);
  });

  test.each([
    ["a price in words", { pricing: { prompt: "free", completion: "0" } }, 'acme/model-1.5-20250805: price "free"'],
    ["another negative price", { pricing: { prompt: "-2", completion: "0" } }, 'price "-2" is not a decimal'],
    ["a missing field", { created: undefined }, "data.0.created: "],
    ["an id without publisher", { id: "model" }, "data.0.id: must be publisher/model"],
  ])("refuses %s by name", async (_, changes, message) => {
    await expect(openrouter(changes)).rejects.toThrow("loaders/openrouter-list.ts");
    await expect(openrouter(changes)).rejects.toThrow(message);
  });
});

test.each([
  ["0.0000001", 0.1],
  ["0.0000003", 0.3],
  ["0.00000007", 0.07],
  ["0.000001147", 1.147],
  ["0.00000000029", 0.00029],
  ["0.0000375", 37.5],
  ["3e-7", 0.3],
  ["12", 12_000_000],
  ["0", 0],
  ["-1", null],
])("%s USD per token is %s per million, without dirt", (text, expected) => {
  expect(perMillion(text)).toBe(expected);
});

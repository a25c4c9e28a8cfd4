import { describe, expect, test } from "vitest";
import { priceChanges } from "#analyses/compute-cost/tables.ts";
import { at, evidence, offer } from "#test/support/evidence.ts";

const [router, genai] = ["openrouter-list", "genai-prices"] as const;

describe("price-changes", () => {
  const dated = (model: string, priced_from: string | null, input_usd: number | null, output_usd: number | null) =>
    offer(model, "acme", { source: genai, offer: model, priced_from, input_usd, output_usd });

  test("every dated price after another, with the one before; the first is no change, a future one is announced", async () => {
    const three = [
      dated("a", "2027-01-01", 3, 30),
      dated("a", null, 1, 10),
      dated("a", "2026-01-01", 2, 20),
      dated("b", "2026-01-01", 1, 1),
    ];
    const rows = await evidence(priceChanges, { offers: three });
    expect(
      rows.map(({ changed_on, input_before, output_before, input_after, output_after }) => [
        changed_on,
        input_before,
        output_before,
        input_after,
        output_after,
      ]),
    ).toEqual([
      ["2026-01-01", 1, 10, 2, 20],
      ["2027-01-01", 2, 20, 3, 30],
    ]);
    expect(rows[0]).toMatchObject({ provider: "acme", offer: "a", observed_on: "2026-09-23" });
  });

  test.each([0, null])("from or to %s, in input or in output, is no change of a price", async (nothing) => {
    const all = [0, 1, 2, 3].flatMap((place) => {
      const price = (at: number, usd: number) => (at === place ? nothing : usd);
      const name = `without ${place}`;
      return [dated(name, null, price(0, 1), price(1, 2)), dated(name, "2026-01-01", price(2, 3), price(3, 4))];
    });
    const priced = [dated("priced", null, 1, 2), dated("priced", "2026-01-01", 3, 4)];
    const rows = await evidence(priceChanges, { offers: [...all, ...priced] });
    expect(rows.map((row) => row.offer)).toEqual(["priced"]);
  });

  test("weights are the word of models.dev, unknown where it has none", async () => {
    const both = ["a", "b"].flatMap((model) => [dated(model, null, 1, 1), dated(model, "2026-01-01", 2, 2)]);
    const rows = await evidence(priceChanges, { offers: [...both, at(1, "a", "x", { open_weights: false })] });
    expect(rows.map(({ offer: name, weights }) => [name, weights])).toEqual([
      ["a", "closed"],
      ["b", "unknown"],
    ]);
  });

  test("a name that ends in -latest may move to another model: its prices are no changes", async () => {
    const both = ["a-latest", "a"].flatMap((model) => [dated(model, null, 1, 1), dated(model, "2026-01-01", 2, 2)]);
    expect((await evidence(priceChanges, { offers: both })).map(({ offer: name }) => name)).toEqual(["a"]);
  });

  test("another list's dates are not read", async () => {
    const elsewhere = dated("a", null, 1, 1);
    const changed = dated("a", "2026-01-01", 2, 2);
    expect(
      await evidence(priceChanges, { offers: [elsewhere, changed].map((one) => ({ ...one, source: router })) }),
    ).toEqual([]);
  });
});

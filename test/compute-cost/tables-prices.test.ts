import { describe, expect, test } from "vitest";
import { modelPrices, namedPrices, offerCounts } from "#analyses/compute-cost/tables.ts";
import { at, evidence, type Offer, offer } from "#test/support/evidence.ts";

const prices = (offers: readonly Offer[]) => evidence(modelPrices, { offers });
const genai = { source: "genai-prices" } as const;
const gone = { deprecated: true } as const;

describe("the price of a model", () => {
  test("in force on the day of the list: the newest that has begun, a day early being too early", async () => {
    const from = (usd: number, model: string, priced_from: string | null) =>
      at(usd, model, "acme", { ...genai, offer: model, priced_from });
    const dated = [
      from(1, "a", null),
      from(2, "a", "2026-08-01"),
      from(3, "a", "2026-09-23"),
      from(4, "a", "2026-09-24"),
    ];
    const rows = await prices([...dated, from(7, "b", "2026-09-24"), at(null, "a", "acme"), at(null, "b", "acme")]);
    expect(rows.map(({ source, blended_3_1 }) => [source, blended_3_1])).toEqual([["genai-prices", 3]]);
  });

  test("first the median of a provider's offers, then the median over providers; cheapest of three", async () => {
    const two = [at(1, "a", "x"), at(2, "a", "x"), at(9, "a", "x"), at(4, "a", "y")];
    expect(await prices(two)).toMatchObject([{ blended_3_1: 3, cheapest_3_1: null }]);
    expect(await prices([...two, at(10, "a", "z")])).toMatchObject([{ blended_3_1: 4, cheapest_3_1: 2 }]);
  });

  test("blended 3:1, 1:1 and 9:1, to nine decimals", async () => {
    const rows = await prices([
      offer("a", "x", { input_usd: 1, output_usd: 5 }),
      offer("b", "x", { input_usd: 0.1234567891, output_usd: 0.1234567891 }),
    ]);
    const blends = rows.map((row) => [row.blended_3_1, row.blended_1_1, row.blended_9_1]);
    expect(blends.sort()).toEqual([Array(3).fill(0.123456789), [2, 3, 1.4]]);
  });

  test("not of what is deprecated, free, half free or not priced by the token", async () => {
    const half = [
      offer("a", "x", { input_usd: 0 }),
      offer("a", "y", { output_usd: 0 }),
      offer("a", "w", { output_usd: null }),
    ];
    const out = [...half, at(0, "a", "z"), at(null, "a", "v"), at(1, "a", "u", gone)];
    expect(await prices(out)).toEqual([]);
    expect(await prices([...out, at(8, "a", "t")])).toMatchObject([{ blended_3_1: 8, cheapest_3_1: null }]);
  });

  test("models that are alike in everything share a row, others do not", async () => {
    const rows = await prices([at(1, "a", "x"), at(1, "b", "y"), at(1, "c", "x", { context_tokens: 100_000 })]);
    expect(rows.map(({ context, models }) => [context, models]).sort()).toEqual([
      ["to 300,000", 1],
      ["to 32,768", 2],
    ]);
  });

  test("lists are apart, and take their traits from models.dev; a model that it lacks has none", async () => {
    const other = {
      source: "openrouter-list",
      open_weights: null,
      released_on: null,
      output_modalities: null,
    } as const;
    const rows = await prices([at(1, "a", "x"), at(5, "a", "openrouter", other), at(6, "b", "openrouter", other)]);
    expect(rows.map(({ source, blended_3_1, weights }) => [source, blended_3_1, weights])).toEqual([
      ["models-dev", 1, "open"],
      ["openrouter-list", 5, "open"],
    ]);
  });
});

describe("offer-counts", () => {
  test("each offer is counted once: deprecated before unpriced, free, half free or priced", async () => {
    const dev = [
      ...[
        at(1, "a", "x"),
        at(2, "a", "y"),
        at(3, "b", "x", { open_weights: null }),
        at(0, "c", "x"),
        at(null, "c", "y"),
      ],
      ...[
        offer("c", "z", { input_usd: 0 }),
        offer("c", "z", { output_usd: null }),
        at(0, "d", "x", gone),
        at(5, "d", "y", gone),
      ],
    ];
    const dated = ["2026-01-01", null, "2027-01-01"].map((priced_from) =>
      at(1, "a", "w", { ...genai, offer: "one", priced_from }),
    );
    const [later, row] = await evidence(offerCounts, { offers: [...dev, ...dated] });
    expect(row).toMatchObject({ source: "models-dev", observed_on: "2026-07-01", offers: 9, providers: 3, models: 4 });
    expect(row).toMatchObject({
      deprecated: 2,
      unpriced: 2,
      free: 1,
      half_free: 1,
      priced: 3,
      models_priced: 2,
      models_known: 1,
    });
    expect(later).toMatchObject({ source: "genai-prices", offers: 1, priced: 1, models_priced: 1, models_known: 1 });
  });
});

describe("named-prices", () => {
  test("ten open and ten closed models with most sellers, equal ones by name, and those of the hardware part", async () => {
    const letters = [..."abcdefghijkl"];
    const open = letters.map((name) => at(1, `open-${name}`, "x"));
    const closed = letters.map((name) => at(1, `closed-${name}`, "x", { open_weights: false }));
    const more = [at(3, "open-l", "y"), at(1, "disputed", "x"), at(1, "disputed", "y", { open_weights: false })];
    const wanted = at(1, "qwen3-32b", "x", { open_weights: null, released_on: null });
    const rows = await evidence(namedPrices, { offers: [...open, ...closed, ...more, wanted] });
    const names = (kind: string) =>
      letters.filter((name) => rows.some(({ model }) => model === `${kind}-${name}`)).join("");
    expect([names("open"), names("closed")]).toEqual(["abcdefghil", "abcdefghij"]);
    expect(rows.map(({ model }) => model).filter((model) => !/^(open|closed)-/.test(model))).toEqual(["qwen3-32b"]);
  });

  test("median, cheapest and dearest over sellers of models.dev, of input and output apart", async () => {
    const sold = (provider: string, input_usd: number, output_usd: number, rest = {}) =>
      offer("a", provider, { input_usd, output_usd, ...rest });
    const two = [sold("x", 1, 9), sold("y", 2, 4), sold("w", 100, 100, genai)];
    const [row] = await evidence(namedPrices, { offers: two });
    expect(row).toMatchObject({ providers: 2, input_usd: 1.5, output_usd: 6.5, blended_3_1: 2.75 });
    expect(row).toMatchObject({ cheapest_3_1: null, cheapest_output_usd: null, dearest_3_1: 3, weights: "open" });
    expect(row?.quartile_3_1).toBeNull();
    const [three] = await evidence(namedPrices, { offers: [...two, sold("z", 4, 4)] });
    expect(three).toMatchObject({
      providers: 3,
      cheapest_3_1: 2.5,
      quartile_3_1: 2.5,
      cheapest_output_usd: 4,
      dearest_3_1: 4,
      blended_3_1: 3,
    });
  });

  test.each<[readonly number[], number | null]>([
    [[2, 1], null],
    [[3, 2, 1], 1],
    [[4, 3, 2, 1], 1],
    [[5, 4, 3, 2, 1], 2],
    [[5, 4, 3, 1, 1], 1],
    [[8, 7, 6, 5, 4, 3, 2, 1], 2],
    [[9, 8, 7, 6, 5, 4, 3, 2, 1], 3],
    [[5, 5, 5, 0.1234567891, 0.1234567891], 0.123456789],
  ])("sellers at %o: a quarter of them ask %d or less, which is one of their prices", async (asked, quartile) => {
    const offers = asked.map((usd, i) => at(usd, "a", `p${i}`));
    expect((await evidence(namedPrices, { offers }))[0]?.quartile_3_1).toBe(quartile);
  });

  test("a seller with many offers is one of the sellers, at the median of its offers", async () => {
    const many = [1, 1, 6, 7, 8].map((usd) => at(usd, "a", "x"));
    const [row] = await evidence(namedPrices, { offers: [...many, at(4, "a", "y"), at(5, "a", "z")] });
    expect(row).toMatchObject({ providers: 3, quartile_3_1: 4, cheapest_3_1: 4, dearest_3_1: 6 });
  });
});

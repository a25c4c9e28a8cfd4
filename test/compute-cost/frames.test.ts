import { describe, expect, test } from "vitest";
import {
  disagreementFrame,
  memoryFrame,
  ratioFrame,
  servingFrame,
  trainingFrame,
} from "#analyses/compute-cost/frames.ts";
import { comparedBy } from "#analyses/compute-cost/own-hardware.ts";
import { settingOf, shortWork } from "#analyses/compute-cost/setting.ts";
import type { acceleratorMemory, disagreements } from "#analyses/compute-cost/tables.ts";
import type { RunRow } from "#analyses/compute-cost/training.ts";
import type { Row } from "#loaders/schema/table.ts";
import { architecture, hardware, mixture, namedRow, priceRow } from "#test/support/prices.ts";

describe("names of closed prices", () => {
  const peers = [priceRow("open", 1), priceRow("open", 2), priceRow("open", 6)];
  const named = (name: string, changes = {}) => namedRow(name, { weights: "closed", blended_3_1: 12, ...changes });
  const names = (...rows: ReturnType<typeof named>[]) =>
    ratioFrame([priceRow("closed", 12), ...peers], rows).map(({ model }) => model);

  test("the one named model with the same price, month, modality and context", () => {
    expect(names(named("a"), named("b", { blended_3_1: 13 }))).toEqual(["a"]);
  });

  test("none where two could be meant", () => expect(names(named("a"), named("b"))).toEqual([null]));

  test.each([
    { weights: "open" },
    { blended_3_1: 12.5 },
    { released_month: "2025-07-01" },
    { modality: "text and images" },
    { context: "to 300,000" },
  ])("none that differs in %o", (changes) => expect(names(named("a", changes))).toEqual([null]));

  test("widest ratio first, equal ones by month", () => {
    const closed = (price: number, released_month = "2025-06-01") => priceRow("closed", price, { released_month });
    const frame = ratioFrame([closed(4), closed(12), closed(4, "2025-05-01"), ...peers], []);
    expect(frame.map(({ ratio, released_month, year }) => [ratio, released_month, year])).toEqual([
      [6, "2025-06-01", "2025"],
      [2, "2025-05-01", "2025"],
      [2, "2025-06-01", "2025"],
    ]);
  });
});

test("disagreements: the dearer over the cheaper, widest first, equal ones by model and seller", () => {
  const row = (model: string, provider: string, first_usd: number, second_usd: number): Row<typeof disagreements> => ({
    ...{ first_source: "models-dev", second_source: "openrouter-list", observed_on: "2026-07-01" },
    ...{ model, provider, first_usd, second_usd },
  });
  const frame = disagreementFrame([row("b", "x", 1, 2), row("a", "z", 2, 1), row("a", "y", 1, 2), row("c", "x", 9, 1)]);
  expect(frame.map(({ model, provider, ratio }) => `${model} ${provider} ${ratio}`)).toEqual([
    "c x 9",
    "a y 2",
    "a z 2",
    "b x 2",
  ]);
  expect([frame[0]?.first, frame[0]?.second]).toEqual(["models.dev", "OpenRouter’s list"]);
});

describe("memory", () => {
  const chip = (
    vendor: string,
    release_year: number | null,
    memory_most: number | null,
  ): Row<typeof acceleratorMemory> => ({
    ...{ vendor, category: "gpu", release_year, observed_on: "2026-09-29", accelerators: 2, with_memory: 1 },
    ...{ memory_median: memory_most, memory_most, largest: "chip" },
  });

  test("makers without memory or year make no row", () => {
    const rows = memoryFrame([chip("A", 2024, 80), chip("B", null, 80), chip("C", 2024, null)], hardware());
    expect(rows.map(({ row, kind, memory }) => [row, kind, memory])).toEqual([["A", "accelerator", 80]]);
  });

  test("weights as published, and in four bits where that is fewer; models that the registry lacks make no row", () => {
    const architectures = [
      architecture("llama-3-1-8b-instruct", { parameters: 8e9 }),
      architecture("gpt-oss-120b", { parameters: 100e9, native_precision: "mxfp4" }),
      architecture("kimi-k2-instruct", { parameters: 1000e9, native_precision: "fp8" }),
      architecture("another"),
    ];
    const rows = memoryFrame([], hardware({ architectures }));
    expect(rows.map(({ row, name, memory }) => [row, name.split(",")[0], memory])).toEqual([
      ["llama-3-1-8b-instruct", "bf16", 16],
      ["llama-3-1-8b-instruct", "int4", 4.25],
      ["gpt-oss-120b", "mxfp4", 53.125],
      ["kimi-k2-instruct", "fp8", 1000],
      ["kimi-k2-instruct", "int4", 531.25],
    ]);
  });
});

describe("serving", () => {
  const reference = hardware({ architectures: [architecture("sparse", mixture), architecture("dense")] });
  const long = settingOf(reference, "H100 SXM", "2026-09-30");
  const named = [namedRow("sparse", { cheapest_3_1: null }), namedRow("dense", { cheapest_3_1: 5.256, providers: 7 })];
  const [dense, sparse, ...rest] = servingFrame(
    comparedBy(reference, named, long),
    comparedBy(reference, named, shortWork(reference, long)),
  );

  test("a row a model, smallest weights first", () => {
    expect([dense?.model, sparse?.model, rest.length]).toEqual(["dense", "sparse", 0]);
    expect(dense).toMatchObject({ weights: 40, cache: 10, accelerators: 2, decode: 200, prefill: 10_000 });
    expect(dense).toMatchObject({ cheapest: 5.256, median: 2, sellers: 7 });
    expect(dense?.kwh).toBeCloseTo(2.916667, 6);
  });

  test("long work and short work, each with its break-even: 5256 USD a month buy a thousand million tokens", () => {
    const { own_long, own_short, own_least, own_most } = dense ?? {};
    expect([own_long, own_short, own_least, own_most].map((usd) => usd?.toFixed(6))).toEqual([
      "5.300000",
      "2.460000",
      "5.300000",
      "5.300000",
    ]);
    expect(dense?.break_even_long).toBeCloseTo(2.65 / 5.256, 9);
    expect(dense?.break_even_short).toBeCloseTo(1.23 / 5.256, 9);
    expect(dense?.tokens_long).toBeCloseTo(1e9, 0);
  });

  test("a mixture with even routing, between its ends; without a cheapest seller nothing breaks even", () => {
    expect(sparse?.decode).toBeCloseTo(335.279, 3);
    expect(sparse?.own_long).toBeCloseTo(6.040179, 6);
    expect(sparse?.own_short).toBeCloseTo(3.914718, 6);
    expect([sparse?.own_least?.toFixed(6), sparse?.own_most?.toFixed(6)]).toEqual(["2.075000", "11.075000"]);
    expect(sparse).toMatchObject({ cheapest: null, break_even_long: null, break_even_short: null, tokens_long: null });
  });
});

test("training runs from 2019 on, of 1e20 FLOP or more", () => {
  const run = (model: string, year: number, flop: number): RunRow => ({
    ...{ model, year, flop, weights: "open", place: 1, countries: null, published_on: `${year}-01-01` },
    ...{ observed_on: "2025-03-14", flop_least: null, flop_most: null, confidence: "Likely" },
  });
  const frame = trainingFrame([
    run("old", 2018, 1e24),
    run("small", 2024, 9.9e19),
    run("a", 2019, 1e20),
    run("b", 2025, 1e26),
  ]);
  expect(frame.map(({ model, confidence }) => [model, confidence])).toEqual([
    ["a", "Likely"],
    ["b", "Likely"],
  ]);
});

import { describe, expect, test } from "vitest";
import { ratioFacts, ratioYears } from "#analyses/compute-cost/facts/ratios.ts";
import { headlineRule, type PriceRow, ratiosBy, votes } from "#analyses/compute-cost/peers.ts";
import { otherRules, variantsOf } from "#analyses/compute-cost/variants.ts";
import { priceBasis, priceRow } from "#test/support/prices.ts";

const closed = (price: number, changes: Partial<PriceRow> = {}) => priceRow("closed", price, changes);
const open = (price: number, changes: Partial<PriceRow> = {}) => priceRow("open", price, changes);
const three = [open(1), open(2), open(6)];

describe("other rules", () => {
  test("each has words of its own and changes one thing; disputed models count only among all", () => {
    expect(new Set(otherRules.map(({ label }) => label)).size).toBe(otherRules.length);
    const every = { everyModel: true };
    expect(otherRules.map(({ rule }) => rule)).toEqual(
      [
        ...[{ price: "blended_1_1" }, { price: "blended_9_1" }, { price: "cheapest_3_1" }],
        ...[{ months: 3 }, { months: 12 }, { peers: 1 }, { peers: 5 }, { alike: false }, { aliases: true }],
        ...[every, { ...every, disputed: "open" }, { ...every, disputed: "closed" }],
        ...[{ source: "openrouter-list" }, { source: "genai-prices" }],
      ].map((change) => ({ ...headlineRule, ...change })),
    );
  });

  const labelled = (rows: readonly PriceRow[]) => variantsOf(rows, (ratios) => votes(ratios).length);

  test("those that compare nothing are left out: no cheapest price, no other list, too few peers for five", () => {
    const left = otherRules
      .map(({ label }) => label)
      .filter((label) => !labelled([closed(12), ...three]).some((one) => one.label === label));
    expect(left).toEqual([
      "the cheapest provider instead of the median one",
      "open peers needed: 5",
      "prices of OpenRouter's list",
      "prices of genai-prices",
    ]);
  });

  test("the statistic is of the rule's own ratios", () => {
    const elsewhere = [...three, closed(4), closed(5)].map((row) => ({ ...row, source: "genai-prices" }));
    const variants = labelled([closed(12), ...three, ...elsewhere]);
    expect(variants.find(({ label }) => label === "prices of genai-prices")?.value).toBe(2);
    expect(variants.find(({ label }) => label === "open peers needed: 1")?.value).toBe(1);
  });
});

describe("facts about ratios, worked out by hand", () => {
  const rows = [
    ...three,
    ...[closed(1), closed(2), closed(30, { models: 2 }), closed(400)],
    closed(9, { released_month: "2023-01-01" }),
    priceRow("disputed", 3, { catalogued: false, models: 4 }),
    closed(8, { catalogued: false }),
    open(5, { source: "openrouter-list", observed_on: "2026-05-12" }),
  ];
  const facts = ratioFacts(rows, priceBasis);
  const value = (id: string) => facts[id]?.value;

  test("five closed models have peers: 0.5, 1, 15, 15 and 200", () => {
    expect(["median-ratio", "low-ratio", "high-ratio", "largest-ratio"].map(value)).toEqual([15, 0.5, 200, 200]);
    const above = [1, 10, 100, 1000].map((threshold) => value(`share-above-${threshold}`));
    expect([...above, value("share-below-1")]).toEqual([0.6, 0.6, 0.2, 0, 0.2]);
    expect([facts["median-ratio"]?.n, facts["share-above-10"]?.n]).toEqual([5, 5]);
  });

  test("a sixth has none; one outside the catalogue and the disputed ones are not sought", () => {
    expect(["closed-compared", "closed-alone", "closed-models", "open-models"].map(value)).toEqual([5, 1, 6, 3]);
    expect(["disputed-models", "cheapest-open", "closed-one-peer"].map(value)).toEqual([4, 1, 5]);
  });

  test("medians and means over models: 1, 2 and 6; 1, 2, 9, 30, 30 and 400", () => {
    expect(["open-price", "open-mean", "closed-price"].map(value)).toEqual([2, 3, 9]);
    expect(value("closed-mean")).toBeCloseTo(472 / 6, 12);
    expect(value("mean-ratio")).toBeCloseTo(472 / 18, 12);
    expect([facts["closed-mean"]?.n, facts["mean-ratio"]?.n]).toEqual([6, 9]);
  });

  test("what they take in: of six closed models one reads images, three of four open ones take long contexts", () => {
    const images = { modality: "text and images" };
    const long = { context: "above 300,000" };
    const some = [
      closed(1, images),
      closed(2),
      open(1, long),
      open(2, { ...long, models: 2 }),
      open(3, { context: "to 300,000" }),
    ];
    const told = ratioFacts([...some, closed(3, { models: 4 })], priceBasis);
    expect(["closed-images", "open-images", "closed-long", "open-long"].map((id) => told[id]?.value)).toEqual([
      1 / 6,
      0,
      0,
      0.75,
    ]);
    expect(["closed-images", "open-long"].map((id) => told[id]?.n)).toEqual([6, 4]);
  });

  test("over every model: 0.5, 1, 4, 15, 15 and 200", () => {
    expect([value("ratio-every"), facts["ratio-every"]?.n]).toEqual([4, 6]);
  });

  test("with a single open peer a model is counted, but not compared", () => {
    const lonely = { released_month: "2023-01-01" };
    const some = ratioFacts([...three, closed(12), closed(9, lonely), open(3, lonely)], priceBasis);
    expect(["closed-one-peer", "closed-compared", "closed-alone"].map((id) => some[id]?.value)).toEqual([2, 1, 1]);
    expect([some["median-ratio"]?.value, some["ratio-one-peer"]?.value, some["ratio-one-peer"]?.n]).toEqual([6, 3, 2]);
  });

  test("of the largest kind are three closed models of six, and one of these has three open peers", () => {
    const images = { modality: "text and images" };
    const big = { ...images, context: "above 300,000" };
    const early = { ...big, released_month: "2023-01-01" };
    const some = [
      ...three.map((row) => ({ ...row, ...big })),
      ...[closed(12, big), closed(20, { ...early, models: 2 }), open(1, early), open(2, early)],
      ...[...three, closed(5), closed(6, images), closed(7, { context: "above 300,000" })],
      ...[closed(8, { ...big, catalogued: false }), priceRow("disputed", 9, big)],
    ];
    const told = ratioFacts(some, priceBasis);
    expect(["closed-largest", "closed-largest-compared"].map((id) => told[id]?.value)).toEqual([3, 1]);
    expect(["closed-largest", "closed-largest-compared"].map((id) => told[id]?.n)).toEqual([6, 6]);
  });

  test("they are of the day of models.dev, not of the newest list", () => {
    expect(facts["median-ratio"]?.basis.asOf).toBe("2026-07-01");
  });

  describe("other rules have bases of their own", () => {
    const listed = (source: string, observed_on: string, price: number) =>
      [...three, closed(price)].map((row) => ({ ...row, source, observed_on }));
    const lists = [listed("genai-prices", "2026-09-23", 20), listed("openrouter-list", "2026-05-12", 4)];
    const strange = priceRow("disputed", 3, { source: "genai-prices", observed_on: "2026-09-23" });
    const told = ratioFacts([strange, ...lists.flat(), ...listed("models-dev", "2026-07-01", 12)], priceBasis);
    const ids = ["median-ratio", "ratio-one-peer", "ratio-every", "ratio-openrouter", "ratio-genai"];

    test("the day of the list whose prices they take, and its median", () => {
      const [july, may, september] = ["2026-07-01", "2026-05-12", "2026-09-23"];
      expect(ids.map((id) => told[id]?.value)).toEqual([6, 6, 6, 2, 10]);
      expect(ids.map((id) => told[id]?.basis.asOf)).toEqual([july, july, july, may, september]);
    });

    test("a population that tells them apart, and is not that of the headline", () => {
      const populations = ids.map((id) => told[id]?.basis.population);
      expect(new Set(populations).size).toBe(ids.length);
      expect(populations[1]).toContain("one open peer");
      expect(populations[2]).toContain("every model that models.dev lists");
      expect([populations[3], populations[4]].map((words) => /OpenRouter|genai-prices/.exec(words ?? "")?.[0])).toEqual(
        ["OpenRouter", "genai-prices"],
      );
    });

    test("disputed models are those of models.dev, and no part of the catalogue", () => {
      expect([told["disputed-models"]?.value, told["closed-one-peer"]?.value]).toEqual([0, 1]);
      for (const id of ["disputed-models", "closed-one-peer"]) {
        expect(told[id]?.basis.population).not.toBe(told["closed-models"]?.basis.population);
        expect(told[id]?.basis.asOf).toBe("2026-07-01");
      }
    });
  });
});

test("a year has a median where four closed models or more have peers", () => {
  const of = (models: number) => ratiosBy([...three, closed(12, { models })], headlineRule);
  expect([ratioYears(of(3)).length, ratioYears(of(4)).map(({ year }) => year)]).toEqual([0, ["2025"]]);
});

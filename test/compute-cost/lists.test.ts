import { describe, expect, test } from "vitest";
import { agreementFacts, listFacts, listName } from "#analyses/compute-cost/facts/lists.ts";
import type { agreement, offerCounts } from "#analyses/compute-cost/tables.ts";
import type { Row } from "#loaders/schema/table.ts";
import { priceBasis } from "#test/support/prices.ts";

const [dev, router, genai] = ["models-dev", "openrouter-list", "genai-prices"] as const;

/** So many pairs in a band of two lists. */
function band(
  level: string,
  second_source: string,
  name: string,
  prices: number,
  first_source: string = dev,
): Row<typeof agreement> {
  const observed_on = second_source === genai ? "2026-09-23" : "2026-07-01";
  return { level, first_source, second_source, band: name, observed_on, prices };
}

const rows = [
  ...[
    band("same seller", router, "equal", 6),
    band("same seller", router, "ten", 1),
    band("same seller", router, "more", 3),
  ],
  ...[band("same seller", genai, "equal", 1), band("same seller", genai, "double", 1)],
  ...[
    band("median seller", router, "equal", 2),
    band("median seller", router, "ten", 1),
    band("median seller", router, "double", 1),
  ],
  ...[band("median seller", genai, "ten", 1), band("median seller", genai, "more", 3)],
  ...[band("same seller", genai, "equal", 5, router), band("same seller", genai, "ten", 3, router)],
];

describe("how far lists agree", () => {
  const facts = agreementFacts(rows, [], priceBasis);

  test("at the same seller to a hundredth, at the median seller to a tenth", () => {
    const ids = ["agree-openrouter", "agree-genai", "agree-routed", "agree-median-openrouter", "agree-median-genai"];
    expect(ids.map((id) => facts[id]?.value)).toEqual([0.6, 0.5, 0.625, 0.75, 0.25]);
    expect(ids.map((id) => facts[id]?.n)).toEqual([10, 2, 8, 4, 4]);
    const [july, september] = ["2026-07-01", "2026-09-23"];
    expect(ids.map((id) => facts[id]?.basis.asOf)).toEqual([july, september, september, july, september]);
  });

  test("pairs are those at the same seller, over all lists", () => {
    expect([facts.pairs?.value, facts.disagreements?.value]).toEqual([20, 0]);
  });
});

describe("what a list holds", () => {
  const of = (source: string) => {
    const counts = {
      offers: 12,
      providers: 3,
      models: 7,
      deprecated: 1,
      unpriced: 2,
      free: 3,
      half_free: 1,
      priced: 5,
    };
    const row: Row<typeof offerCounts> = {
      source,
      observed_on: "2026-05-12",
      ...counts,
      models_priced: 4,
      models_known: 2,
    };
    return listFacts([row], priceBasis);
  };

  test("of models.dev all of it, each number under its own name", () => {
    const ids = "offers providers models deprecated unpriced free half-free priced models-priced models-known day";
    const facts = of(dev);
    expect(ids.split(" ").map((id) => facts[`${dev}-${id}`]?.value)).toEqual([
      12,
      3,
      7,
      1,
      2,
      3,
      1,
      5,
      4,
      2,
      "2026-05-12",
    ]);
  });

  test("of others the offers, what is priced, free and without a price, and the day, which is the list's own", () => {
    const facts = of(router);
    const ids = ["offers", "priced", "free", "unpriced", "day"].map((id) => `${router}-${id}`);
    expect(ids.map((id) => facts[id]?.value)).toEqual([12, 5, 3, 2, "2026-05-12"]);
    expect(Object.keys(facts).sort()).toEqual([...ids].sort());
    expect(facts[`${router}-offers`]?.basis.asOf).toBe("2026-05-12");
  });
});

test("lists have names, and an unknown one keeps its id", () => {
  expect([dev, "another"].map(listName)).toEqual(["models.dev", "another"]);
});

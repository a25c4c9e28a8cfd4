import { describe, expect, test } from "vitest";
import { shareBeyond } from "#analyses/compute-cost/facts/ratios.ts";
import {
  headlineRule,
  monthsApart,
  type PriceRow,
  pricedBy,
  type Rule,
  ratiosBy,
  votes,
} from "#analyses/compute-cost/peers.ts";
import { priceRow } from "#test/support/prices.ts";

const by = (rows: readonly PriceRow[], change: Partial<Rule> = {}) => ratiosBy(rows, { ...headlineRule, ...change });
const closed = (price: number, changes: Partial<PriceRow> = {}) => priceRow("closed", price, changes);
const open = (price: number, changes: Partial<PriceRow> = {}) => priceRow("open", price, changes);
const three = [open(1), open(2), open(6)];

test.each([
  ["2025-06-01", "2025-06-01", 0],
  ["2024-12-01", "2025-01-01", 1],
  ["2025-01-01", "2024-12-01", 1],
  ["2024-01-01", "2025-06-01", 17],
])("%s and %s lie %d months apart", (a, b, months) => expect(monthsApart(a, b)).toBe(months));

describe("a closed price over the median of its open peers", () => {
  test("12 over the median of 1, 2 and 6; closed models are no peers", () => {
    expect(by([closed(12), closed(1), ...three]).map(({ ratio, peers }) => [ratio, peers])).toEqual([
      [6, 3],
      [0.5, 3],
    ]);
  });

  test("of four, the middle is the mean of two", () => {
    expect(by([closed(12), ...three, open(4)])[0]?.ratio).toBe(4);
  });

  test.each<[string, number]>([
    ["2024-12-01", 1],
    ["2025-12-01", 1],
    ["2024-11-01", 0],
    ["2026-01-01", 0],
  ])("released in %s, a third open model makes %d comparison", (released_month, compared) => {
    const rows = [closed(12), open(1), open(2), open(6, { released_month })];
    expect(by(rows)).toHaveLength(compared);
    expect(by(rows, { months: 7 })).toHaveLength(1);
  });

  test.each<Partial<PriceRow>>([{ modality: "text and images" }, { context: "to 300,000" }])(
    "%o is no peer, unless any will do",
    (changes) => {
      const rows = [closed(12), open(1), open(2), open(6, changes)];
      expect(by(rows)).toEqual([]);
      expect(by(rows, { alike: false })[0]?.ratio).toBe(6);
    },
  );

  test.each([
    [1, 1],
    [2, 1],
    [3, 0],
  ])("two open models are enough where %d are needed: %d", (peers, compared) => {
    expect(by([closed(12), open(1), open(2)], { peers })).toHaveLength(compared);
  });

  test("a row of three models is three peers, and weighs as three", () => {
    expect(by([closed(12), open(1, { models: 3 }), open(6), open(8)])[0]).toMatchObject({ ratio: 12, peers: 5 });
  });

  test("a row of two closed models has two votes", () => {
    expect(votes(by([closed(12, { models: 2 }), closed(4), ...three]))).toEqual([6, 6, 2]);
  });
});

describe("which prices a rule takes", () => {
  const prices = (row: PriceRow, change: Partial<Rule>) =>
    pricedBy([row], { ...headlineRule, ...change }).map(({ weights, price }) => [weights, price]);

  test.each<[Rule["disputed"], unknown[]]>([
    [null, []],
    ["open", [["open", 5]]],
    ["closed", [["closed", 5]]],
  ])("disputed weights as %s", (disputed, taken) => {
    expect(prices(priceRow("disputed", 5), { disputed })).toEqual(taken);
  });

  test("unknown weights are neither", () => expect(prices(priceRow("unknown", 5), { disputed: "open" })).toEqual([]));

  test("outside the catalogue only where every model counts", () => {
    const row = open(5, { catalogued: false });
    expect([prices(row, {}), prices(row, { everyModel: true })]).toEqual([[], [["open", 5]]]);
  });

  test("of another list only by name", () => {
    const row = open(5, { source: "genai-prices" });
    expect([prices(row, {}), prices(row, { source: "genai-prices" })]).toEqual([[], [["open", 5]]]);
  });

  test("the cheapest price only where there is one", () => {
    const row = { blended_3_1: 5, blended_1_1: 6, blended_9_1: 4 };
    const cheap = open(5, { ...row, cheapest_3_1: 3 });
    const all = ["blended_3_1", "blended_1_1", "blended_9_1", "cheapest_3_1"] as const;
    expect(all.map((price) => prices(cheap, { price })[0]?.[1])).toEqual([5, 6, 4, 3]);
    expect(prices(open(5), { price: "cheapest_3_1" })).toEqual([]);
  });
});

describe("shareBeyond", () => {
  const ratios = by([...three, closed(2), closed(20), closed(20.02), closed(1.98, { models: 2 })]);

  test("what equals a threshold is on neither side; a model has one vote", () => {
    expect(votes(ratios)).toEqual([1, 10, 10.01, 0.99, 0.99]);
    expect(shareBeyond(ratios, 10)).toBe(1 / 5);
    expect(shareBeyond(ratios, 1)).toBe(2 / 5);
    expect(shareBeyond(ratios, 1, "below")).toBe(2 / 5);
    expect(shareBeyond(ratios, 0.99, "below")).toBe(0);
  });
});

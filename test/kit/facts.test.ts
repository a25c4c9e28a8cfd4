import { describe, expect, test } from "vitest";
import { joint, narrow } from "#kit/coverage.ts";
import {
  change,
  count,
  date,
  envelope,
  interval,
  numeric,
  points,
  quantile,
  rank,
  ratio,
  share,
  shareVariant,
  sum,
} from "#kit/facts.ts";
import { basis, chapter, facts, made, tiny } from "#test/support/chapter.ts";

const common = { definition: "A number that a test made up.", basis };
const part = (part: number, whole = 100, unknown = 10) => share({ part, whole, unknown, n: 7, ...common });

describe("share", () => {
  test("unknown widens upwards: 50 of 100 with 10 unknown is 50, and may be up to 60", () => {
    expect(part(50)).toMatchObject({ value: 0.5, unit: "share", n: 7, of: 100, bounds: { lower: 0.5, upper: 0.6 } });
  });

  test("nothing unknown, no bounds", () => {
    expect(part(50, 100, 0).bounds).toBeNull();
    expect(interval(part(50, 100, 0))).toEqual({ lower: 0.5, upper: 0.5 });
  });

  test("another way to count has the same bounds, and none where it leaves nothing unknown", () => {
    const counted = { label: "otherwise", part: 50, whole: 100 };
    const bounds = { lower: 0.5, upper: 0.6 };
    expect(shareVariant({ ...counted, unknown: 10 })).toEqual({ label: "otherwise", value: 0.5, bounds });
    expect(shareVariant({ ...counted, unknown: 0 })).toEqual({ label: "otherwise", value: 0.5 });
  });

  test("shares of one whole cannot all be at their upper bound", () => {
    const shares = [part(50), part(30), part(10)].map(interval);
    expect(shares.reduce((total, { upper }) => total + upper, 0)).toBeCloseTo(1.2, 12);
    for (const [i, { upper }] of shares.entries()) {
      const rest = shares.filter((_, j) => j !== i).reduce((total, { lower }) => total + lower, 0);
      expect(upper + rest).toBeCloseTo(1, 12);
    }
  });
});

test.each([
  ["difference of shares", points({ from: part(20, 100, 0), to: part(30, 100, 0), ...common }), "points", 0.1],
  ["percent more", change({ from: 20, to: 30, ...common }), "percent-more", 0.5],
  ["percent less", change({ from: 40, to: 30, ...common }), "percent-more", -0.25],
  ["times", ratio({ numerator: 30, denominator: 20, ...common }), "times", 1.5],
] as const)("%s keeps its own unit", (_, fact, unit, value) => {
  expect(fact.unit).toBe(unit);
  expect(fact.value).toBeCloseTo(value, 12);
});

test("points between bounded shares: 30..40 less 20..25 lies between 5 and 20", () => {
  const bounds = points({ from: part(20, 100, 5), to: part(30), ...common }).bounds;
  expect(bounds?.lower).toBeCloseTo(0.05, 12);
  expect(bounds?.upper).toBeCloseTo(0.2, 12);
  expect(points({ from: part(20, 100, 0), to: part(30, 100, 0), ...common }).bounds).toBeNull();
});

describe("quantile", () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  test.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2],
    [[1, 1, 1, 9], 0.75, 1],
    [[1, 1, 1, 9], 0.76, 9],
    [[10, 9, 8], 0, 8],
    [[10, 9, 8], 1, 10],
    [hundred, 0.07, 7],
    [hundred, 0.55, 55],
    [hundred, 0.951, 96],
  ])("of %j at %d is %d", (values, p, expected) => {
    expect(quantile({ values, p, unit: "downloads", ...common })).toMatchObject({ value: expected, n: values.length });
  });

  test("leaves its input as it was", () => {
    const values = Object.freeze([3, 1, 2]);
    expect(quantile({ values, p: 0.5, unit: "downloads", ...common }).value).toBe(2);
  });
});

test.each([
  [5, [5, 4, 3], 1],
  [4, [5, 4, 4, 3], 2],
  [3, [5, 4, 4, 3], 4],
  [5, [5, 5, 5], 1],
])("rank of %d among %j is %d", (value, among, place) => {
  expect(rank({ value, among, ...common })).toMatchObject({ value: place, unit: "rank", n: among.length });
});

describe("an empty group gives no number, and evaluate says so", () => {
  test.each([
    ["share", share({ part: 0, whole: 0, unknown: 0, n: 0, ...common })],
    ["share with unknown", share({ part: 0, whole: 0, unknown: 1, n: 0, ...common })],
    ["ratio", ratio({ numerator: 1, denominator: 0, ...common })],
    ["change", change({ from: 0, to: 0, ...common })],
    ["quantile", quantile({ values: [], p: 0.5, unit: "downloads", ...common })],
    ["points", points({ from: part(0, 0, 0), to: part(1), ...common })],
    ["day", date({ value: "", ...common })],
    ["variant", count({ value: 1, unit: "models", variants: [{ label: "none", value: Number.NaN }], ...common })],
  ])("%s", (_, fact) => {
    const { problems } = chapter(tiny({ facts: { ...facts, empty: fact } }));
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^fact "empty": is not a finite number: an empty group/),
    ]);
  });
});

test("count is its own n unless told otherwise; sum must be told", () => {
  expect(count({ value: 34, unit: "namespaces", ...common }).n).toBe(34);
  expect(count({ value: 34, unit: "namespaces", n: 9, ...common }).n).toBe(9);
  expect(sum({ value: 12, unit: "downloads", n: 3, ...common }).n).toBe(3);
});

test("a day has no number", () => {
  expect(() => numeric(made("2025-09-07", "date"))).toThrow("a day has no numeric value: 2025-09-07");
});

test("envelope spans bounds and variants", () => {
  const variants = [
    { label: "a", value: 0.45 },
    { label: "b", value: 0.55 },
  ];
  expect(envelope({ ...part(50), variants })).toEqual({ lower: 0.45, upper: 0.6 });
  expect(envelope(made(0.5))).toEqual({ lower: 0.5, upper: 0.5 });
});

test("basis: narrower keeps the rest; joint is the union as of the newest, complete only if all are", () => {
  const other = {
    population: "the Hub",
    complete: true,
    asOf: "2026-08-17",
    tables: ["tiny/rows", "a/b"],
    sources: ["r"],
  };
  expect(narrow(basis, { asOf: "2025-01-14" })).toEqual({ ...basis, asOf: "2025-01-14" });
  expect(joint(basis, other)).toEqual({
    population: "a few models; the Hub",
    complete: false,
    asOf: "2026-08-17",
    tables: ["a/b", "tiny/rows"],
    sources: ["r", "s"],
  });
});

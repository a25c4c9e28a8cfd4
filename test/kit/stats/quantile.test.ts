import fc from "fast-check";
import { expect, test } from "vitest";
import { quantileOf } from "#kit/facts.ts";
import { weightedQuantile } from "#kit/stats/quantile.ts";

test.each<[string, number[], number[], number, number]>([
  ["the middle of an odd number", [3, 1, 2], [1, 1, 1], 0.5, 2],
  ["the lower middle of an even number", [4, 1, 3, 2], [1, 1, 1, 1], 0.5, 2],
  ["weights decide", [1, 10], [1, 9], 0.5, 10],
  ["exactly reached", [1, 2], [1, 1], 0.5, 1],
  ["just beyond", [1, 2], [1, 1], 0.51, 2],
  ["equal values count together", [5, 5, 7], [1, 1, 2], 0.5, 5],
  ["weight zero is nothing", [1, 2, 3], [0, 1, 1], 0, 2],
  ["all of it", [1, 2, 3], [1, 1, 1], 1, 3],
])("%s", (_, values, weights, p, quantile) => {
  expect(weightedQuantile(values, weights, p)).toBe(quantile);
});

test("nothing has no quantile", () => {
  expect(weightedQuantile([], [], 0.5)).toBeNaN();
  expect(weightedQuantile([1], [0], 0.5)).toBeNaN();
});

test("whole weights are repetitions", () => {
  const pairs = fc.array(fc.record({ value: fc.integer(), weight: fc.integer({ min: 1, max: 5 }) }), { minLength: 1 });
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 99 }), (all, percent) => {
      const repeated = all.flatMap(({ value, weight }) => Array<number>(weight).fill(value));
      const found = weightedQuantile(
        all.map(({ value }) => value),
        all.map(({ weight }) => weight),
        percent / 100,
      );
      expect(found).toBe(quantileOf(repeated, percent / 100));
    }),
  );
});

test.each<[number[], number[], number, string]>([
  [[1, 2], [1], 0.5, "2 values have 1 weights"],
  [[1], [-1], 0.5, "a weight of -1"],
  [[1], [Number.NaN], 0.5, "a weight of NaN"],
  [[Number.NaN], [1], 0.5, "a value is not a number"],
  [[1], [1], 50, "the quantile at 50: p is a fraction between 0 and 1"],
])("%j weighing %j, at %f, is an error", (values, weights, p, message) => {
  expect(() => weightedQuantile(values, weights, p)).toThrow(message);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { geometricMean, trimmedMean, type Weighted, weightedMean, winsorisedMean } from "#kit/stats/means.ts";

const items = (...values: number[]): Weighted[] => values.map((value) => ({ value, weight: 1 }));

describe("by hand", () => {
  test("weights decide a mean", () => {
    expect(
      weightedMean([
        { value: 1, weight: 3 },
        { value: 9, weight: 1 },
      ]),
    ).toBe(3);
    expect(weightedMean(items(2, 4, 9))).toBe(5);
  });

  test("the geometric mean of 1, 10 and 100 is 10", () => {
    expect(geometricMean(items(1, 10, 100))).toBeCloseTo(10, 12);
  });

  test("a fifth off at each end leaves the middle three of five", () => {
    expect(trimmedMean(items(1000, 2, 3, 4, -50), 0.2)).toBe(3);
    expect(winsorisedMean(items(1000, 2, 3, 4, -50), 0.21)).toBe((2 + 2 + 3 + 4 + 4) / 5);
  });

  test("an item at the border of what is cut off counts in part", () => {
    expect(
      trimmedMean(
        [
          { value: 1, weight: 2 },
          { value: 5, weight: 2 },
        ],
        0.25,
      ),
    ).toBe(3);
    expect(
      trimmedMean(
        [
          { value: 1, weight: 3 },
          { value: 5, weight: 1 },
        ],
        0.125,
      ),
    ).toBeCloseTo((2.5 + 2.5) / 3, 12);
  });
});

test("whole weights are repetitions", () => {
  const pairs = fc.array(
    fc.record({ value: fc.integer({ min: 1, max: 1e6 }), weight: fc.integer({ min: 1, max: 5 }) }),
    {
      minLength: 1,
    },
  );
  const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.abs(b));
  fc.assert(
    fc.property(pairs, fc.constantFrom(0, 0.01, 0.1, 0.3), (all, p) => {
      const repeated = all.flatMap(({ value, weight }) => items(...Array<number>(weight).fill(value)));
      near(weightedMean(all), weightedMean(repeated));
      near(geometricMean(all), geometricMean(repeated));
      near(trimmedMean(all, p), trimmedMean(repeated, p));
      near(winsorisedMean(all, p), winsorisedMean(repeated, p));
    }),
  );
});

test("nothing has no mean", () => {
  expect([weightedMean([]), geometricMean([]), trimmedMean([], 0.1), winsorisedMean([], 0.1)]).toEqual([
    ...[Number.NaN, Number.NaN, Number.NaN, Number.NaN],
  ]);
});

test("what cannot be is an error", () => {
  expect(() => geometricMean(items(0, 1))).toThrow(/geometric mean of 0: values lie above 0/);
  expect(() => trimmedMean(items(1), 0.5)).toThrow(/p lies from 0 to below 0.5/);
  expect(() => winsorisedMean(items(1), -0.1)).toThrow(/p lies from 0 to below 0.5/);
});

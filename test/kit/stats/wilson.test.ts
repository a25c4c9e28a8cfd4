import fc from "fast-check";
import { expect, test } from "vitest";
import { wilson } from "#kit/stats/wilson.ts";
import { seeded } from "#test/support/frequencies.ts";

test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("Newcombe, Statistics in Medicine 17 (1998), table I, score method: %i of %i", (hits, n, lower, upper) => {
  expect(wilson(hits, n).lower).toBeCloseTo(lower, 4);
  expect(wilson(hits, n).upper).toBeCloseTo(upper, 4);
});

test("none and all of any number end at 0 and at 1", () => {
  for (let n = 1; n <= 3000; n++) {
    expect(wilson(0, n).lower).toBe(0);
    expect(wilson(n, n).upper).toBe(1);
  }
});

test("nothing drawn says nothing", () => {
  expect(wilson(0, 0)).toEqual({ lower: Number.NaN, upper: Number.NaN });
});

test.each([
  [3, 2],
  [-1, 2],
  [0.5, 2],
])("%f of %i is an error", (hits, n) => expect(() => wilson(hits, n)).toThrow(`${hits} of ${n} drawn`));

test("by definition: its ends are the shares from which what was drawn is z standard errors away", () => {
  const draws = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
  fc.assert(
    fc.property(draws, ([hits, n]) => {
      const { lower, upper } = wilson(hits, n);
      for (const end of [lower, upper].filter((share) => share > 1e-9 && share < 1 - 1e-9)) {
        expect(Math.abs(hits / n - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(1.959964, 5);
      }
      expect([lower <= hits / n + 1e-12, upper >= hits / n - 1e-12, lower >= 0, upper <= 1]).not.toContain(false);
    }),
    seeded,
  );
});

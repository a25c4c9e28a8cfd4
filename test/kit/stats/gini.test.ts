import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutZeros } from "#kit/stats/frequency.ts";
import { gini } from "#kit/stats/gini.ts";
import { each, expand, seeded, tables, upTo } from "#test/support/frequencies.ts";

/** Half the mean absolute difference of all pairs over the mean: the definition, in two plain loops. */
function byPairs(listing: readonly number[]): number {
  let [differences, sum] = [0, 0];
  for (const a of listing) for (const b of listing) differences += Math.abs(a - b);
  for (const a of listing) sum += a;
  return differences / (2 * listing.length * sum);
}

test.each([1, 2, 3, 10, 1000])("closed form: 1, 2, ... %i has (n - 1) / 3n", (n) => {
  expect(gini(each(...upTo(n)))).toBeCloseTo((n - 1) / (3 * n), 12);
});

test.each([1, 2, 5, 3_000_000])("one of %i has everything: (n - 1) / n", (n) => {
  expect(gini([...each(7), { value: 0, n: n - 1 }])).toBeCloseTo((n - 1) / n, 12);
});

test("equal items: nothing between them", () => {
  expect(gini([{ value: 0.1, n: 999_999 }])).toBeCloseTo(0, 12);
});

test("zeros decide: half of four have nothing, the others 1 and 3", () => {
  const table = each(0, 1, 0, 3);
  expect(gini(table)).toBeCloseTo(0.625, 12);
  expect(gini(withoutZeros(table))).toBeCloseTo(0.25, 12);
});

test("nothing is not equality", () => {
  expect(gini([])).toBeNaN();
  expect(gini([{ value: 0, n: 5 }])).toBeNaN();
});

test("all pairs of the expanded listing give the same, whatever the unit", () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(0.001, 3, 1e9), (table, unit) => {
      const scaled = table.map(({ value, n }) => ({ value: value * unit, n }));
      const expected = byPairs(expand(table));
      if (Number.isNaN(expected)) expect(gini(table)).toBeNaN();
      else expect([gini(table), gini(scaled)]).toEqual([expect.closeTo(expected, 12), expect.closeTo(expected, 12)]);
    }),
    seeded,
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { lorenzCurve } from "#kit/stats/lorenz.ts";
import { fewest, topPart, topShare } from "#kit/stats/top.ts";
import { each, expand, seeded, tables, upTo } from "#test/support/frequencies.ts";

const ties = [
  { value: 40, n: 1 },
  { value: 10, n: 5 },
  { value: 1, n: 10 },
  { value: 0, n: 84 },
];

test.each([
  [0, 0],
  [1, 0.4],
  [2, 0.5],
  [3, 0.6],
  [6, 0.9],
  [16, 1],
  [100, 1],
])("the top %i of a hundred items, five of which tie, have %f", (k, share) => {
  expect(topShare(ties, k)).toBeCloseTo(share, 12);
  expect(topPart(ties, k / 100)).toBeCloseTo(share, 12);
});

test("the item at the border of a part counts in part", () => {
  expect(topPart(ties, 0.015)).toBeCloseTo(0.45, 12);
  expect(topPart(each(3, 1), 0.25)).toBeCloseTo(0.375, 12);
});

test.each([
  [0.4, 1],
  [0.400001, 2],
  [0.5, 2],
  [0.9, 6],
  [0.99, 15],
  [1, 16],
])("the fewest that have %f of it are %i", (share, items) => {
  expect(fewest(ties, share)).toEqual({ items, itemShare: items / 100 });
});

test("the last download of a trillion counts", () => {
  const huge = [
    { value: 1e12 - 1, n: 1 },
    { value: 1, n: 1 },
  ];
  expect(fewest(huge, 1).items).toBe(2);
  expect(fewest(each(0.1, 0.2, 0.3), 1).items).toBe(3);
});

test("those that have nothing are never needed, however sums round", () => {
  const uneven = upTo(5000).map((rank) => ({ value: 1 / rank ** 0.7, n: 1 + (rank % 3) }));
  const having = uneven.reduce((sum, { n }) => sum + n, 0);
  expect(fewest([...uneven, { value: 0, n: 1000 }], 1).items).toBe(having);
});

test("nothing is not a share", () => {
  for (const table of [[], [{ value: 0, n: 3 }]]) {
    expect(topShare(table, 0)).toBeNaN();
    expect(topPart(table, 0.5)).toBeNaN();
    expect(fewest(table, 0.5)).toEqual({ items: Number.NaN, itemShare: Number.NaN });
  }
});

test.each([
  [() => topShare(ties, 101), "the top 101 of 100 items: k must lie between 0 and 100"],
  [() => topShare(ties, Number.NaN), "the top NaN of 100 items"],
  [() => topPart(ties, 10), "the top part 10 of the items: p is a fraction"],
  [() => fewest(ties, 0), "0 of the whole"],
  [() => fewest(ties, 50), "50 of the whole: a share lies above 0 and at most at 1"],
])("what cannot be is an error that says so", (wrong, message) => expect(wrong).toThrow(message));

test("a plain loop over the listing agrees, and the top part is the Lorenz curve from the other end", () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 100 }), (table, percent) => {
      const listing = expand(table);
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
      const whole = sum(listing);
      fc.pre(whole > 0);
      for (const k of listing.keys()) expect(topShare(table, k)).toBeCloseTo(sum(listing.slice(0, k)) / whole, 12);
      let count = 0;
      while (100 * sum(listing.slice(0, count)) < percent * whole) count++;
      expect(fewest(table, percent / 100).items).toBe(count);
      for (const { itemShare, sumShare } of lorenzCurve(table)) {
        expect(topPart(table, 1 - itemShare)).toBeCloseTo(1 - sumShare, 12);
      }
    }),
    seeded,
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { descending, items, tally, total, withoutZeros } from "#kit/stats/frequency.ts";
import { each, expand, seeded, tables } from "#test/support/frequencies.ts";

test("each value once, largest first, rows of no items gone", () => {
  const table = [
    { value: 2, n: 3 },
    { value: 7, n: 1 },
    { value: 9, n: 0 },
    { value: 2, n: 2 },
    { value: 0, n: 4 },
  ];
  expect(descending(table)).toEqual([
    { value: 7, n: 1 },
    { value: 2, n: 5 },
    { value: 0, n: 4 },
  ]);
  expect([items(table), total(table), items(withoutZeros(table))]).toEqual([10, 17, 6]);
  expect([items([]), total([]), descending([])]).toEqual([0, 0, []]);
});

test("a table and its listing have the same items and the same sum, and a listing tallies to its table", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const listing = expand(table);
      expect(items(table)).toBe(listing.length);
      expect(total(table)).toBe(listing.reduce((a, b) => a + b, 0));
      expect(tally(listing)).toEqual(descending(table));
    }),
    seeded,
  );
});

test.each([
  ["a negative value", each(-1), "value -1"],
  ["a value that is not a number", each(Number.NaN), "value NaN"],
  ["half an item", [{ value: 1, n: 0.5 }], "0.5 items of value 1"],
  ["fewer than no items", [{ value: 1, n: -2 }], "-2 items of value 1"],
])("%s is an error that names it", (_, table, message) => {
  expect(() => descending(table)).toThrow(message);
});

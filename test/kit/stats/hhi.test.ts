import fc from "fast-check";
import { expect, test } from "vitest";
import { tally } from "#kit/stats/frequency.ts";
import { effectiveNumber, hhi } from "#kit/stats/hhi.ts";
import { expand, seeded, tables } from "#test/support/frequencies.ts";

test("US Department of Justice, Herfindahl-Hirschman Index: firms of 30, 30, 20 and 20 percent have 2,600", () => {
  expect(hhi(tally([30, 30, 20, 20]))).toBeCloseTo(2600, 9);
  expect(effectiveNumber(2600)).toBeCloseTo(3.846153846, 9);
});

test.each([1, 2, 4, 3_000_000])("%i equal groups are as many effective ones", (n) => {
  expect(hhi([{ value: 123, n }])).toBeCloseTo(10_000 / n, 9);
  expect(effectiveNumber(hhi([{ value: 123, n }])) / n).toBeCloseTo(1, 12);
});

test("groups of nothing change nothing; nothing at all has no index", () => {
  expect(hhi(tally([6, 4, 0, 0]))).toBe(hhi(tally([4, 6])));
  expect(hhi([])).toBeNaN();
  expect(hhi(tally([0]))).toBeNaN();
});

test("a plain loop over the groups agrees, whatever the unit", () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(0.01, 1, 1e9), (table, unit) => {
      const groups = expand(table);
      let [whole, index] = [0, 0];
      for (const size of groups) whole += size;
      for (const size of groups) index += ((100 * size) / whole) ** 2;
      fc.pre(whole > 0);
      expect(hhi(table.map(({ value, n }) => ({ value: value * unit, n })))).toBeCloseTo(index, 8);
    }),
    seeded,
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, jointKendall, jointSpearman } from "#kit/stats/joint.ts";
import { kendall } from "#kit/stats/kendall.ts";
import { spearman } from "#kit/stats/rank.ts";
import { seeded } from "#test/support/frequencies.ts";

/** The items of a table, one by one. */
function expanded(cells: readonly Cell[]): [number[], number[]] {
  const items = cells.flatMap(({ x, y, n }) => Array.from({ length: n }, () => [x, y] as const));
  return [items.map(([x]) => x), items.map(([, y]) => y)];
}

test("by hand: four items, two of them alike", () => {
  const cells = [
    { x: 0, y: 5, n: 2 },
    { x: 1, y: 9, n: 1 },
    { x: 7, y: 2, n: 1 },
  ];
  expect(jointSpearman(cells)).toBeCloseTo(-1.5 / 4.5, 12);
  expect(jointKendall(cells)).toBeCloseTo((2 - 2 - 1) / 5, 12);
});

test("what the listing gives, item by item", () => {
  const cell = fc.record({ x: fc.nat(4), y: fc.nat(4), n: fc.integer({ min: 1, max: 5 }) });
  const tables = fc.uniqueArray(cell, { minLength: 2, maxLength: 9, selector: ({ x, y }) => `${x} ${y}` });
  fc.assert(
    fc.property(tables, (cells) => {
      const [x, y] = expanded(cells);
      fc.pre(new Set(x).size > 1 && new Set(y).size > 1);
      expect(jointSpearman(cells)).toBeCloseTo(spearman(x, y), 10);
      expect(jointKendall(cells)).toBeCloseTo(kendall(x, y), 10);
    }),
    seeded,
  );
});

test("a measure that does not vary has no correlation", () => {
  const cells = [
    { x: 1, y: 1, n: 3 },
    { x: 1, y: 2, n: 1 },
  ];
  expect([jointSpearman(cells), jointKendall(cells)]).toEqual([Number.NaN, Number.NaN]);
});

test.each([
  [[{ x: 1, y: Number.NaN, n: 1 }], "1 items of 1 and NaN"],
  [[{ x: 1, y: 2, n: 0.5 }], "0.5 items of 1 and 2"],
  [
    [
      { x: 1, y: 2, n: 1 },
      { x: 1, y: 2, n: 1 },
    ],
    "two rows of 1 2",
  ],
])("a table that cannot be is an error", (cells, message) => {
  expect(() => jointSpearman(cells)).toThrow(message);
  expect(() => jointKendall(cells)).toThrow(message);
});

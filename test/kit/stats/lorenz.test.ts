import fc from "fast-check";
import { expect, test } from "vitest";
import { gini } from "#kit/stats/gini.ts";
import { concentrationCurve, type LorenzPoint, lorenzCurve } from "#kit/stats/lorenz.ts";
import { each, expand, seeded, tables, upTo } from "#test/support/frequencies.ts";

/** Area under straight pieces. */
function area(points: readonly LorenzPoint[]): number {
  let sum = 0;
  for (const [i, b] of points.entries()) {
    const a = points[i - 1];
    if (a !== undefined) sum += ((b.itemShare - a.itemShare) * (a.sumShare + b.sumShare)) / 2;
  }
  return sum;
}

const shares = (points: readonly LorenzPoint[]) => points.map(({ itemShare, sumShare }) => [itemShare, sumShare]);

test("four items of 1, 2, 3, 4, by hand", () => {
  expect(shares(lorenzCurve(each(4, 2, 1, 3)))).toEqual([
    [0, 0],
    [0.25, 0.1],
    [0.5, 0.3],
    [0.75, 0.6],
    [1, 1],
  ]);
  expect(concentrationCurve(each(4, 2, 1, 3))[1]).toEqual({ items: 1, itemShare: 0.25, sum: 4, sumShare: 0.4 });
});

test("items that tie are one straight piece; nothing has no curve", () => {
  expect(shares(lorenzCurve([{ value: 5, n: 100 }]))).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect([lorenzCurve([]), lorenzCurve([{ value: 0, n: 3 }])]).toEqual([[], []]);
});

test("the last corner is all items and all of the sum, however values round", () => {
  for (let n = 1; n <= 100; n++) {
    const table = upTo(n).map((value) => ({ value: value / 10, n: (value % 3) + 1 }));
    expect(lorenzCurve(table).at(-1)).toMatchObject({ itemShare: 1, sumShare: 1 });
    expect(concentrationCurve(table).at(-1)).toMatchObject({ itemShare: 1, sumShare: 1 });
  }
});

test("every corner is a running sum of the listing, and twice the area to the diagonal is Gini's coefficient", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const listing = expand(table);
      for (const { items, sum } of concentrationCurve(table)) {
        expect(sum).toBe(listing.slice(0, items).reduce((a, b) => a + b, 0));
      }
      const curve = lorenzCurve(table);
      if (curve.length > 0) expect(1 - 2 * area(curve)).toBeCloseTo(gini(table), 12);
    }),
    seeded,
  );
});

test.each(["linear", "log"] as const)("thinned along a %s axis: few corners, real ones, both ends, no gap", (scale) => {
  const table = upTo(5000).map((rank) => ({ value: 1e9 / rank ** 1.2, n: 1 + (rank % 7) }));
  const whole = concentrationCurve(table);
  const thinned = concentrationCurve(table, { steps: 100, scale });
  expect(thinned.length).toBeLessThanOrEqual(202);
  expect(thinned.length).toBeGreaterThan(50);
  expect([thinned[0], thinned.at(-1)]).toEqual([whole[0], whole.at(-1)]);
  expect(whole).toEqual(expect.arrayContaining(thinned));
  const along = ({ items, itemShare }: LorenzPoint): number =>
    scale === "linear" ? itemShare : Math.log(Math.max(1, items)) / Math.log(whole.at(-1)?.items ?? 0);
  for (const point of whole) {
    const near = (kept: LorenzPoint): boolean =>
      Math.abs(along(kept) - along(point)) <= 0.01 && Math.abs(kept.sumShare - point.sumShare) <= 0.01;
    expect(thinned.some(near)).toBe(true);
  }
});

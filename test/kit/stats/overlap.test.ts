import fc from "fast-check";
import { expect, test } from "vitest";
import { overlapBounds, topOverlap } from "#kit/stats/overlap.ts";
import { seeded, upTo } from "#test/support/frequencies.ts";

test("without ties: whole items", () => {
  expect(topOverlap([9, 8, 7, 1, 2], [5, 1, 9, 8, 2], 3)).toEqual({ shared: 2, share: 2 / 3, byChance: 0.6 });
  expect(topOverlap(upTo(100), upTo(100), 50).share).toBe(1);
  expect(topOverlap(upTo(100), upTo(100).reverse(), 50).share).toBe(0);
});

test("a tie at the border shares its places: one place for two, one of which is in the other top", () => {
  expect(topOverlap([9, 5, 5, 1], [9, 8, 2, 1], 2).shared).toBeCloseTo(1.5, 12);
});

test.each([0, 1.5, 6, Number.NaN])("a top %f of five is an error", (k) => {
  expect(() => topOverlap(upTo(5), upTo(5), k)).toThrow(`the top ${k} of 5 items`);
});

/** All sets of k items that are a top k, ties broken in every way. */
function tops(values: readonly number[], k: number): Set<number>[] {
  const sets: Set<number>[] = [];
  for (let mask = 0; mask < 2 ** values.length; mask++) {
    const [inside, outside]: [number[], number[]] = [[], []];
    for (const i of values.keys()) (((mask >> i) & 1) === 1 ? inside : outside).push(i);
    const least = Math.min(...inside.map((i) => values[i] ?? 0));
    if (inside.length === k && outside.every((i) => (values[i] ?? 0) <= least)) sets.push(new Set(inside));
  }
  return sets;
}

test("the mean over every way to break ties", () => {
  const pairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 7 }), (all, k) => {
      fc.pre(k <= all.length);
      const [x, y] = [all.map(([a]) => a), all.map(([, b]) => b)];
      const [first, second] = [tops(x, k), tops(y, k)];
      let shared = 0;
      for (const a of first) for (const b of second) shared += a.intersection(b).size;
      expect(topOverlap(x, y, k).shared).toBeCloseTo(shared / first.length / second.length, 12);
    }),
    seeded,
  );
});

test("the least and the most over every way to break ties", () => {
  const pairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 8 }), (all, k) => {
      fc.pre(k <= all.length);
      const [x, y] = [all.map(([a]) => a), all.map(([, b]) => b)];
      const shared = tops(x, k).flatMap((a) => tops(y, k).map((b) => a.intersection(b).size));
      expect(overlapBounds(x, y, k)).toEqual({ lower: Math.min(...shared), upper: Math.max(...shared) });
    }),
    seeded,
  );
});

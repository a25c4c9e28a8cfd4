import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kendall } from "#kit/stats/kendall.ts";
import { spearman } from "#kit/stats/rank.ts";
import { seeded, upTo } from "#test/support/frequencies.ts";

describe("published examples", () => {
  test("SciPy, spearmanr, with a tie: 0.8207826816681233", () => {
    expect(spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 12);
  });

  test("Wikipedia, Spearman's rank correlation coefficient, IQ and hours of television: -29/165", () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    expect(spearman(iq, [7, 27, 2, 50, 28, 29, 20, 12, 6, 17])).toBeCloseTo(-29 / 165, 12);
  });

  test("SciPy, kendalltau, with ties on both measures: -0.47140452079103173", () => {
    expect(kendall([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])).toBeCloseTo(-0.47140452079103173, 12);
  });
});

describe.each([
  ["Spearman", spearman],
  ["Kendall", kendall],
] as const)("%s", (_, correlation) => {
  test("same order is 1, the opposite -1, whatever the scale", () => {
    const x = upTo(40);
    expect(correlation(x, x.map(Math.exp))).toBeCloseTo(1, 12);
    expect(
      correlation(
        x,
        x.map((value) => -(value ** 3)),
      ),
    ).toBeCloseTo(-1, 12);
  });

  test("nothing to order is not a correlation of 0", () => {
    expect(correlation([], [])).toBeNaN();
    expect(correlation([1], [2])).toBeNaN();
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeNaN();
  });

  test("unpaired and unknown values are errors", () => {
    expect(() => correlation([1, 2], [1])).toThrow("one measure has 2 values and the other 1");
    expect(() => correlation([1, Number.NaN], [1, 2])).toThrow("a value is NaN: leave out items");
  });
});

const pairs = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -5, max: 5 })), {
  minLength: 2,
  maxLength: 40,
});

/** Rank as one plus those below and half of the others that are equal, by a plain loop. */
function ranks(values: readonly number[]): number[] {
  return values.map((own) => {
    let rank = 0.5;
    for (const other of values) rank += other < own ? 1 : other === own ? 0.5 : 0;
    return rank;
  });
}

test("Spearman: Pearson's formula over counted ranks", () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const [a, b] = [ranks(all.map(([x]) => x)), ranks(all.map(([, y]) => y))];
      const middle = (all.length + 1) / 2;
      let [xy, xx, yy] = [0, 0, 0];
      for (const [i, x] of a.entries()) {
        const y = b[i] ?? 0;
        xy += (x - middle) * (y - middle);
        xx += (x - middle) ** 2;
        yy += (y - middle) ** 2;
      }
      fc.pre(xx > 0 && yy > 0);
      expect(
        spearman(
          all.map(([x]) => x),
          all.map(([, y]) => y),
        ),
      ).toBeCloseTo(xy / Math.sqrt(xx * yy), 12);
    }),
    seeded,
  );
});

test("Kendall: every pair looked at", () => {
  fc.assert(
    fc.property(pairs, (all) => {
      let [score, freeX, freeY] = [0, 0, 0];
      for (const [i, [x, y]] of all.entries()) {
        for (const [u, v] of all.slice(i + 1)) {
          score += Math.sign(x - u) * Math.sign(y - v);
          freeX += Number(x !== u);
          freeY += Number(y !== v);
        }
      }
      fc.pre(freeX > 0 && freeY > 0);
      expect(
        kendall(
          all.map(([x]) => x),
          all.map(([, y]) => y),
        ),
      ).toBeCloseTo(score / Math.sqrt(freeX * freeY), 12);
    }),
    seeded,
  );
});

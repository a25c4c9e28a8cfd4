import { expect, test } from "vitest";
import { cohensKappa } from "#kit/stats/kappa.ts";

/** Pairs of labels from a cross table, rows the first rater's. */
function rated(table: readonly (readonly number[])[]): [string[], string[]] {
  const pairs = table.flatMap((row, a) => row.flatMap((n, b) => Array<[string, string]>(n).fill([`${a}`, `${b}`])));
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
}

test("Cohen, Educational and Psychological Measurement 20 (1960), table 1: 0.70 agreed, 0.41 by chance, kappa 0.492", () => {
  const table = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ];
  const found = cohensKappa(...rated(table));
  expect(found.n).toBe(200);
  expect(found.agreement).toBeCloseTo(0.7, 12);
  expect(found.byChance).toBeCloseTo(0.41, 12);
  expect(found.kappa).toBeCloseTo(0.492, 3);
});

test("Bonnardel, The Kappa coefficient: 0.770 agreed, 0.336 by chance, kappa 0.654, its error 0.062", () => {
  const table = [
    [25, 3, 5],
    [6, 32, 8],
    [1, 0, 20],
  ];
  const { agreement, byChance, kappa, interval } = cohensKappa(...rated(table));
  expect([agreement, byChance, kappa].map((value) => value.toFixed(3))).toEqual(["0.770", "0.336", "0.654"]);
  expect(((interval.upper - interval.lower) / 2 / 1.96).toFixed(3)).toBe("0.062");
});

test("agreement on all is 1; on nothing beyond chance 0; the names and order of labels do not matter", () => {
  expect(cohensKappa(["a", "b"], ["a", "b"])).toMatchObject({ kappa: 1, interval: { lower: 1, upper: 1 } });
  expect(cohensKappa(["a", "a", "b", "b"], ["a", "b", "a", "b"]).kappa).toBeCloseTo(0, 12);
  expect(cohensKappa(["y", "x", "x"], ["y", "x", "y"])).toEqual(cohensKappa(["a", "b", "b"], ["a", "b", "a"]));
});

test("agreement on all has no room for error, whatever the habits", () => {
  for (let n = 2; n <= 200; n++) {
    const labels = Array.from({ length: n }, (_, i) => `${i % 3}`);
    const { kappa, interval } = cohensKappa(labels, labels);
    expect([kappa, interval.lower, interval.upper]).toEqual([1, expect.closeTo(1, 6), expect.closeTo(1, 6)]);
  }
});

test("one label throughout leaves nothing above chance, and nothing rated is nothing", () => {
  expect(cohensKappa(Array<string>(49).fill("a"), Array<string>(49).fill("a"))).toMatchObject({
    agreement: 1,
    kappa: Number.NaN,
  });
  expect(cohensKappa([], [])).toMatchObject({ n: 0, agreement: Number.NaN, byChance: Number.NaN, kappa: Number.NaN });
  expect(() => cohensKappa(["a"], [])).toThrow("one rater has 1 labels and the other 0");
});

import { expect, test } from "vitest";
import { fitGrowth, type Sighting } from "#kit/stats/growth-fit.ts";
import { norris } from "#test/support/norris.ts";

const series = (values: readonly number[]): Sighting[] => values.map((value, time) => ({ time, value }));

test("doubling every unit of time, exactly", () => {
  const fit = fitGrowth(series([3, 6, 12, 24]));
  expect(fit).toMatchObject({ n: 4, doubling: expect.closeTo(1, 12), growth: expect.closeTo(1, 12) });
  expect(fit.r2).toBeCloseTo(1, 12);
  expect(fit.at(10)).toBeCloseTo(3072, 6);
  expect(fit.model).toContain("a line through the logarithms");
});

test("halving is doubling backwards", () => {
  const { doubling, growth, doublingInterval } = fitGrowth(series([81, 40, 20.3, 9.9, 5]));
  expect(doubling).toBeCloseTo(-1, 1);
  expect(growth).toBeCloseTo(-0.5, 1);
  expect(doublingInterval?.lower).toBeLessThan(doubling);
  expect(doublingInterval?.upper).toBeGreaterThan(doubling);
  expect(doublingInterval?.upper).toBeLessThan(0);
});

test("a series whose logarithms are NIST's Norris data: certified slope and error, Student's t at 34 degrees 2.032", () => {
  const fit = fitGrowth(norris.map(([y, x]) => ({ time: x / 100, value: Math.exp(y / 100) })));
  expect(Math.LN2 / fit.doubling).toBeCloseTo(1.00211681802045, 10);
  expect(fit.r2).toBeCloseTo(0.999993745883712, 10);
  expect(Math.LN2 / (fit.doublingInterval?.upper ?? 0)).toBeCloseTo(1.002116818 - 2.032244 * 0.000429796848, 8);
  expect(Math.log1p(fit.growthInterval?.upper ?? 0)).toBeCloseTo(1.002116818 + 2.032244 * 0.000429796848, 8);
});

test("no interval of two points; none of a doubling time where no growth cannot be ruled out", () => {
  expect(fitGrowth(series([1, 2]))).toMatchObject({ doubling: 1, growthInterval: null, doublingInterval: null });
  const flat = fitGrowth(series([1, 2, 1, 2, 1.2]));
  expect(flat.doublingInterval).toBeNull();
  expect(flat.growthInterval?.lower).toBeLessThan(0);
  expect(flat.growthInterval?.upper).toBeGreaterThan(0);
});

test("the unit of time is the unit of the doubling; the unit of the values does not matter", () => {
  const values = [5, 9, 21, 37, 90];
  const [years, months] = [series(values), values.map((value, i) => ({ time: 12 * i - 7, value: value * 1e6 }))];
  expect(fitGrowth(months).doubling).toBeCloseTo(12 * fitGrowth(years).doubling, 10);
  expect(fitGrowth(months).r2).toBeCloseTo(fitGrowth(years).r2, 12);
});

test("nothing grows from nothing", () => {
  expect(fitGrowth([])).toMatchObject({ doubling: Number.NaN, growthInterval: null, doublingInterval: null });
  expect(() => fitGrowth(series([1, 0]))).toThrow("0 at 1: only values above 0 grow steadily");
});

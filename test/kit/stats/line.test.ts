import { expect, test } from "vitest";
import { leastSquares } from "#kit/stats/line.ts";
import { student95 } from "#kit/stats/student.ts";
import { norris } from "#test/support/norris.ts";

test("NIST Statistical Reference Datasets, Norris: certified values", () => {
  const line = leastSquares(norris.map(([y, x]) => ({ x, y })));
  expect(line.n).toBe(36);
  expect(line.slope).toBeCloseTo(1.00211681802045, 11);
  expect(line.intercept).toBeCloseTo(-0.262323073774029, 9);
  expect(line.slopeError).toBeCloseTo(0.000429796848199937, 12);
  expect(line.r2).toBeCloseTo(0.999993745883712, 12);
  expect(line.slopeReach / line.slopeError).toBeCloseTo(2.032, 3);
});

test("two points have a line and no error; one place has no line", () => {
  const points = [
    { x: 1, y: 1 },
    { x: 3, y: 7 },
  ];
  expect(leastSquares(points)).toMatchObject({ slope: 3, intercept: -2, r2: 1, slopeError: Number.NaN });
  for (const none of [[], points.slice(1), [points[0], points[0]].flatMap((point) => point ?? [])]) {
    expect(leastSquares(none)).toMatchObject({ slope: Number.NaN, intercept: Number.NaN, r2: Number.NaN });
  }
  expect(() => leastSquares([{ x: 1, y: Number.NaN }])).toThrow("a point at 1, NaN: leave out what is unknown");
});

test.each([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [5, 2.571],
  [10, 2.228],
  [29, 2.045],
  [30, 2.042],
  [100, 1.984],
])("NIST/SEMATECH e-Handbook, 1.3.6.7.2, Student's t at 0.975: %i degrees of freedom", (degrees, t) => {
  expect(student95(degrees)).toBeCloseTo(t, 3);
});

test("Student's t nears the normal, and needs a degree of freedom", () => {
  expect(student95(100_000)).toBeCloseTo(1.95999, 4);
  expect([student95(0), student95(-1), student95(2.5)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

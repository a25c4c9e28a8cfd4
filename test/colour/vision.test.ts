import { describe, expect, test } from "vitest";
import { contrast, hexOf, lab, linear, over } from "../support/colour/lab.ts";
import { apart, greyGap, seen, visions } from "../support/colour/vision.ts";

const okabe = ["#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7"];
const bright = ["#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#bbbbbb"];
const observable = "4269d0 efb118 ff725c 6cc5b0 3ca951 ff8ab7 a463f2 97bbf5 9c6b4e 9498a0".split(" ");
const high = ["#004488", "#ddaa33", "#bb5566"];

/** Smallest of a measure over all pairs. */
function least(colours: readonly string[], measure: (a: string, b: string) => number): number {
  const pairs = colours.flatMap((a, i) => colours.slice(i + 1).map((b) => measure(a, b)));
  return Math.min(...pairs);
}

/** Worked out elsewhere, for palettes that many people use: least difference under each vision, and of grey. */
test.each([
  ["Okabe-Ito", okabe, [21.7, 12.2, 11.6, 10.9], 0.8],
  ["Tol bright", bright, [20.5, 14.2, 14.8, 8.6], 0.6],
  ["Observable", observable.map((hex) => `#${hex}`), [18.0, 6.0, 2.6, 8.2], 0.7],
  ["Tol high contrast", high, [38.9, 26.0, 25.3, 21.2], 20.3],
] as const)("least differences of %s", (_, colours, expected, grey) => {
  expect(visions.map((vision) => Number(least(colours, (a, b) => apart(a, b, vision)).toFixed(1)))).toEqual(expected);
  expect(least(colours, greyGap)).toBeCloseTo(grey, 1);
});

describe("the matrices", () => {
  test.each(visions)("%s leaves greys as they are", (vision) => {
    for (const grey of ["#000000", "#808080", "#ffffff"]) expect(hexOf(seen(grey, vision))).toBe(grey);
  });

  test("red and green look alike without one cone, and do not otherwise", () => {
    expect(apart("#b5651d", "#7a7a00", "normal")).toBeGreaterThan(20);
    expect(apart("#b5651d", "#7a7a00", "deutan")).toBeLessThan(10);
  });
});

test.each([
  ["#ffffff", [100, 0, 0]],
  ["#000000", [0, 0, 0]],
  ["#ff0000", [53.24, 80.09, 67.2]],
  ["#0000ff", [32.3, 79.19, -107.86]],
] as const)("CIELAB of %s", (hex, expected) => {
  lab(linear(hex)).forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 1);
  });
});

test.each([
  ["#000000", "#ffffff", 21],
  ["#777777", "#ffffff", 4.48],
  ["#0000ff", "#ffffff", 8.59],
  ["#123456", "#123456", 1],
])("contrast of %s and %s is %d", (a, b, expected) => {
  expect(contrast(a, b)).toBeCloseTo(expected, 2);
  expect(contrast(b, a)).toBeCloseTo(expected, 2);
});

test.each([
  ["#000000", "#ffffff", 1, "#000000"],
  ["#000000", "#ffffff", 0, "#ffffff"],
  ["#ff0000", "#0000ff", 0.5, "#800080"],
])("%s over %s at %d is %s", (hex, ground, opacity, expected) => {
  expect(over(hex, ground, opacity)).toBe(expected);
});

import { mean, sum } from "d3";
import { student95 } from "./student.ts";

/** A point to fit: where, and how high. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A straight line fitted by least squares. */
export interface Line {
  readonly n: number;
  readonly slope: number;
  readonly intercept: number;
  /** Standard error of the slope, of independent deviations of equal spread; NaN of two points. */
  readonly slopeError: number;
  /** Either side of the slope, 95 percent, by Student's distribution on n - 2 degrees of freedom; NaN of two points. */
  readonly slopeReach: number;
  /** Share of the variance of y that the line accounts for. */
  readonly r2: number;
}

/** Least-squares line. All NaN when x does not vary; an error for a coordinate that is not finite. */
export function leastSquares(points: readonly Point[]): Line {
  const wrong = points.find(({ x, y }) => !(Number.isFinite(x) && Number.isFinite(y)));
  if (wrong !== undefined) throw new RangeError(`a point at ${wrong.x}, ${wrong.y}: leave out what is unknown`);
  const n = points.length;
  const middle = { x: mean(points, ({ x }) => x) ?? Number.NaN, y: mean(points, ({ y }) => y) ?? Number.NaN };
  const across = sum(points, ({ x }) => (x - middle.x) ** 2);
  const up = sum(points, ({ y }) => (y - middle.y) ** 2);
  const slope = sum(points, ({ x, y }) => (x - middle.x) * (y - middle.y)) / across;
  const intercept = middle.y - slope * middle.x;
  const left = sum(points, ({ x, y }) => (y - middle.y - slope * (x - middle.x)) ** 2);
  const slopeError = n > 2 ? Math.sqrt(left / (n - 2) / across) : Number.NaN;
  return { n, slope, intercept, slopeError, slopeReach: slopeError * student95(n - 2), r2: 1 - left / up };
}

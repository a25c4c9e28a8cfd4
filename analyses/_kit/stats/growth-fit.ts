import type { Bounds } from "../facts.ts";
import { leastSquares } from "./line.ts";

/** A value at a time; times have one unit, such as years, and begin anywhere. */
export interface Sighting {
  readonly time: number;
  readonly value: number;
}

/** What the fit is, in words for a definition. */
export const steadyGrowth = "steady growth: a line through the logarithms, by least squares";

/** Steady growth fitted to a series: a model of it, not a count of anything. Say so where it is quoted. */
export interface GrowthFit {
  readonly model: typeof steadyGrowth;
  readonly n: number;
  /** Growth in one unit of time, as a fraction: 1 is doubling. */
  readonly growth: number;
  /** 95 percent; null of two points. */
  readonly growthInterval: Bounds | null;
  /** Units of time in which the value doubles; negative when it halves instead. */
  readonly doubling: number;
  /** 95 percent; null of two points, and where no growth at all cannot be ruled out. */
  readonly doublingInterval: Bounds | null;
  /** Share of the variance of the logarithms that the line accounts for. */
  readonly r2: number;
  /** What the fit gives for a time, in the unit of the values. */
  readonly at: (time: number) => number;
}

/**
 * Fits steady growth. The intervals take deviations from the line as independent; those of a running total are not, so
 * theirs are too narrow. All NaN when there are fewer than two times; an error for a value that has no logarithm.
 */
export function fitGrowth(series: readonly Sighting[]): GrowthFit {
  const wrong = series.find(({ value }) => !(value > 0));
  if (wrong !== undefined) throw new RangeError(`${wrong.value} at ${wrong.time}: only values above 0 grow steadily`);
  const line = leastSquares(series.map(({ time, value }) => ({ x: time, y: Math.log(value) })));
  const ends = [line.slope - line.slopeReach, line.slope + line.slopeReach] as const;
  const sure = Number.isFinite(line.slopeReach);
  return {
    model: steadyGrowth,
    n: line.n,
    growth: Math.expm1(line.slope),
    growthInterval: sure ? { lower: Math.expm1(ends[0]), upper: Math.expm1(ends[1]) } : null,
    doubling: Math.LN2 / line.slope,
    doublingInterval: sure && ends[0] * ends[1] > 0 ? { lower: Math.LN2 / ends[1], upper: Math.LN2 / ends[0] } : null,
    r2: line.r2,
    at: (time) => Math.exp(line.intercept + line.slope * time),
  };
}

import type { SurvivalCurve, SurvivalStep } from "./survival.ts";

/**
 * An age, in the unit of the spells, with its 95 percent interval; null where the watching ended before it was reached.
 */
export interface Lifetime {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The age beyond which a share of `1 - p` survives, the median by default: the first age at which the curve is at `1 -
 * p` or below. Its limits are the first ages at which the curve's own limits are (Brookmeyer and Crowley, 1982). Null
 * is not reached, never 0. An error for p outside 0 to 1.
 */
export function lifetime({ steps }: SurvivalCurve, p = 0.5): Lifetime {
  if (!(p > 0 && p < 1)) throw new RangeError(`the lifetime at ${p}: p is a fraction between 0 and 1`);
  const first = (height: (step: SurvivalStep) => number): number | null =>
    steps.find((step) => height(step) <= 1 - p + 1e-12)?.time ?? null;
  return {
    value: first(({ survival }) => survival),
    lower: first(({ interval }) => interval.lower),
    upper: first(({ interval }) => interval.upper),
  };
}

import { fsum } from "d3";
import { weightedQuantile } from "./quantile.ts";

/** A value and how much it weighs; several items of one value are one of their joint weight. */
export interface Weighted {
  readonly value: number;
  /** Finite, never negative; of any unit. */
  readonly weight: number;
}

/** Mean by weight, in the unit of the values; NaN where nothing weighs. */
export function weightedMean(items: readonly Weighted[]): number {
  return fsum(items, ({ value, weight }) => value * weight) / weightOf(items);
}

/** Geometric mean by weight: the mean of logarithms, raised again; values lie above 0. */
export function geometricMean(items: readonly Weighted[]): number {
  const wrong = items.find(({ value, weight }) => weight > 0 && !(value > 0));
  if (wrong !== undefined) throw new RangeError(`a geometric mean of ${wrong.value}: values lie above 0`);
  return Math.exp(weightedMean(items.map(({ value, weight }) => ({ value: Math.log(value), weight }))));
}

/**
 * Mean by weight with the part `p` of all weight cut off at each end; an item at the border counts in part. NaN where
 * nothing weighs; an error for a p outside 0 to 0.5, at which nothing is left.
 */
export function trimmedMean(items: readonly Weighted[], p: number): number {
  if (!(p >= 0 && p < 0.5)) throw new RangeError(`a mean trimmed by ${p} at each end: p lies from 0 to below 0.5`);
  const whole = weightOf(items);
  const [from, until] = [p * whole, (1 - p) * whole];
  let below = 0;
  const left = ascending(items).map(({ value, weight }) => {
    const kept = Math.max(0, Math.min(below + weight, until) - Math.max(below, from));
    below += weight;
    return { value, weight: kept };
  });
  return weightedMean(left);
}

/** Mean by weight with values beyond the quantiles at `p` and 1 - `p` drawn in to these. */
export function winsorisedMean(items: readonly Weighted[], p: number): number {
  if (!(p >= 0 && p < 0.5)) throw new RangeError(`a mean winsorised by ${p} at each end: p lies from 0 to below 0.5`);
  const [values, weights] = [items.map(({ value }) => value), items.map(({ weight }) => weight)];
  const [least, most] = [weightedQuantile(values, weights, p), weightedQuantile(values, weights, 1 - p)];
  return weightedMean(items.map(({ value, weight }) => ({ value: Math.min(most, Math.max(least, value)), weight })));
}

function weightOf(items: readonly Weighted[]): number {
  return fsum(items, ({ weight }) => weight);
}

function ascending(items: readonly Weighted[]): Weighted[] {
  return [...items].sort((a, b) => a.value - b.value);
}

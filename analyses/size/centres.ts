import type { Bounds } from "#kit/facts.ts";
import { type Weighted, weightedMean } from "#kit/stats/means.ts";
import { weightedQuantile } from "#kit/stats/quantile.ts";
import { type SizeRow, sized, type Weight, weigh, weightOf } from "./populations.ts";
import { believed } from "./tables/standings.ts";

/** Known sizes with their weights. */
export function weighted(rows: readonly SizeRow[], weight: Weight): Weighted[] {
  return sized(rows).map((row) => ({ value: row.parameters, weight: weigh(row, weight) }));
}

/** Mean of known sizes, parameters. */
export function meanOf(rows: readonly SizeRow[], weight: Weight): number {
  return weightedMean(weighted(rows, weight));
}

/** Quantile of known sizes, parameters; p is a fraction. */
export function quantileOf(rows: readonly SizeRow[], weight: Weight, p: number): number {
  const items = weighted(rows, weight);
  return weightedQuantile(
    items.map(({ value }) => value),
    items.map((item) => item.weight),
    p,
  );
}

/** Median of known sizes, parameters. */
export function medianOf(rows: readonly SizeRow[], weight: Weight): number {
  return quantileOf(rows, weight, 0.5);
}

/**
 * Where the median of all sizes lies: from all that are missing below the known ones to all above. Null where none is
 * missing; where half or more is, an end is the least or the largest size that is believed.
 */
export function medianBounds(rows: readonly SizeRow[], weight: Weight): Bounds | null {
  const known = weightOf(sized(rows), weight);
  const unknown = weightOf(rows, weight) - known;
  if (unknown <= 0) return null;
  const half = (known + unknown) / 2;
  return {
    lower: half <= unknown ? believed.least : quantileOf(rows, weight, (half - unknown) / known),
    upper: half > known ? believed.most : quantileOf(rows, weight, half / known),
  };
}

/** The least that the mean of all sizes can be: that of missing ones taken as nothing. There is no most. */
export function leastMean(rows: readonly SizeRow[], weight: Weight): number {
  return (meanOf(rows, weight) * weightOf(sized(rows), weight)) / weightOf(rows, weight);
}

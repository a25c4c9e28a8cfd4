import { descending, type Frequency, total } from "./frequency.ts";

/**
 * Herfindahl-Hirschman index of groups, 0 to 10,000: the sum of squared percent shares. A row is a group's size and how
 * many groups have it; `tally` makes rows of a list of sizes. 10,000 is one group; N equal groups give 10,000 / N.
 * NaN when no group has anything.
 */
export function hhi(table: readonly Frequency[]): number {
  const whole = total(table);
  if (whole === 0) return Number.NaN;
  return 10_000 * total(descending(table).map(({ value, n }) => ({ value: (value / whole) ** 2, n })));
}

/** How many groups of equal size would give this index: 10,000 over it; NaN of NaN. */
export function effectiveNumber(index: number): number {
  return 10_000 / index;
}

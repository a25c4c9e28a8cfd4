import type { Bounds } from "../facts.ts";

/** What of one whole is known to be whose. Sizes, `unknown` and the whole have one unit. */
export interface Parted {
  /** Known size of each group; a part of the whole, not all of which need be listed. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The whole, what is unknown included. */
  readonly whole: number;
  /** What could be of any group, or of none of them. */
  readonly unknown: number;
}

/**
 * Where the share of one part lies: from none to all of what is unknown may be its own. Null when nothing is unknown.
 */
export function shareBounds(part: number, whole: number, unknown: number): Bounds | null {
  return unknown > 0 ? { lower: part / whole, upper: (part + unknown) / whole } : null;
}

/**
 * Where the shares of the groups of one whole lie, as fractions. The bounds are joint: one group at its upper bound
 * leaves all others at their lower one, so the upper bounds do not add up. An error when the sizes and the unknown
 * exceed the whole, or the whole is nothing.
 */
export function sharesOf({ sizes, whole, unknown }: Parted): Map<string, Bounds> {
  const known = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (!(whole > 0)) throw new RangeError(`shares of a whole of ${whole}: there is nothing to share`);
  if (!(unknown >= 0 && known + unknown <= whole * (1 + 1e-12))) {
    throw new RangeError(`groups of ${known} and ${unknown} unknown exceed the whole, ${whole}: count each thing once`);
  }
  const bounds = (size: number): Bounds =>
    shareBounds(size, whole, unknown) ?? { lower: size / whole, upper: size / whole };
  return new Map([...sizes].map(([group, size]) => [group, bounds(size)]));
}

/** Whether one lies above the other whatever the unknown is: its least exceeds the other's most; equal is not ahead. */
export function surelyAhead(a: Bounds, b: Bounds): boolean {
  return a.lower > b.upper;
}

import { sum } from "d3";
import { checkPairs } from "./rank.ts";

/** How many of the first k of one ranking are among the first k of another. */
export interface Overlap {
  /** Expected number of items in both; whole unless values tie at a border. */
  readonly shared: number;
  /** The same, as a fraction of k. */
  readonly share: number;
  /** The fraction that two unrelated rankings of these items would share on average. */
  readonly byChance: number;
}

/**
 * Overlap of the top k items of two measures, largest first. Where more items tie at a border than places are left,
 * each has the same chance of a place, in each ranking for itself. An error when k is not a whole number from 1 to the
 * number of items; other errors as for `spearman`.
 */
export function topOverlap(x: readonly number[], y: readonly number[], k: number): Overlap {
  checkPairs(x, y);
  if (!(Number.isInteger(k) && k >= 1 && k <= x.length)) {
    throw new RangeError(`the top ${k} of ${x.length} items: k is a whole number from 1 to ${x.length}`);
  }
  const [first, second] = [chances(x, k), chances(y, k)];
  const shared = sum(first, (chance, i) => chance * (second[i] ?? 0));
  return { shared, share: shared / k, byChance: k / x.length };
}

function chances(values: readonly number[], k: number): number[] {
  const border = [...values].sort((a, b) => b - a)[k - 1] ?? Number.NaN;
  const above = values.filter((value) => value > border).length;
  const tied = values.filter((value) => value === border).length;
  return values.map((value) => (value > border ? 1 : value === border ? (k - above) / tied : 0));
}

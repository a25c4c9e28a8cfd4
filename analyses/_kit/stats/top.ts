import { descending, type Frequency, items, total, withoutZeros } from "./frequency.ts";

/** The fewest items that have a given share of the whole together. */
export interface Fewest {
  readonly items: number;
  /** The same, as a fraction of all items, zeros included where the table has them. */
  readonly itemShare: number;
}

/**
 * Share of the whole that the `k` largest items have, as a fraction. Items are counted, not values: of items that tie
 * at the border just as many are taken as are left of k, whichever, since each has the same. A k that is not whole
 * takes that part of the last item. NaN when nobody has anything; an error when k is negative or more than there are
 * items.
 */
export function topShare(table: readonly Frequency[], k: number): number {
  const [ordered, whole, count] = [descending(table), total(table), items(table)];
  if (!(k >= 0 && k <= count))
    throw new RangeError(`the top ${k} of ${count} items: k must lie between 0 and ${count}`);
  let [left, sum] = [k, 0];
  for (const { value, n } of ordered) {
    const taken = Math.min(n, left);
    sum += value * taken;
    left -= taken;
    if (left === 0) break;
  }
  return whole === 0 ? Number.NaN : sum / whole;
}

/**
 * Share of the whole that the top part `p` of the items has, both fractions: a point of the Lorenz curve, 0.01 for the
 * top percent. The item at the border counts in part. NaN when nobody has anything; an error for p outside 0 to 1.
 */
export function topPart(table: readonly Frequency[], p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`the top part ${p} of the items: p is a fraction between 0 and 1`);
  return topShare(table, p * items(table));
}

/**
 * The fewest items that have at least `share` (a fraction) of the whole together: the largest ones, the last of them
 * whole. NaN when nobody has anything; an error for a share that is not above 0 and at most 1.
 */
export function fewest(table: readonly Frequency[], share: number): Fewest {
  if (!(share > 0 && share <= 1)) throw new RangeError(`${share} of the whole: a share lies above 0 and at most at 1`);
  const found = reach(descending(withoutZeros(table)), share * total(table) * (1 - 4 * Number.EPSILON));
  return { items: found, itemShare: found / items(table) };
}

function reach(ordered: readonly Frequency[], goal: number): number {
  let [count, sum] = [0, 0];
  for (const { value, n } of ordered) {
    if (sum + value * n >= goal) return count + Math.min(n, Math.max(1, Math.ceil((goal - sum) / value)));
    count += n;
    sum += value * n;
  }
  return count === 0 ? Number.NaN : count;
}

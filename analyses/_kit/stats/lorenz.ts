import { descending, type Frequency, items, total } from "./frequency.ts";

/** A corner of the curve: so many items, the largest or the smallest first, have so much together. */
export interface LorenzPoint {
  /** Items so far. */
  readonly items: number;
  /** The same, as a fraction of all items. */
  readonly itemShare: number;
  /** What they have together, in the unit of the values. */
  readonly sum: number;
  /** The same, as a fraction of what all have. */
  readonly sumShare: number;
}

/** How many corners to draw, and along which scale of items they are spread: that of the figure's axis. */
export interface Thinning {
  /** At most twice as many corners are kept, and the two ends; all corners when absent. */
  readonly steps?: number;
  readonly scale?: "linear" | "log";
}

/**
 * Lorenz curve, smallest items first: from (0, 0) to (1, 1), on or below the diagonal, straight between its corners.
 * Items of one value are one straight piece, so that ties have no order. Empty when nobody has anything.
 */
export function lorenzCurve(table: readonly Frequency[], thinning: Thinning = {}): LorenzPoint[] {
  return thin(walk(descending(table).reverse()), thinning);
}

/** The same curve read from the other end: what the largest items have together, on or above the diagonal. */
export function concentrationCurve(table: readonly Frequency[], thinning: Thinning = {}): LorenzPoint[] {
  return thin(walk(descending(table)), thinning);
}

function walk(ordered: readonly Frequency[]): LorenzPoint[] {
  const [count, whole] = [items(ordered), total(ordered)];
  if (whole === 0) return [];
  const points = [{ items: 0, itemShare: 0, sum: 0, sumShare: 0 }];
  let [at, sum] = [0, 0];
  for (const { value, n } of ordered) {
    at += n;
    sum = at === count ? whole : sum + value * n;
    points.push({ items: at, itemShare: at / count, sum, sumShare: sum / whole });
  }
  return points;
}

/**
 * Keeps the ends and, of the corners between, the first in each of `steps` equal steps of either axis: a corner left
 * out lies within one step of a kept one on both axes, and none is made up.
 */
function thin(points: LorenzPoint[], { steps, scale = "linear" }: Thinning): LorenzPoint[] {
  const last = points.at(-1);
  if (steps === undefined || last === undefined) return points;
  const across = (point: LorenzPoint): number =>
    scale === "linear" ? point.itemShare : Math.log(Math.max(point.items, 1)) / Math.log(Math.max(last.items, 2));
  const step = (share: number): number => Math.floor(share * steps);
  let kept = { across: -1, up: -1 };
  return points.filter((point) => {
    const here = { across: step(across(point)), up: step(point.sumShare) };
    const keep = here.across !== kept.across || here.up !== kept.up;
    if (keep) kept = here;
    return keep;
  });
}

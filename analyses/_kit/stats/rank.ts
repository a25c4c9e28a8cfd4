import { op, table } from "arquero";

/**
 * Spearman's rank correlation of two measures of the same items, -1 to 1: Pearson's, of ranks in which equal values
 * share the mean of their places. NaN of fewer than two items, or when a measure does not vary. An error when the
 * measures differ in length or a value is not finite; leave out items for which one is unknown, and say how many.
 */
export function spearman(x: readonly number[], y: readonly number[]): number {
  checkPairs(x, y);
  const ranked = table({ x: [...x], y: [...y] })
    .orderby("x")
    .derive({ a: op.avg_rank() })
    .orderby("y")
    .derive({ b: op.avg_rank() });
  const correlation = Number(ranked.rollup({ r: op.corr("a", "b") }).get("r", 0));
  return Math.max(-1, Math.min(1, correlation));
}

/** Errors for two measures that are not pairs of finite numbers. */
export function checkPairs(x: readonly number[], y: readonly number[]): void {
  if (x.length !== y.length) {
    throw new RangeError(`one measure has ${x.length} values and the other ${y.length}: give both of each item`);
  }
  const wrong = [...x, ...y].find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`a value is ${wrong}: leave out items for which a measure is unknown`);
}

import { descending, type Frequency, items, total } from "./frequency.ts";

/**
 * Gini coefficient of all items, zeros included: 0 when all have the same, (N - 1) / N when one of N has everything;
 * half the mean difference of two items over the mean, both drawn from all, without a correction for samples. Over
 * `withoutZeros(table)` it is that of the items that have something; give both, for zeros decide it. NaN when nobody
 * has anything.
 */
export function gini(table: readonly Frequency[]): number {
  const [count, whole] = [items(table), total(table)];
  if (whole === 0) return Number.NaN;
  let [below, ranked] = [0, 0];
  for (const { value, n } of descending(table).reverse()) {
    ranked += ((n * value) / whole) * (below + (n + 1) / 2);
    below += n;
  }
  return Math.max(0, (2 * ranked - count - 1) / count);
}

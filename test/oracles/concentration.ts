/** Measures of concentration over an expanded listing, one number an item, by plain loops. */

const falling = (values: Iterable<number>): number[] => [...values].sort((a, b) => b - a);

/** Sum of all values. */
export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Part of the sum that the `k` largest items have. */
export function topPartOf(values: readonly number[], k: number): number {
  const sorted = falling(values);
  let sum = 0;
  for (let i = 0; i < k; i += 1) sum += sorted[i] ?? 0;
  return sum / sumOf(values);
}

/** How many of the largest items it takes to have a part of the sum. */
export function fewestOf(values: readonly number[], part: number): number {
  const goal = part * sumOf(values);
  let [sum, taken] = [0, 0];
  for (const value of falling(values)) {
    if (sum >= goal) break;
    sum += value;
    taken += 1;
  }
  return taken;
}

/** Gini coefficient as twice the area between the diagonal and the curve of cumulated values, by trapezoids. */
export function giniOf(values: readonly number[]): number {
  const whole = sumOf(values);
  let [before, area] = [0, 0];
  for (const value of falling(values).reverse()) {
    const after = before + value / whole;
    area += (before + after) / 2 / values.length;
    before = after;
  }
  return 1 - 2 * area;
}

/** Sum of squared percent shares. */
export function hhiOf(values: Iterable<number>): number {
  const all = [...values];
  const whole = sumOf(all);
  let sum = 0;
  for (const value of all) sum += ((100 * value) / whole) ** 2;
  return sum;
}

/** Part of the items with a value under a limit. */
export function underOf(values: readonly number[], limit: number): number {
  let found = 0;
  for (const value of values) if (value < limit) found += 1;
  return found / values.length;
}

/** Sums by the key of each item. */
export function sumsBy<T>(
  items: Iterable<T>,
  key: (item: T) => string,
  value: (item: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0) + value(item));
  return sums;
}

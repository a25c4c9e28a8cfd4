import { sum } from "d3";
import { checkPairs } from "./rank.ts";

/**
 * Kendall's tau-b of two measures of the same items, -1 to 1: pairs in the same order less pairs in the opposite one,
 * over the geometric mean of the pairs that do not tie on either measure. By sorting, after Knight (1966). NaN of fewer
 * than two items, or when a measure does not vary; errors as for `spearman`.
 */
export function kendall(x: readonly number[], y: readonly number[]): number {
  checkPairs(x, y);
  const pairs = x.map((value, i) => [value, y[i] ?? Number.NaN] as const).sort(([a, c], [b, d]) => a - b || c - d);
  const all = (x.length * (x.length - 1)) / 2;
  const free = [all - tied(x), all - tied(y)] as const;
  const both = tied(pairs.map(([a, b]) => `${a} ${b}`));
  const [, opposite] = sorted(pairs.map(([, b]) => b));
  return (free[0] + free[1] - all + both - 2 * opposite) / Math.sqrt(free[0] * free[1]);
}

function tied(values: readonly (number | string)[]): number {
  const counts = new Map<number | string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return sum(counts.values(), (n) => (n * (n - 1)) / 2);
}

/** The values in order, and how many pairs stood in the opposite one. */
function sorted(values: readonly number[]): readonly [number[], number] {
  if (values.length < 2) return [[...values], 0];
  const half = Math.floor(values.length / 2);
  const [left, inLeft] = sorted(values.slice(0, half));
  const [right, inRight] = sorted(values.slice(half));
  const merged: number[] = [];
  let [at, across] = [0, 0];
  for (const value of right) {
    for (let next = left[at]; next !== undefined && next <= value; next = left[++at]) merged.push(next);
    across += left.length - at;
    merged.push(value);
  }
  return [merged.concat(left.slice(at)), inLeft + inRight + across];
}

import { quantileOf } from "#kit/facts.ts";
import type { Month, Series } from "./series.ts";

/** Growth between the ends of two months. */
export interface Window {
  readonly from: string;
  readonly to: string;
  /** How many times the earlier total the later one is. */
  readonly times: number;
}

/** Fewest repositories with which a window may begin: before that, a few uploads multiply the total. */
export const leastStart = 1000;

/** Every window of so many months whose start has at least so many repositories. */
export function windowsOf({ months }: Pick<Series, "months">, length: number, least = leastStart): Window[] {
  return months.flatMap((start, i) => {
    const end = months[i + length];
    if (end === undefined || start.total < least) return [];
    return [{ from: start.ends, to: end.ends, times: end.total / start.total }];
  });
}

/** The months from the first with at least so many repositories. */
export function grown({ months }: Pick<Series, "months">, least = leastStart): readonly Month[] {
  const first = months.findIndex(({ total }) => total >= least);
  return first < 0 ? [] : months.slice(first);
}

/** Least, median and largest of some windows. */
export function rangeOf(windows: readonly Window[]): { least: number; median: number; largest: number } {
  const times = windows.map((window) => window.times);
  return { least: Math.min(...times), median: quantileOf(times, 0.5), largest: Math.max(...times) };
}

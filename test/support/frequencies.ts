import fc from "fast-check";
import type { Frequency } from "#kit/stats/frequency.ts";

/** Seeded frequency tables of whole values, zeros and ties included, in any order and with rows that repeat a value. */
export const tables = fc.array(
  fc.record({ value: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50 })), n: fc.integer({ min: 0, max: 6 }) }),
  { minLength: 1, maxLength: 12 },
);

/** The same draws on every run. */
export const seeded = { seed: 20260318, numRuns: 300 };

/** The listing that a table stands for, largest first, by a plain loop. */
export function expand(table: readonly Frequency[]): number[] {
  const listing: number[] = [];
  for (const { value, n } of table) for (let i = 0; i < n; i++) listing.push(value);
  return listing.sort((a, b) => b - a);
}

/** A table of the values, one row each, in their order. */
export const each = (...values: number[]): Frequency[] => values.map((value) => ({ value, n: 1 }));

/** 1, 2, ... up to `last`, or from `first`. */
export const upTo = (last: number, first = 1): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

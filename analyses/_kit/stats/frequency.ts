import { fsum } from "d3";

/**
 * A row of a frequency table: `n` items have `value` each. A listing of 3 million models is some ten thousand such
 * rows; nothing in this folder expands them again.
 */
export interface Frequency {
  /** What an item has, in the table's unit; finite, never negative. */
  readonly value: number;
  /** How many items have it; a whole number, never negative. */
  readonly n: number;
}

/**
 * The table in order, largest value first, each value once, without rows of no items; the order and the splitting of
 * the rows given make no difference. An error for a value or an n that a frequency table cannot have.
 */
export function descending(table: readonly Frequency[]): Frequency[] {
  const counts = new Map<number, number>();
  for (const row of table) {
    check(row);
    if (row.n > 0) counts.set(row.value, (counts.get(row.value) ?? 0) + row.n);
  }
  return [...counts].map(([value, n]) => ({ value, n })).sort((a, b) => b.value - a.value);
}

/** A listing as a frequency table, one row a value: for listings that are short, such as owners or countries. */
export function tally(values: Iterable<number>): Frequency[] {
  return descending([...values].map((value) => ({ value, n: 1 })));
}

/** Items of the table; 0 of an empty one. */
export function items(table: readonly Frequency[]): number {
  return table.reduce((sum, { n }) => sum + n, 0);
}

/** What all items have together, in the unit of the values; 0 of an empty table. */
export function total(table: readonly Frequency[]): number {
  return fsum(table, ({ value, n }) => value * n);
}

/** The table without the items that have nothing. */
export function withoutZeros(table: readonly Frequency[]): Frequency[] {
  return table.filter(({ value }) => value !== 0);
}

function check({ value, n }: Frequency): void {
  const rule = "a frequency table needs finite values from 0 up";
  if (!(Number.isFinite(value) && value >= 0)) throw new RangeError(`value ${value}: ${rule}; leave out unknown ones`);
  if (!(Number.isSafeInteger(n) && n >= 0)) {
    throw new RangeError(`${n} items of value ${value}: a frequency table needs whole numbers of items from 0 up`);
  }
}

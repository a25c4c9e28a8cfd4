import { group, rollup, sum } from "d3";

/** A row of a joint frequency table: `n` items that have the same two values. */
export interface Cell {
  readonly x: number;
  readonly y: number;
  /** A whole number, from 1 up. */
  readonly n: number;
}

/**
 * Spearman's rank correlation of a joint frequency table, -1 to 1: equal values share the mean of their places. A listing
 * of millions is some thousand such cells, and nothing expands them again. NaN of fewer than two items, or when a measure
 * does not vary; errors for cells that no table can have.
 */
export function jointSpearman(cells: readonly Cell[]): number {
  check(cells);
  const [x, y] = [places(cells, ({ x }) => x), places(cells, ({ y }) => y)];
  const all = sum(cells, ({ n }) => n);
  const off = cells.map((cell) => [(x.get(cell.x) ?? 0) - (all + 1) / 2, (y.get(cell.y) ?? 0) - (all + 1) / 2, cell.n]);
  const product = (i: 0 | 1, j: 0 | 1): number => sum(off, (one) => (one[i] ?? 0) * (one[j] ?? 0) * (one[2] ?? 0));
  const correlation = product(0, 1) / Math.sqrt(product(0, 0) * product(1, 1));
  return Math.max(-1, Math.min(1, correlation));
}

/**
 * Kendall's tau-b of a joint frequency table, -1 to 1, by comparing each cell with every other; otherwise as
 * `jointSpearman`.
 */
export function jointKendall(cells: readonly Cell[]): number {
  check(cells);
  let agreeing = 0;
  cells.forEach((a, i) => {
    for (const b of cells.slice(i + 1)) agreeing += Math.sign(a.x - b.x) * Math.sign(a.y - b.y) * a.n * b.n;
  });
  const free = pairs(sum(cells, ({ n }) => n));
  const apart = (pick: (cell: Cell) => number): number => free - sum(counts(cells, pick).values(), pairs);
  return agreeing / Math.sqrt(apart(({ x }) => x) * apart(({ y }) => y));
}

const pairs = (n: number): number => (n * (n - 1)) / 2;

const counts = (cells: readonly Cell[], pick: (cell: Cell) => number): Map<number, number> =>
  rollup(cells, (own) => sum(own, ({ n }) => n), pick);

/** The mean place of each value, counted from the least. */
function places(cells: readonly Cell[], pick: (cell: Cell) => number): Map<number, number> {
  let below = 0;
  return new Map(
    [...counts(cells, pick)]
      .sort(([a], [b]) => a - b)
      .map(([value, n]) => {
        below += n;
        return [value, below - (n - 1) / 2];
      }),
  );
}

function check(cells: readonly Cell[]): void {
  const wrong = cells.find(({ x, y, n }) => !(Number.isFinite(x + y) && Number.isSafeInteger(n) && n > 0));
  if (wrong !== undefined) {
    const { x, y, n } = wrong;
    throw new RangeError(`${n} items of ${x} and ${y}: a joint table needs finite values and whole numbers from 1 up`);
  }
  const twice = [...group(cells, ({ x, y }) => `${x} ${y}`)].find(([, own]) => own.length > 1);
  if (twice !== undefined) throw new RangeError(`two rows of ${twice[0]}: a joint table has each pair of values once`);
}

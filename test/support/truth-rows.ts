/** A row of a table of truth. */
export type Row = Readonly<Record<string, unknown>>;

/** Sum of a column. */
export function total(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

/** The known values of a column, each as often as another column says. */
export function spread(rows: readonly Row[], column: string, many = "models"): number[] {
  return rows.flatMap((row) =>
    row[column] === null ? [] : new Array<number>(Number(row[many])).fill(Number(row[column])),
  );
}

/** Whether a row is among the first by a rank. */
export function within(row: Row, rank: string, k: number): boolean {
  return row[rank] !== null && Number(row[rank]) <= k;
}

/** How many rows are among the first by both of two ranks. */
export function both(rows: readonly Row[], a: string, b: string, k: number): number {
  return rows.filter((row) => within(row, a, k) && within(row, b, k)).length;
}

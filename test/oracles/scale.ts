/** Months of creation, `YYYY-MM`, or null where the day is not known; one a repository. */
export type Made = string | null;

/** How many repositories each month made. */
export function byMonth(made: readonly Made[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const month of made) if (month !== null) counts.set(month, (counts.get(month) ?? 0) + 1);
  return counts;
}

/** The month after one, `YYYY-MM`. */
export function next(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** Running totals by month from the first to the last, without gaps. */
export function totals(made: readonly Made[], last: string): { month: string; total: number }[] {
  const counts = byMonth(made);
  const rows = [];
  let total = 0;
  for (let month = [...counts.keys()].sort()[0] ?? last; month <= last; month = next(month)) {
    total += counts.get(month) ?? 0;
    rows.push({ month, total });
  }
  return rows;
}

/** How many times over each window of twelve months that begins with at least so many. */
export function growth(made: readonly Made[], last: string, least: number): number[] {
  const all = totals(made, last);
  const found = [];
  for (let i = 0; i + 12 < all.length; i++) {
    const [from, to] = [all[i]?.total ?? 0, all[i + 12]?.total ?? 0];
    if (from >= least) found.push(to / from);
  }
  return found;
}

/** Months to double by the least-squares line through the logarithms to base two, from its normal equations. */
export function doubling(totals: readonly number[]): number {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (const total of totals) {
    const log = Math.log2(total);
    [x, y, xx, xy] = [x + n, y + log, xx + n * n, xy + n * log];
    n += 1;
  }
  return (n * xx - x * x) / (n * xy - x * y);
}

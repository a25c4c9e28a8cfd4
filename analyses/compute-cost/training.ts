import type { Row } from "#loaders/schema/table.ts";
import type { computeByPlace, largestTrainings, trainingCompute } from "./tables.ts";

export type YearRow = Row<typeof trainingCompute>;
export type RunRow = Row<typeof largestTrainings>;
export type PlaceRow = Row<typeof computeByPlace>;

/** Which kinds of access count as open weights. */
export interface Reading {
  readonly label: string;
  readonly open: readonly string[];
}

/** The headline: published weights, whatever their licence; unknown access is not open. */
export const published: Reading = { label: "published weights", open: ["open", "limited"] };

/** Other readings of what is open. */
export const readings: readonly Reading[] = [
  { label: "only weights published without limits", open: ["open"] },
  { label: "models of unknown access count as open", open: ["open", "limited", "unknown"] },
];

/** The largest run of a year that a reading counts as open, or the largest closed one; null where none is known. */
export function largest(rows: readonly RunRow[], year: number, open: boolean, reading = published): RunRow | null {
  const closed = (weights: string): boolean => weights === "closed";
  const own = rows.filter(
    (row) => row.year === year && (open ? reading.open.includes(row.weights) : closed(row.weights)),
  );
  return own.reduce<RunRow | null>((best, row) => (best === null || row.flop > best.flop ? row : best), null);
}

/** Stated compute of rows, and how much of it belongs to each kind of access. */
export function computeOf(rows: readonly { readonly weights: string; readonly flop_total: number | null }[]) {
  const of = (weights: readonly string[]): number =>
    rows.filter((row) => weights.includes(row.weights)).reduce((sum, row) => sum + (row.flop_total ?? 0), 0);
  return { open: of(published.open), closed: of(["closed"]), unknown: of(["unknown"]), of };
}

/** Years in which both sides have a run with stated compute, oldest first. */
export function yearsWithBoth(rows: readonly RunRow[]): number[] {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  return years.filter((year) => largest(rows, year, true) !== null && largest(rows, year, false) !== null);
}

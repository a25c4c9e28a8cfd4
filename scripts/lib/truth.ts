import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Rows of one table of the truth file of a generated Hub; a row has its values in the order of `columns`. */
export interface TrueTable {
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

export type Truth = Readonly<Record<string, TrueTable>>;

/** Rows of an evidence table. */
export type EvidenceRows = readonly Readonly<Record<string, unknown>>[];

/** The truth file of a generated Hub. */
export function truthOf(dir: string): Truth {
  return JSON.parse(readFileSync(join(dir, "truth.json"), "utf8")).tables;
}

/** Rows of an evidence table and of the truth, each as text, sorted, so that a difference shows the row. */
export function comparable(found: EvidenceRows, { columns: known, rows }: TrueTable, columns: readonly string[]) {
  const line = (values: readonly unknown[]): string => JSON.stringify(values.map((value) => value ?? null));
  const places = columns.map((column) => known.indexOf(column));
  return {
    found: found.map((row) => line(columns.map((column) => row[column]))).sort(),
    truth: rows.map((row) => line(places.map((place) => (place < 0 ? "not in the truth" : row[place])))).sort(),
  };
}

/** How rows differ from the truth, in a line; null when they do not. */
export function untrue(name: string, found: EvidenceRows, truth: TrueTable | undefined, columns: readonly string[]) {
  if (truth === undefined) return `${name}: the truth file has no such table`;
  const lines = comparable(found, truth, columns);
  const at = lines.truth.findIndex((line, i) => line !== lines.found[i]);
  if (at < 0 && lines.found.length === lines.truth.length) return null;
  return `${name}: ${lines.found.length} rows, true are ${lines.truth.length}; first: ${lines.found[at] ?? "none"}, true is ${lines.truth[at] ?? "none"}`;
}

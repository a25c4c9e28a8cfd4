import { readFileSync } from "node:fs";
import { csv } from "./sovereignty-shares.ts";

/** Cells of chosen columns of every record, by the name of the column. */
export function rawTrainings(path: string, columns: readonly string[]): Record<string, string>[] {
  const [header = [], ...records] = csv(readFileSync(path, "utf8"));
  return records.map((cells) => {
    const chosen: Record<string, string> = {};
    for (const column of columns) chosen[column] = cells[header.indexOf(column)] ?? "";
    return chosen;
  });
}

/** Records that have an item in a list with commas, however often. */
export function having(records: readonly Record<string, string>[], column: string, item: string): number {
  let found = 0;
  for (const record of records) if (`,${record[column]},`.includes(`,${item},`)) found += 1;
  return found;
}

/** Sum of the numbers of a column. */
export function sumOf(records: readonly Record<string, string>[], column: string): number {
  let sum = 0;
  for (const record of records) if (record[column]) sum += Number(record[column]);
  return sum;
}

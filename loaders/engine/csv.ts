import { csvFormatRows } from "d3";
import type { Row, TableSchema } from "../schema/table.ts";

/** Rows as CSV (RFC 4180, with LF): a header, declared column order, an empty cell for null. */
export function toCsv<S extends TableSchema>(rows: readonly Row<S>[], schema: S): string {
  const names = Object.keys(schema.columns);
  const cells = rows.map((row) => names.map((name) => String(row[name] ?? "")));
  return `${csvFormatRows([names, ...cells])}\n`;
}

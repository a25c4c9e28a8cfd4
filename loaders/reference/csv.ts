import { csvParseRows } from "d3";
import type { Column } from "../schema/column.ts";
import type { Row, TableSchema } from "../schema/table.ts";

/** Decoded rows and the line on which each begins. */
export interface Lines<S extends TableSchema> {
  readonly file: string;
  readonly rows: readonly Row<S>[];
  /** 1-based line of the row with the same index. */
  readonly lines: readonly number[];
}

type Cell = string | number | boolean | null;

/** Decodes CSV against a declared table, an empty cell being null; problems are added as `file:line: message`. */
export function parseLines<S extends TableSchema>(text: string, schema: S, file: string, problems: string[]): Lines<S> {
  const [header = [], ...body] = csvParseRows(text.replace(/^\uFEFF/, ""));
  const names = Object.keys(schema.columns);
  if (header.join() !== names.join()) {
    problems.push(`${file}:1: columns must be ${names.join(",")}; found ${header.join(",")}`);
    return { file, rows: [], lines: [] };
  }
  const starts = lineStarts([header, ...body]).slice(1);
  const rows = body.map((cells, index) => decodeRow(cells, schema, `${file}:${starts[index]}`, problems));
  const lines = { file, rows: rows as Row<S>[], lines: starts };
  checkUnique(lines, schema, problems);
  return lines;
}

function lineStarts(rows: readonly string[][]): number[] {
  let line = 1;
  return rows.map((cells) => {
    const start = line;
    line += 1 + cells.join().split("\n").length - 1;
    return start;
  });
}

function decodeRow(cells: string[], { columns }: TableSchema, place: string, problems: string[]): Record<string, Cell> {
  const entries = Object.entries(columns);
  if (cells.length !== entries.length) problems.push(`${place}: ${cells.length} cells instead of ${entries.length}`);
  return Object.fromEntries(
    entries.map(([name, column], index) => {
      const { value, problem } = decodeCell(cells[index] ?? "", column);
      if (problem) problems.push(`${place}: ${name} ${problem}`);
      return [name, value];
    }),
  );
}

function decodeCell(cell: string, { kind, nullable }: Column): { value: Cell; problem?: string } {
  if (cell === "") return nullable ? { value: null } : { value: null, problem: "is empty" };
  if (cell !== cell.trim()) return { value: cell, problem: `"${cell}" has space around it` };
  if (kind === "text") return { value: cell };
  if (kind === "date")
    return isDay(cell) ? { value: cell } : { value: null, problem: `"${cell}" is not a day YYYY-MM-DD` };
  if (kind === "bool")
    return {
      value: cell === "true",
      ...(/^(true|false)$/.test(cell) ? {} : { problem: `"${cell}" is not true or false` }),
    };
  return decodeNumber(cell, kind);
}

function decodeNumber(cell: string, kind: "int" | "float"): { value: Cell; problem?: string } {
  const value = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN;
  const fits = kind === "int" ? Number.isSafeInteger(value) : Number.isFinite(value);
  return fits
    ? { value }
    : { value: null, problem: `"${cell}" is not ${kind === "int" ? "a whole number" : "a number"}` };
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function checkUnique({ file, rows, lines }: Lines<TableSchema>, { key }: TableSchema, problems: string[]): void {
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const id = key.map((column) => String(row[column]).toLowerCase()).join(" ");
    const first = seen.get(id);
    if (first === undefined) seen.set(id, lines[index] ?? 0);
    else problems.push(`${file}:${lines[index]}: ${key.join(", ")} "${id}" is already on line ${first}`);
  }
}

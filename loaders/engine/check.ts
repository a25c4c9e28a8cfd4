import type { Column } from "../schema/column.ts";
import { raise } from "../schema/errors.ts";
import type { Row, TableSchema } from "../schema/table.ts";

/** The same rows, typed, if every value fits its declaration and the key is unique; else a `DataError`. */
export function checkedRows<S extends TableSchema>(
  rows: readonly Record<string, unknown>[],
  schema: S,
  subject: string,
): Row<S>[] {
  raise(subject, [
    ...Object.entries(schema.columns).flatMap(([name, column]) => checkColumn(rows, name, column, schema.name)),
    ...checkKey(rows, schema),
  ]);
  return rows as Row<S>[];
}

function checkColumn(rows: readonly Record<string, unknown>[], name: string, column: Column, table: string): string[] {
  const bad = rows.findIndex((row) => !accepts(row[name], column));
  if (bad < 0) return [];
  const rule = column.nullable ? `${column.kind} or null` : column.kind;
  return [`${table}.${name}: row ${bad + 1} holds ${show(rows[bad]?.[name])}, which is not ${rule}`];
}

function accepts(value: unknown, { kind, nullable }: Column): boolean {
  if (value === null) return nullable;
  if (kind === "int") return Number.isSafeInteger(value);
  if (kind === "float") return Number.isFinite(value);
  if (kind === "bool") return typeof value === "boolean";
  return typeof value === "string" && (kind === "text" || /^\d{4}-\d{2}-\d{2}$/.test(value));
}

function checkKey(rows: readonly Record<string, unknown>[], { name, key }: TableSchema): string[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const id = JSON.stringify(key.map((column) => row[column]));
    const repeated = seen.has(id);
    seen.add(id);
    return repeated ? [`${name}: row ${index + 1} repeats the key ${id}`] : [];
  });
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

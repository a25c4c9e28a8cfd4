import { isDay } from "../reference/csv.ts";
import { raise } from "../schema/errors.ts";
import { identifier, literal } from "../schema/loader.ts";
import type { Row, TableSchema } from "../schema/table.ts";
import { checkedRows } from "./check.ts";
import type { Engine } from "./engine.ts";
import { storage } from "./types.ts";

/** Rows that one statement inserts. */
const batch = 1_000;

/** Rows that code made, if they are those of the declared table; else a `DataError` that names column and rule. */
export function checkedInput<S extends TableSchema>(rows: readonly Row<S>[], schema: S, subject: string): Row<S>[] {
  const plain: readonly Record<string, unknown>[] = rows;
  const undeclared = new Set(plain.flatMap((row) => Object.keys(row).filter((name) => !(name in schema.columns))));
  const days = Object.keys(schema.columns).filter((name) => schema.columns[name]?.kind === "date");
  raise(subject, [
    ...[...undeclared].map((name) => `${schema.name}.${name}: is produced but not declared`),
    ...days.flatMap((name) => checkDays(plain, name, schema.name)),
  ]);
  return checkedRows(plain, schema, subject);
}

function checkDays(rows: readonly Record<string, unknown>[], name: string, table: string): string[] {
  const bad = rows.findIndex((row) => typeof row[name] === "string" && !isDay(row[name]));
  return bad < 0
    ? []
    : [`${table}.${name}: row ${bad + 1} holds "${rows[bad]?.[name]}", which is not a day YYYY-MM-DD`];
}

/** Creates a table of a declared schema with rows given as values, named as the schema unless said otherwise. */
export async function createTable<S extends TableSchema>(
  engine: Engine,
  schema: S,
  rows: readonly Row<S>[],
  name: string = schema.name,
): Promise<void> {
  const columns = Object.entries(schema.columns);
  const types = columns.map(([column, { kind }]) => `${identifier(column)} ${storage[kind]}`);
  const shape = JSON.stringify([Object.fromEntries(columns.map(([column, { kind }]) => [column, storage[kind]]))]);
  await engine.run(`CREATE TABLE ${identifier(name)} (${types})`);
  for (let from = 0; from < rows.length; from += batch) {
    const values = `from_json_strict(${literal(JSON.stringify(rows.slice(from, from + batch)))}, ${literal(shape)})`;
    await engine.run(`INSERT INTO ${identifier(name)} BY NAME SELECT unnest(${values}, recursive := true)`);
  }
}

import type { Columns } from "../schema/column.ts";
import { DataError, raise } from "../schema/errors.ts";
import { identifier } from "../schema/loader.ts";
import type { TableSchema } from "../schema/table.ts";
import type { Engine } from "./engine.ts";
import { fits, storage } from "./types.ts";

/** Select list that casts declared columns to their storage, in declared order; null for those that are not `produced`. */
export function castList(columns: Columns, produced?: ReadonlyMap<string, string>): string {
  return Object.entries(columns)
    .map(([name, { kind }]) => {
      const value = produced?.has(name) === false ? "NULL" : identifier(name);
      return `${value}::${storage[kind]} AS ${identifier(name)}`;
    })
    .join(", ");
}

/** A query that gives no rows of a table. */
export function empty({ columns }: TableSchema): string {
  return `SELECT ${castList(columns, new Map())} WHERE false`;
}

/**
 * Types of the columns of a query; throws if they are not exactly the declared ones, in types that fit. With `fill`, a
 * column that may be null need not be produced.
 */
export async function checkTypes(
  engine: Engine,
  sql: string,
  schema: TableSchema,
  subject: string,
  missing: "fill" | "refuse" = "refuse",
): Promise<ReadonlyMap<string, string>> {
  const { types } = await naming(subject, schema.name, () => engine.query(`FROM (${sql}) LIMIT 0`));
  const undeclared = [...types.keys()].filter((name) => !(name in schema.columns));
  raise(subject, [
    ...undeclared.map((name) => `${schema.name}.${name}: is produced but not declared`),
    ...Object.entries(schema.columns).flatMap(([name, { kind, nullable }]) => {
      const type = types.get(name);
      if (type === undefined)
        return nullable && missing === "fill" ? [] : [`${schema.name}.${name}: is declared but not produced`];
      return fits(type, kind) ? [] : [`${schema.name}.${name}: is ${type}, which cannot be ${kind}`];
    }),
  ]);
  return types;
}

/** Throws if required columns hold nulls, or rows share a key. */
export async function checkRows(engine: Engine, table: string, schema: TableSchema, subject: string): Promise<void> {
  const required = Object.entries(schema.columns).filter(([, { nullable }]) => !nullable);
  const { rows } = await engine.query(
    `SELECT ${required.map(([name]) => `count(*) - count(${identifier(name)})`)} FROM ${table}`,
  );
  const nulls = required.flatMap(([name], i) =>
    rows[0]?.[i] ? [`${schema.name}.${name}: is null in ${rows[0][i]} rows`] : [],
  );
  const key = schema.key.map(identifier).join(", ");
  const { rows: repeats } = await engine.query(
    `SELECT concat_ws(' ', ${key}), count(*) FROM ${table} GROUP BY ${key} HAVING count(*) > 1 ORDER BY 1 LIMIT 5`,
  );
  raise(subject, [...nulls, ...repeats.map(([id, n]) => `${schema.name}: ${n} rows share the key ${id}`)]);
}

/** Runs work; errors of the engine come out as `DataError`, naming subject and table. */
export async function naming<T>(subject: string, table: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(subject, [`${table}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

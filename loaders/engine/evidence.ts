import { DuckDBDateValue, type DuckDBValue } from "@duckdb/node-api";
import type { EvidenceSchema } from "../schema/evidence.ts";
import { identifier } from "../schema/loader.ts";
import type { Row } from "../schema/table.ts";
import { checkedRows } from "./check.ts";
import type { Engine } from "./engine.ts";
import { castList, checkTypes, naming } from "./typed.ts";

/**
 * Runs an evidence query, sorted by its key, and checks the result against its declaration.
 *
 * Dates are `YYYY-MM-DD`, ints are numbers; throws a `DataError` that names table, column and rule.
 */
export async function runEvidence<S extends EvidenceSchema>(engine: Engine, schema: S): Promise<Row<S>[]> {
  const subject = `evidence ${schema.name}`;
  await checkTypes(engine, schema.sql, schema, subject);
  const order = schema.key.map((column) => `${identifier(column)} NULLS FIRST`).join(", ");
  const sql = `SELECT ${castList(schema.columns)} FROM (${schema.sql}) ORDER BY ${order}`;
  const { rows } = await naming(subject, schema.name, () => engine.query(sql));
  const names = Object.keys(schema.columns);
  const plain = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, toPlain(row[i] ?? null)])));
  return checkedRows(plain, schema, subject);
}

function toPlain(value: DuckDBValue): unknown {
  if (value instanceof DuckDBDateValue) return isoDay(value.days);
  return typeof value === "bigint" ? Number(value) : value;
}

function isoDay(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

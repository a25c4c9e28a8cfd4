import { Type, tableFromIPC } from "@uwdata/flechette";
import type { Kind } from "../schema/column.ts";
import { DataError, raise } from "../schema/errors.ts";
import { type Provenance, provenance } from "../schema/provenance.ts";
import type { Row, TableSchema } from "../schema/table.ts";
import { checkedRows } from "./check.ts";

/** A decoded evidence table: dates are `YYYY-MM-DD`, ints are numbers. */
export interface Evidence<S extends TableSchema> {
  readonly rows: Row<S>[];
  readonly metadata: Provenance;
}

const types: Readonly<Record<Kind, number>> = {
  text: Type.Utf8,
  int: Type.Int,
  float: Type.Float,
  date: Type.Date,
  bool: Type.Bool,
};

/** Decodes an Arrow IPC file against the declared table; throws a `DataError` that names table, column and rule. */
export function decodeEvidence<S extends TableSchema>(bytes: Uint8Array, schema: S): Evidence<S> {
  const subject = `evidence ${schema.name}`;
  const table = read(bytes, subject);
  checkFields(table.schema.fields, schema, subject);
  const dates = Object.keys(schema.columns).filter((name) => schema.columns[name]?.kind === "date");
  const rows = table
    .toArray()
    .map((row) => ({ ...row, ...Object.fromEntries(dates.map((name) => [name, day(row[name])])) }));
  return { rows: checkedRows(rows, schema, subject), metadata: metadataOf(table.schema.metadata, subject) };
}

function read(bytes: Uint8Array, subject: string) {
  try {
    return tableFromIPC(bytes, { useDate: false, useBigInt: false });
  } catch (error) {
    throw new DataError(subject, [`is not an Arrow file: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function checkFields(
  fields: readonly { name: string; type: { typeId: number } }[],
  { name: table, columns }: TableSchema,
  subject: string,
): void {
  const stored = new Map(fields.map(({ name, type }) => [name, type.typeId]));
  raise(subject, [
    ...[...stored.keys()]
      .filter((name) => !(name in columns))
      .map((name) => `${table}.${name}: is stored but not declared`),
    ...Object.entries(columns).flatMap(([name, { kind }]) => {
      if (!stored.has(name)) return [`${table}.${name}: is declared but not stored`];
      return stored.get(name) === types[kind] ? [] : [`${table}.${name}: is not stored as ${kind}`];
    }),
  ]);
}

function metadataOf(metadata: ReadonlyMap<string, string> | null | undefined, subject: string): Provenance {
  const parsed = provenance.safeParse(parseJson(metadata?.get("provenance") ?? ""));
  if (parsed.success) return parsed.data;
  throw new DataError(
    subject,
    parsed.error.issues.map(({ path, message }) => `provenance.${path.join(".")}: ${message}`),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function day(value: unknown): unknown {
  return typeof value === "number" ? new Date(value).toISOString().slice(0, 10) : value;
}

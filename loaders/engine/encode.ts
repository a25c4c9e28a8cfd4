import {
  Bool,
  type Builder,
  DateDay,
  Field,
  Float64,
  Int64,
  makeBuilder,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
} from "apache-arrow";
import type { Kind } from "../schema/column.ts";
import type { Provenance } from "../schema/provenance.ts";
import type { Row, TableSchema } from "../schema/table.ts";

/** Key of the schema metadata that holds the provenance as JSON. */
export const provenanceKey = "provenance";

/**
 * Rows as one Arrow IPC file: one record batch, explicit types, provenance in the schema, doc and unit in the fields.
 *
 * The same rows, declaration and provenance always give the same bytes.
 */
export function encodeEvidence<S extends TableSchema>(
  rows: readonly Row<S>[],
  schema: S,
  provenance: Provenance,
): Uint8Array {
  const columns = Object.entries(schema.columns);
  const vectors = columns.map(([name, { kind }]) =>
    build(
      rows.map((row) => row[name] ?? null),
      kind,
    ),
  );
  const fields = columns.map(([name, { kind, unit, nullable, doc }]) => {
    const metadata = new Map([["doc", doc], ["kind", kind], ...(unit ? [["unit", unit] as const] : [])]);
    return new Field(name, arrowType(kind), nullable, metadata);
  });
  const arrowSchema = new Schema(fields, new Map([[provenanceKey, JSON.stringify(provenance)]]));
  const data = makeData({ type: new Struct(fields), length: rows.length, nullCount: 0, children: vectors });
  return tableToIPC(new Table(arrowSchema, [new RecordBatch(arrowSchema, data)]), "file");
}

function arrowType(kind: Kind): Utf8 | Int64 | Float64 | DateDay | Bool {
  if (kind === "text") return new Utf8();
  if (kind === "int") return new Int64();
  if (kind === "float") return new Float64();
  return kind === "date" ? new DateDay() : new Bool();
}

function build(values: readonly (string | number | boolean | null)[], kind: Kind): ReturnType<Builder["flush"]> {
  const builder: Builder = makeBuilder({ type: arrowType(kind), nullValues: [null] });
  for (const value of values) builder.append(value === null ? null : toArrow(value, kind));
  return builder.finish().flush();
}

function toArrow(value: string | number | boolean, kind: Kind): string | number | boolean | bigint | Date {
  if (kind === "int") return BigInt(value);
  return kind === "date" ? new Date(`${value}T00:00:00Z`) : value;
}

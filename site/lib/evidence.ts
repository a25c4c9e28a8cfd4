import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Analysis } from "#kit/define.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Provenance } from "#loaders/schema/provenance.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { PrintedTable } from "./print/types.ts";

/** A committed evidence table: its rows, and the file that they came from. */
export interface StoredTable {
  readonly analysis: string;
  readonly schema: EvidenceSchema;
  readonly rows: readonly Row<EvidenceSchema>[];
  readonly provenance: Provenance;
  /** Path from the project's root. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A table as it is published, without its rows. */
export function printTable({ rows, ...table }: StoredTable): PrintedTable {
  return { ...table, count: rows.length };
}

/** The rows of a published table, from its file. */
export function rowsOf({ file, schema }: PrintedTable): readonly Row<EvidenceSchema>[] {
  return decodeEvidence(readFileSync(file), schema).rows;
}

/** Reads the evidence tables of an analysis in an edition, in the order of their names. */
export function readTables(analysis: Analysis, edition: string): StoredTable[] {
  const schemas = Object.values(analysis.tables).sort((a, b) => (a.name < b.name ? -1 : 1));
  return schemas.map((schema) => readTable(analysis.id, schema, edition));
}

function readTable(analysis: string, schema: EvidenceSchema, edition: string): StoredTable {
  const file = `data/tables/${edition}/${analysis}/${schema.name}.arrow`;
  const bytes = readFileSync(file);
  const { rows, metadata } = decodeEvidence(bytes, schema);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { analysis, schema, rows, provenance: metadata, file, bytes: bytes.length, sha256 };
}

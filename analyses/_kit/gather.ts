import { table } from "arquero";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { Analysis, Evidence } from "./define.ts";

/** Decoded rows of evidence tables, by table name. */
export type Rows = Readonly<Record<string, readonly Row<EvidenceSchema>[]>>;

/** Evidence of an analysis under its own keys, as rows, as an Arquero table, and with the basis that facts inherit. */
export function gather(analysis: Analysis, rows: Rows): Readonly<Record<string, Evidence<EvidenceSchema>>> {
  return Object.fromEntries(
    Object.entries(analysis.tables).map(([key, schema]) => {
      const own = rows[schema.name] ?? [];
      return [key, { rows: own, table: table(columnsOf(schema, own)), basis: basisOf(analysis.id, schema, own) }];
    }),
  );
}

function columnsOf(schema: EvidenceSchema, rows: Rows[string]): Record<string, unknown[]> {
  return Object.fromEntries(Object.keys(schema.columns).map((name) => [name, rows.map((row) => row[name])]));
}

function basisOf(analysis: string, schema: EvidenceSchema, rows: Rows[string]): Evidence<EvidenceSchema>["basis"] {
  const days = rows.map((row) => String(row.observed_on ?? "")).sort();
  const { population, complete, sources } = schema;
  return { population, complete, asOf: days.at(-1) ?? "", tables: [`${analysis}/${schema.name}`], sources };
}

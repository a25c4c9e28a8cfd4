import { table } from "arquero";
import { type EvidenceSchema, standingOn, stands } from "#loaders/schema/evidence.ts";
import type { Provenance } from "#loaders/schema/provenance.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { Analysis, Evidence } from "./define.ts";

/** Decoded rows of evidence tables, by table name. */
export type Rows = Readonly<Record<string, readonly Row<EvidenceSchema>[]>>;

/** What the files of evidence tables say they stand on, by table name. */
export type Origins = Readonly<Record<string, Origin>>;

type Origin = Pick<Provenance, "population" | "complete" | "sources"> & Partial<Pick<Provenance, "last">>;

/**
 * The analysis on the best evidence that an edition pins: the same code, its tables on their widest standing, null for
 * those that the edition does without.
 */
export function standingFor(analysis: Analysis, pinned: readonly string[]): Analysis {
  const all = Object.entries(analysis.tables);
  const has = all
    .filter(([, schema]) => stands(schema, pinned))
    .map(([key, schema]) => [key, standingOn(schema, pinned)]);
  const lacks = Object.fromEntries(all.filter(([, schema]) => !stands(schema, pinned)).map(([key]) => [key, null]));
  const compute: Analysis["compute"] = (input) =>
    analysis.compute({ ...input, evidence: { ...lacks, ...input.evidence } as typeof input.evidence });
  return { ...analysis, tables: Object.fromEntries(has), compute };
}

/**
 * Evidence of an analysis under its own keys, as rows, as an Arquero table, and with the basis that facts inherit: what
 * the file of a table says it stands on, or its declaration where no file is given. A table without rows has no newer day
 * than its file says.
 */
export function gather(
  analysis: Analysis,
  rows: Rows,
  origins: Origins = {},
): Readonly<Record<string, Evidence<EvidenceSchema>>> {
  return Object.fromEntries(
    Object.entries(analysis.tables).map(([key, schema]) => {
      const own = rows[schema.name] ?? [];
      const days = own.map((row) => String(row.observed_on ?? "")).sort();
      const tables = [`${analysis.id}/${schema.name}`];
      const { population, complete, sources } = standingOf(schema, origins);
      const basis = { population, complete, asOf: days.at(-1) ?? origins[schema.name]?.last ?? "", tables, sources };
      return [key, { rows: own, table: table(columnsOf(schema, own)), basis }];
    }),
  );
}

/** Tables whose file stands on something else than the edition would have it. */
export function originFaults(analysis: Analysis, origins: Origins): { table: string; message: string }[] {
  return Object.values(analysis.tables)
    .filter((schema) => said(standingOf(schema, origins)) !== said(schema))
    .map((schema) => {
      const [is, should] = [said(standingOf(schema, origins)), said(schema)];
      const message = `evidence table "${schema.name}" stands on ${is}; this edition would have it on ${should}: run npm run tables`;
      return { table: schema.name, message };
    });
}

function columnsOf(schema: EvidenceSchema, rows: Rows[string]): Record<string, unknown[]> {
  return Object.fromEntries(Object.keys(schema.columns).map((name) => [name, rows.map((row) => row[name])]));
}

type Standing = Pick<EvidenceSchema, "population" | "complete" | "sources">;

function standingOf({ name, population, complete, sources }: EvidenceSchema, origins: Origins): Standing {
  const origin = origins[name];
  if (origin === undefined) return { population, complete, sources };
  const ids = origin.sources.map(({ id }) => id).sort((a, b) => sources.indexOf(a) - sources.indexOf(b));
  return { population: origin.population, complete: origin.complete, sources: ids };
}

function said({ population, complete, sources }: Standing): string {
  return `${sources.join(", ")} (${complete ? "the complete Hub" : "a part of the Hub"}: ${population})`;
}

import { existsSync, readFileSync } from "node:fs";
import analysis from "#analyses/lifetimes/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { codeOf } from "#site/lib/code.ts";
import type { EvidenceRows } from "./hub.ts";

/** Sources that the chapter always needs. */
export const own = ["osir-lmts", "transformersjs-daily"] as const;

/** The chapter on an edition that pins these sources beside its own. */
export function standing(...others: readonly string[]): Analysis {
  return standingFor(analysis as unknown as Analysis, [...own, ...others]);
}

/** The chapter, evaluated on rows of its tables. */
export function evaluated(on: Analysis, rows: Readonly<Record<string, EvidenceRows>>, reference: Reference): Chapter {
  return evaluate(on, { rows: rows as Material["rows"], reference, needed: {}, sources: codeOf("lifetimes") });
}

/** The committed evidence of the chapter in an edition, by table name. */
export function committed(edition = "2026-autumn"): Record<string, EvidenceRows> {
  const file = (name: string) => `data/tables/${edition}/lifetimes/${name}.arrow`;
  const tables = Object.values(analysis.tables).filter(({ name }) => existsSync(file(name)));
  return Object.fromEntries(
    tables.map((schema) => [schema.name, decodeEvidence(readFileSync(file(schema.name)), schema).rows]),
  );
}

/** The chapter on the committed evidence and the registries. */
export async function lifetimes(edition = "2026-autumn"): Promise<Chapter> {
  return evaluated(standing(), committed(edition), await readReference("data/reference"));
}

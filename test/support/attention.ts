import { readFileSync } from "node:fs";
import analysis from "#analyses/attention/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { codeOf } from "#site/lib/code.ts";
import type { EvidenceRows } from "./hub.ts";

/** Sources of the editions that tell the chapter. */
export const pins = {
  "2026-autumn": ["hub-stats-sample", "osir-lmts", "radar"],
  "2025-autumn": ["osir-lmts"],
} as const;

export type EditionId = keyof typeof pins;

/** The chapter on an edition that pins these sources. */
export function standing(pinned: readonly string[]): Analysis {
  return standingFor(analysis as unknown as Analysis, pinned);
}

/** The chapter, evaluated on rows of its tables. */
export function evaluated(on: Analysis, rows: Readonly<Record<string, EvidenceRows>>, reference: Reference): Chapter {
  return evaluate(on, { rows: rows as Material["rows"], reference, needed: {}, sources: codeOf("attention") });
}

/** The committed evidence of an edition's chapter, by table name. */
export function committed(edition: EditionId): Readonly<Record<string, EvidenceRows>> {
  const file = (name: string) => `data/tables/${edition}/attention/${name}.arrow`;
  const tables = Object.values(standing(pins[edition]).tables);
  return Object.fromEntries(
    tables.map((schema) => [schema.name, decodeEvidence(readFileSync(file(schema.name)), schema).rows]),
  );
}

/** The chapter on the committed evidence and the registries. */
export async function attention(edition: EditionId = "2026-autumn"): Promise<Chapter> {
  return evaluated(standing(pins[edition]), committed(edition), await readReference("data/reference"));
}

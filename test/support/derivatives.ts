import { readFileSync } from "node:fs";
import analysis from "#analyses/derivatives/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { codeOf } from "#site/lib/code.ts";
import type { EvidenceRows } from "./hub.ts";

/** The chapter on an edition that pins these sources. */
export function standing(pinned: readonly string[]): Analysis {
  return standingFor(analysis as unknown as Analysis, pinned);
}

/** The chapter, evaluated on rows of its tables. */
export function evaluated(on: Analysis, rows: Readonly<Record<string, EvidenceRows>>, reference: Reference): Chapter {
  return evaluate(on, { rows: rows as Material["rows"], reference, needed: {}, sources: codeOf("derivatives") });
}

/** What the edition pins of what the chapter reads. */
const sources = ["textgen-lineage", "radar", "hub-stats-sample"];

/** The committed evidence of the chapter, by table name. */
export function committed() {
  const file = (name: string) => `data/tables/2026-autumn/derivatives/${name}.arrow`;
  return Object.fromEntries(
    Object.values(analysis.tables).map((schema) => [
      schema.name,
      decodeEvidence(readFileSync(file(schema.name)), schema).rows,
    ]),
  );
}

/** The chapter on the committed evidence and the registries. */
export async function derivatives(): Promise<Chapter> {
  return evaluated(standing(sources), committed(), await readReference("data/reference"));
}

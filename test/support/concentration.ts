import { readFileSync } from "node:fs";
import analysis from "#analyses/concentration/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { knownUntil } from "#loaders/until.ts";
import { codeOf } from "#site/lib/code.ts";
import type { EvidenceRows } from "./hub.ts";

/** The chapter on an edition that pins these sources. */
export function standing(pinned: readonly string[]): Analysis {
  return standingFor(analysis as unknown as Analysis, pinned);
}

/** The chapter, evaluated on rows of its tables. */
export function evaluated(
  on: Analysis,
  rows: Readonly<Record<string, EvidenceRows>>,
  reference: Reference,
  later: ReadonlySet<string> = new Set(),
): Chapter {
  return evaluate(on, {
    rows: rows as Material["rows"],
    reference,
    needed: {},
    sources: codeOf("concentration"),
    later,
  });
}

/** Sources of the editions that tell the chapter. */
export const pins = {
  "2026-autumn": ["hub-stats-sample", "model-cards-2022", "osir-lmts", "radar"],
  "2025-autumn": ["model-cards-2022", "osir-lmts"],
} as const;

export type EditionId = keyof typeof pins;

/** The committed evidence of an edition's chapter, by table name. */
export function committed(edition: EditionId = "2026-autumn"): Readonly<Record<string, EvidenceRows>> {
  const file = (name: string) => `data/tables/${edition}/concentration/${name}.arrow`;
  return Object.fromEntries(
    Object.values(standing(pins[edition]).tables).map((schema) => [
      schema.name,
      decodeEvidence(readFileSync(file(schema.name)), schema).rows,
    ]),
  );
}

/** The chapter on the committed evidence and the registries. */
export async function concentration(edition: EditionId = "2026-autumn"): Promise<Chapter> {
  const reference = await readReference("data/reference");
  const day = { "2026-autumn": "2026-09-30", "2025-autumn": "2025-09-30" }[edition];
  const known = knownUntil({ as_of: day, compiled: "2026-11-23" }, reference);
  return evaluated(standing(pins[edition]), committed(edition), known.reference, known.later);
}

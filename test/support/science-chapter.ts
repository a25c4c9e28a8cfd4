import { readFileSync } from "node:fs";
import analysis from "#analyses/science/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import { codeOf } from "#site/lib/code.ts";
import type { EvidenceRows } from "#test/support/hub.ts";

/** What each edition pins that the chapter reads. */
const pins = {
  "2025-autumn": ["dataset-cards-2023", "epoch-models", "model-cards-2022"],
  "2026-autumn": ["dataset-cards-2023", "epoch-models", "hub-stats-sample", "model-cards-2022", "radar"],
} as const;

/** The chapter as an edition has it. */
export const inEdition = (edition: keyof typeof pins): Analysis =>
  standingFor(analysis as unknown as Analysis, pins[edition]);

/** The committed evidence of the chapter in an edition, by table name. */
export function committed(edition: keyof typeof pins = "2026-autumn"): Readonly<Record<string, EvidenceRows>> {
  const file = (name: string) => `data/tables/${edition}/science/${name}.arrow`;
  return Object.fromEntries(
    Object.values(inEdition(edition).tables).map((schema) => [
      schema.name,
      decodeEvidence(readFileSync(file(schema.name)), schema).rows,
    ]),
  );
}

/** What an edition pins that has the complete Hub and the lists as well. */
export const pinned = ["epoch-models", "hub", "hub-stats-sample", "radar"];

/** The chapter on the complete Hub. */
export const onHub: Analysis = standingFor(analysis as unknown as Analysis, pinned);

/** The chapter on rows of its tables and the registries; on the lists, or on the Hub. */
export async function science(rows = committed(), standing: Analysis = inEdition("2026-autumn")): Promise<Chapter> {
  const reference = await readReference("data/reference");
  return evaluate(standing, { rows: rows as Material["rows"], reference, needed: {}, sources: codeOf("science") });
}

import { readFileSync } from "node:fs";
import analysis from "#analyses/size/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { readReference } from "#loaders/reference.ts";
import { codeOf } from "#site/lib/code.ts";
import type { EvidenceRows } from "#test/support/hub.ts";

const edition = "2026-autumn";

/** The committed evidence of the chapter, by table name. */
export function committed(): Readonly<Record<string, EvidenceRows>> {
  const file = (name: string) => `data/tables/${edition}/size/${name}.arrow`;
  return Object.fromEntries(
    Object.values(analysis.tables).map((schema) => [
      schema.name,
      decodeEvidence(readFileSync(file(schema.name)), schema).rows,
    ]),
  );
}

/** What an edition pins that has the complete Hub and the lists as well. */
const pinned = ["hub", "hub-stats-sample", "radar", "tracked-models"];

/** The chapter on the complete Hub. */
export const onHub: Analysis = standingFor(analysis as unknown as Analysis, pinned);

/** The chapter on rows of its tables and the registries; on the lists, or on the Hub. */
export async function size(
  rows: Readonly<Record<string, EvidenceRows>> = committed(),
  standing: Analysis = analysis as unknown as Analysis,
): Promise<Chapter> {
  const reference = await readReference("data/reference");
  return evaluate(standing, { rows: rows as Material["rows"], reference, needed: {}, sources: codeOf("size") });
}

import analysis from "#analyses/size/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import { readReference } from "#loaders/reference.ts";
import { codeOf } from "#site/lib/code.ts";
import type { EvidenceRows } from "#test/support/hub.ts";
import { committedRows } from "./committed.ts";

const edited = analysis as unknown as Analysis;

/** The committed evidence of the chapter, by table name. */
export const committed = () => committedRows(edited, "2026-autumn");

/** What an edition pins that has the complete Hub and the lists as well. */
const pinned = ["hub", "hub-stats-sample", "radar", "tracked-models"];

/** The chapter on the complete Hub. */
export const onHub: Analysis = standingFor(edited, pinned);

/** The chapter on rows of its tables and the registries; on the lists, or on the Hub. */
export async function size(
  rows: Readonly<Record<string, EvidenceRows>> = committed(),
  standing: Analysis = edited,
): Promise<Chapter> {
  const reference = await readReference("data/reference");
  return evaluate(standing, { rows: rows as Material["rows"], reference, needed: {}, sources: codeOf("size") });
}

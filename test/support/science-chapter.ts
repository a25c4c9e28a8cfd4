import analysis from "#analyses/science/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import { readReference } from "#loaders/reference.ts";
import { codeOf } from "#site/lib/code.ts";
import { committedRows, inEdition } from "./committed.ts";

const edited = analysis as unknown as Analysis;

/** The committed evidence of the chapter in an edition, by table name. */
export const committed = (edition = "2026-autumn") => committedRows(edited, edition);

/** What an edition pins that has the complete Hub and the lists as well. */
export const pinned = ["epoch-models", "hub", "hub-stats-sample", "radar"];

/** The chapter on the complete Hub. */
export const onHub: Analysis = standingFor(edited, pinned);

/** The chapter on rows of its tables and the registries; on the lists, or on the Hub. */
export async function science(
  rows = committed(),
  standing: Analysis = inEdition(edited, "2026-autumn"),
): Promise<Chapter> {
  const reference = await readReference("data/reference");
  return evaluate(standing, { rows: rows as Material["rows"], reference, needed: {}, sources: codeOf("science") });
}

import analysis from "#analyses/independents/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate, type Material } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { codeOf } from "#site/lib/code.ts";
import { committedChapter, committedRows } from "./committed.ts";
import type { EvidenceRows } from "./hub.ts";

const chapter = analysis as unknown as Analysis;

/** Sources of the chapter's tables in the edition of autumn 2026. */
export const pinned = ["model-cards-2022", "radar", "textgen-lineage", "transformersjs-daily"] as const;

/** The chapter on an edition that pins these sources. */
export function standing(sources: readonly string[] = pinned): Analysis {
  return standingFor(chapter, sources);
}

/** The chapter, evaluated on rows of its tables. */
export function evaluated(on: Analysis, rows: Readonly<Record<string, EvidenceRows>>, reference: Reference): Chapter {
  return evaluate(on, { rows: rows as Material["rows"], reference, needed: {}, sources: codeOf("independents") });
}

/** The committed evidence of the chapter, by table name. */
export const committed = (edition = "2026-autumn") => committedRows(chapter, edition);

/** The chapter on the committed evidence and the registries. */
export const independents = (edition = "2026-autumn"): Promise<Chapter> => committedChapter(chapter, edition);

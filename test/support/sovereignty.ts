import analysis from "#analyses/sovereignty/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { committedChapter, committedRows } from "./committed.ts";

const edited = analysis as unknown as Analysis;

/** The committed evidence of the chapter, by table name. */
export const committed = () => committedRows(edited, "2026-autumn");

/** The chapter on the committed evidence and the registries. */
export const sovereignty = (edition = "2026-autumn"): Promise<Chapter> => committedChapter(edited, edition);

import { ledgerAnalysis } from "#analyses/_ledger/analysis.ts";
import type { FactSet } from "#kit/changes/way.ts";
import type { Analysis } from "#kit/define.ts";
import { type Chapter, evaluate } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import { ledgerOf } from "#kit/ledger.ts";
import { ReportError } from "#kit/problem.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { knownUntil } from "#loaders/until.ts";
import { readTables } from "../evidence.ts";
import type { ComparableChapter } from "./comparable.ts";

/** An edition of which some chapters are computed again. */
export interface Again {
  readonly edition: Edition;
  /** Ids of its chapters. */
  readonly told: readonly string[];
  /** Whether it has prose on conflicts, which its ledger counts. */
  readonly conflicts: boolean;
}

/** Chapters in their order and the ledger, and why some analyses gave none. */
export interface Recomputed {
  readonly chapters: readonly ComparableChapter[];
  readonly claims: ComparableChapter;
  readonly failed: ReadonlyMap<string, string>;
}

/** What today's code makes of an edition's tables with some registries; what it cannot compute is told, not thrown. */
export function recompute(again: Again, analyses: readonly Analysis[], registries: Reference): Recomputed {
  const { edition, told, conflicts } = again;
  const { reference, later } = knownUntil(edition, registries);
  const chapters: Chapter[] = [];
  const failed = new Map(
    told.filter((id) => !analyses.some((one) => one.id === id)).map((id) => [id, "today's code has no such chapter"]),
  );
  for (const analysis of analyses.filter(({ id }) => told.includes(id))) {
    const chapter = attempt(edition, () => chapterAt(analysis, edition, { reference, later, chapters }));
    if (typeof chapter === "string") failed.set(analysis.id, chapter);
    else chapters.push(chapter);
  }
  const ledger = ledgerAnalysis(ledgerOf(reference.published, inOrder(chapters)), { conflicts });
  const claims = attempt(edition, () => evaluate(ledger, { rows: {}, reference, needed: {}, sources: {} }));
  if (typeof claims !== "string") return { chapters: inOrder(chapters), claims, failed };
  failed.set(ledger.id, claims);
  return { chapters: inOrder(chapters), claims: { analysis: ledger, facts: new Map() }, failed };
}

function inOrder(chapters: readonly Chapter[]): Chapter[] {
  return [...chapters].sort((a, b) => a.analysis.order - b.analysis.order);
}

interface So {
  readonly reference: Reference;
  readonly later: ReadonlySet<string>;
  readonly chapters: readonly Chapter[];
}

function chapterAt(declared: Analysis, edition: Edition, { reference, later, chapters }: So): Chapter {
  const analysis = standingFor(declared, Object.keys(edition.sources));
  const stored = readTables(analysis, edition.id);
  const rows = Object.fromEntries(stored.map(({ schema, rows }) => [schema.name, rows]));
  const origins = Object.fromEntries(stored.map(({ schema, provenance }) => [schema.name, provenance]));
  const needed = Object.fromEntries(
    chapters.map((chapter) => [chapter.analysis.id, Object.fromEntries(chapter.facts)]),
  );
  return evaluate(analysis, { rows, origins, reference, needed, sources: {}, later });
}

/** What a step gives, or in words why today's code cannot compute it. */
function attempt(edition: Edition, step: () => Chapter): Chapter | string {
  try {
    return step();
  } catch (error) {
    return `today's code cannot compute the chapter from the tables of ${edition.title}: ${firstOf(error)}`;
  }
}

function firstOf(error: unknown): string {
  if (error instanceof ReportError) return error.problems[0]?.message ?? "";
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

/** Facts of chapters by `analysis/fact`. */
export function factSet(chapters: readonly ComparableChapter[]): FactSet {
  return new Map(
    chapters.flatMap(({ analysis, facts }) => [...facts].map(([id, fact]) => [`${analysis.id}/${id}`, fact] as const)),
  );
}

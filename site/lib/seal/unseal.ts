import { existsSync, readFileSync } from "node:fs";
import { ReportError } from "#kit/problem.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import type { Report } from "../assemble.ts";
import { need } from "../place.ts";
import type { Drawings, PrintedCandidate, PrintedChapter, PrintedEntry, PrintedFigure } from "../print/types.ts";
import { type Seal, sealFolder } from "./format.ts";
import {
  drawingKinds,
  type StoredCandidate,
  type StoredChapter,
  type StoredEntry,
  type StoredFigure,
  type StoredLedger,
} from "./stored.ts";
import { readSeal, verifySeal } from "./verify.ts";

/** A released edition as it was sealed: nothing is computed and nothing drawn; throws one `ReportError` for all that is damaged. */
export function unseal(edition: Edition, root = "."): Report {
  const problems = verifySeal(edition, root);
  if (problems.length > 0) throw new ReportError(problems);
  return opened(edition, readSeal(edition.id, root), `${root}/${sealFolder(edition.id)}`);
}

function opened(edition: Edition, seal: Seal, folder: string): Report {
  const ids = [
    ...new Set(
      seal.files.flatMap(({ class: kind, path }) => (kind === "chapter" ? (path.split("/").at(-2) ?? []) : [])),
    ),
  ];
  const all = ids.map((id) => chapterAt(`${folder}/${id}`)).sort((a, b) => a.analysis.order - b.analysis.order);
  const chapters = all.filter(({ prose }) => prose !== null);
  const { conflicts, entries } = json<StoredLedger>(`${folder}/ledger.json`);
  return {
    edition,
    version: seal.code.version,
    chapters,
    ledger: {
      conflicts,
      chapter: need(
        all.find(({ prose }) => prose === null),
        "chapter of the seal",
        "claims",
      ),
      entries: entries.map((entry) => entryOf(entry, chapters)),
    },
    tables: json(`${folder}/tables.json`),
    reference: json(`${folder}/reference.json`),
    ...json<Pick<Report, "sources" | "snapshots">>(`${folder}/sources.json`),
    generated: false,
    ...{ errata: [], open: [] },
    pages: {
      claims: text(`${folder}/claims.html`),
      conflicts: conflicts ? text(`${folder}/conflicts.html`) : null,
      methodology: text(`${folder}/methodology.html`),
      sources: text(`${folder}/sources.html`),
    },
  };
}

function chapterAt(folder: string): PrintedChapter {
  const stored = json<StoredChapter>(`${folder}/chapter.json`);
  const facts: PrintedChapter["facts"] = new Map(Object.entries(json<Record<string, never>>(`${folder}/facts.json`)));
  const prose = `${folder}/prose.html`;
  return {
    ...stored,
    facts,
    figures: new Map(stored.figures.map((id) => [id, figureAt(`${folder}/figures/${id}`)])),
    headlines: stored.headlines.map((headline) => ({
      ...headline,
      fact: need(facts.get(headline.id), "fact", headline.id),
    })),
    code: json(`${folder}/code.json`),
    prose: existsSync(prose) ? text(prose) : null,
  };
}

function figureAt(path: string): PrintedFigure {
  const drawings = Object.fromEntries(drawingKinds.map((kind) => [kind, text(`${path}.${kind}.svg`)]));
  return { ...json<StoredFigure>(`${path}.json`), drawings: drawings as unknown as Drawings };
}

function entryOf(stored: StoredEntry, chapters: readonly PrintedChapter[]): PrintedEntry {
  const { published, held, others } = stored;
  const candidate = (one: StoredCandidate): PrintedCandidate => {
    const chapter = chapters.find(({ analysis }) => analysis.id === one.analysis);
    return { ...one, published, fact: need(chapter?.facts.get(one.comparison.fact), "fact", one.comparison.fact) };
  };
  return { ...stored, held: held === null ? null : candidate(held), others: others.map(candidate) };
}

function text(path: string): string {
  return readFileSync(path, "utf8");
}

function json<T>(path: string): T {
  return JSON.parse(text(path)) as T;
}

import type { Pages, Report } from "../assemble.ts";
import type { Changes } from "../changes/types.ts";
import { jsonText } from "../files.ts";
import type { PrintedCandidate, PrintedChapter, PrintedEntry, PrintedFigure } from "../print/types.ts";
import { type Class, sealFolder } from "./format.ts";
import {
  drawingKinds,
  type StoredCandidate,
  type StoredChapter,
  type StoredEntry,
  type StoredLedger,
} from "./stored.ts";

/** A file that is to be sealed. */
export interface Packed {
  /** From the project's root. */
  readonly path: string;
  readonly class: Class;
  readonly text: string;
}

/** HTML of what a report says in prose: of each chapter by its id, and of the pages. */
export interface Written {
  readonly chapters: Readonly<Record<string, string>>;
  readonly pages: Pages;
}

/** Every file of a seal but the evidence tables, which stay where they are; sorted by path. */
export function pack(report: Report, { chapters, pages }: Written, changes: Changes): Packed[] {
  const folder = sealFolder(report.edition.id);
  const { reference, sources, snapshots, tables, ledger } = report;
  const file = (name: string, kind: Class, text: string): Packed => ({ path: `${folder}/${name}`, class: kind, text });
  const files = [
    ...report.chapters.flatMap((chapter) => chapterFiles(folder, chapter, chapters[chapter.analysis.id] ?? "")),
    ...chapterFiles(folder, ledger.chapter, null),
    file("ledger.json", "ledger", jsonText(storedLedger(report))),
    file("changes.json", "changes", jsonText(changes)),
    file("reference.json", "reference", jsonText(reference)),
    file("sources.json", "source", jsonText({ sources, snapshots })),
    file("tables.json", "table", jsonText(tables)),
    ...Object.entries(pages).flatMap(([name, html]: [string, string | null]) =>
      html === null ? [] : file(`${name}.html`, "prose", html),
    ),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function chapterFiles(edition: string, chapter: PrintedChapter, prose: string | null): Packed[] {
  const folder = `${edition}/${chapter.analysis.id}`;
  return [
    { path: `${folder}/chapter.json`, class: "chapter", text: jsonText(storedChapter(chapter)) },
    { path: `${folder}/facts.json`, class: "facts", text: jsonText(Object.fromEntries(chapter.facts)) },
    { path: `${folder}/code.json`, class: "code", text: jsonText(chapter.code) },
    ...(prose === null ? [] : [{ path: `${folder}/prose.html`, class: "prose", text: prose } as const]),
    ...[...chapter.figures.values()].flatMap((figure) => figureFiles(folder, figure)),
  ];
}

function figureFiles(folder: string, { drawings, ...figure }: PrintedFigure): Packed[] {
  const path = `${folder}/figures/${figure.id}`;
  return [
    { path: `${path}.json`, class: "frame", text: jsonText(figure) },
    ...drawingKinds.map((kind) => ({ path: `${path}.${kind}.svg`, class: "drawing", text: drawings[kind] }) as const),
  ];
}

function storedChapter({ facts: _, figures, headlines, code: __, prose: ___, ...rest }: PrintedChapter): StoredChapter {
  return { ...rest, figures: [...figures.keys()], headlines: headlines.map(({ fact: ____, ...headline }) => headline) };
}

function storedLedger({ ledger }: Report): StoredLedger {
  return { conflicts: ledger.conflicts, entries: ledger.entries.map(storedEntry) };
}

function storedEntry(entry: PrintedEntry): StoredEntry {
  const { held, others } = entry;
  return { ...entry, held: held === null ? null : storedCandidate(held), others: others.map(storedCandidate) };
}

function storedCandidate({ published: _, fact: __, ...candidate }: PrintedCandidate): StoredCandidate {
  return candidate;
}

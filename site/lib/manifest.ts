import type { SourceRecord } from "#loaders/schema/source.ts";
import type { Report } from "./assemble.ts";
import { claimsText } from "./claims-file.ts";
import { columnEntries, notice, sourceEntries } from "./downloads.ts";
import { factsText, figureTexts, sha256 } from "./files.ts";
import { to } from "./links.ts";
import type { PrintedChapter, PrintedFigure, PrintedTable } from "./print/types.ts";

/** What an edition was built from and what it gives, with hashes: `/<edition>/manifest.json`. */
export function manifestFile(report: Report) {
  const { edition, chapters, sources, tables } = report;
  return {
    edition,
    ...notice(report),
    sources: sources.flatMap((source) => sourceEntries([source]).map((entry) => ({ ...entry, ...pinned(source) }))),
    tables: tables.map(tableEntry),
    facts: { path: to.facts(edition.id), sha256: sha256(factsText(report)) },
    claims: { path: to.claimsFile(edition.id), sha256: sha256(claimsText(report)) },
    figures: chapters.flatMap((chapter) => [...chapter.figures.values()].map((one) => figure(report, chapter, one))),
  };
}

/** Every byte that a source is pinned to: files, archives and a package, as its record has them. */
function pinned({ files, archives, package: pin }: SourceRecord) {
  return { files, archives, package: pin };
}

function figure(report: Report, chapter: PrintedChapter, one: PrintedFigure) {
  const kinds = ["svg", "csv", "json"] as const;
  const files = kinds.map((kind) => ({
    path: to.figure(report.edition.id, one.id, kind),
    sha256: sha256(figureTexts[kind](report, chapter, one)),
  }));
  return { id: one.id, analysis: chapter.analysis.id, title: one.title, files };
}

function tableEntry({ analysis, schema, count, provenance, file, bytes, sha256 }: PrintedTable) {
  const { licence, population, complete, generated, first, last, sql_sha256, schema_sha256 } = provenance;
  const mark = generated ? { generated } : {};
  const made = { licence, population, complete, ...mark, first, last, sql_sha256, schema_sha256 };
  return {
    id: `${analysis}/${schema.name}`,
    file,
    bytes,
    sha256,
    rows: count,
    ...made,
    sources: schema.sources,
    columns: columnEntries(schema.columns),
  };
}

import type { Chapter } from "#kit/evaluate.ts";
import type { Told } from "#kit/tell.ts";
import type { Report } from "./assemble.ts";
import { columnEntries, sourceEntries } from "./downloads.ts";
import type { StoredTable } from "./evidence.ts";
import { factsText, figureTexts, sha256 } from "./files.ts";
import { to } from "./links.ts";

/** What an edition was built from and what it gives, with hashes: `/<edition>/manifest.json`. */
export function manifestFile(report: Report) {
  const { edition, chapters, sources, tables } = report;
  return {
    edition,
    sources: sourceEntries(sources).map((entry, i) => ({ ...entry, files: sources[i]?.files })),
    tables: tables.map(tableEntry),
    facts: { path: to.facts(edition.id), sha256: sha256(factsText(report)) },
    figures: chapters.flatMap((chapter) => [...chapter.figures.values()].map((told) => figure(report, chapter, told))),
  };
}

function figure(report: Report, chapter: Chapter, told: Told) {
  const kinds = ["svg", "csv", "json"] as const;
  const files = kinds.map((kind) => ({
    path: to.figure(report.edition.id, told.id, kind),
    sha256: sha256(figureTexts[kind](report, chapter, told)),
  }));
  return { id: told.id, analysis: chapter.analysis.id, title: told.title, files };
}

function tableEntry({ analysis, schema, rows, provenance, file, bytes, sha256 }: StoredTable) {
  const { licence, population, complete, first, last, sql_sha256, schema_sha256 } = provenance;
  const made = { licence, population, complete, first, last, sql_sha256, schema_sha256 };
  return {
    id: `${analysis}/${schema.name}`,
    file,
    bytes,
    sha256,
    rows: rows.length,
    ...made,
    sources: schema.sources,
    columns: columnEntries(schema.columns),
  };
}

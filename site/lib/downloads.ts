import type { Chapter } from "#kit/evaluate.ts";
import type { Told } from "#kit/tell.ts";
import type { Columns } from "#loaders/schema/column.ts";
import { licenceOf } from "#loaders/schema/source.ts";
import type { Report } from "./assemble.ts";
import type { StoredTable } from "./evidence.ts";
import { sourcesAt } from "./place.ts";

/** Every fact of an edition: `/<edition>/facts.json`. */
export function factsFile({ edition, chapters }: Report) {
  const facts = chapters.flatMap(({ analysis, facts: found }) =>
    [...found].map(([id, { basis, ...fact }]) => ({ analysis: analysis.id, id, ...fact, ...basisFields(basis) })),
  );
  return { edition: edition.id, status: edition.status, facts };
}

function basisFields({ population, complete, asOf, tables, sources }: Chapter["findings"]["basis"]) {
  return { population, complete, evidence_to: asOf, tables, sources };
}

/** A figure's rows with everything that they need to be reused: `/<edition>/figures/<figure>.json`. */
export function figureFile(report: Report, chapter: Chapter, told: Told) {
  const { figure, n, rows } = told;
  const records = sourcesAt(report, n.basis.sources);
  return {
    edition: report.edition.id,
    status: report.edition.status,
    analysis: chapter.analysis.id,
    figure: told.id,
    title: told.title,
    subtitle: told.subtitle,
    description: told.long,
    ...basisFields(n.basis),
    n: { fact: figure.n, value: n.value, unit: n.unit },
    licence: licenceOf(records),
    sources: records.map(({ id, title, producer, revision, licence }) => ({
      id,
      title,
      producer,
      revision,
      licence: licence.spdx,
    })),
    columns: columnEntries(figure.columns),
    rows,
  };
}

/** What an edition was built from, with hashes: `/<edition>/manifest.json`. */
export function manifestFile({ edition, chapters, sources, tables }: Report) {
  return {
    edition,
    sources: sources.map(({ id, title, revision, licence, files }) => ({
      id,
      title,
      revision,
      licence: licence.spdx,
      files,
    })),
    tables: tables.map(tableEntry),
    figures: chapters.flatMap(({ analysis, figures }) =>
      [...figures.values()].map(({ id, title }) => ({ id, analysis: analysis.id, title })),
    ),
  };
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

function columnEntries(columns: Columns) {
  return Object.entries(columns).map(([name, column]) => ({ name, ...column }));
}

/** A downloadable file of JSON, indented so that two editions can be compared. */
export function json(value: unknown): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
}

/** A downloadable file of text of another kind. */
export function text(value: string, type: string): Response {
  return new Response(value, { headers: { "content-type": `${type}; charset=utf-8` } });
}

import type { Basis } from "#kit/coverage.ts";
import { type Unit, units } from "#kit/units.ts";
import type { Columns } from "#loaders/schema/column.ts";
import { licenceOf, type SourceRecord } from "#loaders/schema/source.ts";
import type { Report } from "./assemble.ts";
import { to } from "./links.ts";
import { sourcesAt } from "./place.ts";
import type { PrintedChapter, PrintedFact, PrintedFigure } from "./print/types.ts";
import { shown } from "./words.ts";

/** Which edition a file is of, and until when its evidence goes. */
export function editionHead(report: Report) {
  const { id, title, status, as_of, compiled } = report.edition;
  return { edition: id, title, status, ...notice(report), as_of, compiled };
}

/** Every fact of an edition, with what it takes to read them: `/<edition>/facts.json`. */
export function factsFile(report: Report) {
  const { edition, chapters, ledger } = report;
  const facts = [...chapters, ledger.chapter].flatMap((chapter) =>
    [...chapter.facts].map(([id, fact]) => ({
      ...factEntry(edition.id, chapter.analysis.id, id, fact),
      ...errataOf(report, chapter.analysis.id, id),
    })),
  );
  const records = sourcesAt(report, [...new Set(facts.flatMap(({ sources }) => sources))].sort());
  return {
    ...editionHead(report),
    licence: licenceOf(records),
    units: Object.fromEntries(Object.entries(units).map(([unit, words]) => [unit, meaning(unit as Unit, words)])),
    sources: sourceEntries(records),
    facts,
  };
}

function factEntry(edition: string, analysis: string, id: string, { basis, words, ...fact }: PrintedFact) {
  const place = { text: shown({ words }, "value"), href: to.fact(edition, analysis, id) };
  return { analysis, id, ...fact, ...place, ...basisFields(basis) };
}

/** What was found to be wrong with a fact since its release; nothing for all others. */
function errataOf({ errata }: Report, analysis: string, id: string) {
  const own = errata.filter((one) => one.analysis === analysis && one.fact === id);
  const told = own.map(({ on, was, is, cause, mended }) => ({ date: on, was, is, cause, mended }));
  return told.length === 0 ? {} : { errata: told };
}

/** What a value of a unit is, for those who compute with it. */
function meaning(unit: Unit, words: string): string {
  const scaled: Partial<Record<Unit, string>> = {
    share: "percent, as a fraction of one: 0.5 is 50 percent",
    points: "percentage points, a difference of two shares as a fraction of one: 0.01 is one percentage point",
    "percent-more": "percent of the start, as a fraction of one: 0.5 is 50 percent more than at the start",
    times: "times the denominator: 1 is as much",
    date: "a day, YYYY-MM-DD",
    rank: "rank, counted from the largest; equal values share the better place",
  };
  return scaled[unit] ?? words;
}

function basisFields({ population, complete, asOf, tables, sources }: Basis) {
  return { population, complete, evidence_to: asOf, tables, sources };
}

/** A figure's rows with everything that they need to be reused: `/<edition>/figures/<figure>.json`. */
export function figureFile(report: Report, chapter: PrintedChapter, figure: PrintedFigure) {
  const { n, rows } = figure;
  const records = sourcesAt(report, n.basis.sources);
  return {
    edition: report.edition.id,
    status: report.edition.status,
    ...notice(report),
    analysis: chapter.analysis.id,
    figure: figure.id,
    title: figure.title,
    subtitle: figure.subtitle,
    description: figure.long,
    ...basisFields(n.basis),
    n: { fact: n.fact, value: n.value, unit: n.unit },
    licence: licenceOf(records),
    sources: sourceEntries(records),
    columns: columnEntries(figure.columns),
    rows,
  };
}

/** What readers of an edition made from generated rows must know; empty for all others. */
export const generatedNotice = "Generated data: nothing here is a finding.";

/** What the title of each of its pages begins with. */
export const generatedTitle = "Made up";

/** The notice as files carry it; nothing where all evidence was observed. */
export function notice({ generated }: Pick<Report, "generated">): { generated?: true; notice?: string } {
  return generated ? { generated: true, notice: generatedNotice } : {};
}

/** Sources as files name them. */
export function sourceEntries(records: readonly SourceRecord[]) {
  return records.map(({ id, title, producer, revision, licence }) => ({
    id,
    title,
    producer,
    revision,
    licence: licence.spdx,
  }));
}

/** Declared columns as files describe them. */
export function columnEntries(columns: Columns) {
  return Object.entries(columns).map(([name, column]) => ({ name, ...column }));
}

/** A downloadable file of text. */
export function text(value: string, type: string): Response {
  return new Response(value, { headers: { "content-type": `${type}; charset=utf-8` } });
}

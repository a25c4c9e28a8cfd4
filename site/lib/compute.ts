import { readFileSync } from "node:fs";
import type { Analysis } from "#kit/define.ts";
import { drawFaults } from "#kit/draw/check.ts";
import { type Chapter, evaluate } from "#kit/evaluate.ts";
import type { Fact } from "#kit/facts.ts";
import { standingFor } from "#kit/gather.ts";
import { locate } from "#kit/locate.ts";
import { inOrder } from "#kit/order.ts";
import { byPlace, type Problem, ReportError } from "#kit/problem.ts";
import { checkProse } from "#kit/prose/check.ts";
import { readEditions } from "#loaders/editions.ts";
import { readReference } from "#loaders/reference.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { generatedParts } from "#loaders/schema/generated.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { readAllSnapshots } from "#loaders/snapshots.ts";
import { readSources } from "#loaders/sources.ts";
import { knownUntil, until } from "#loaders/until.ts";
import { codeOf, hasProse, proseOf } from "./code.ts";
import { readTables, type StoredTable } from "./evidence.ts";
import { type Ledger, ledgerAt } from "./ledger.ts";
import { orphans } from "./orphans.ts";

/** One edition, computed: chapters with their code, before anything is printed. */
export interface Computed {
  readonly edition: Edition;
  /** In the order of the table of contents. */
  readonly chapters: readonly Chapter[];
  /** Every published figure, held against the facts of the chapters. */
  readonly ledger: Ledger;
  /** Evidence tables of all chapters, sorted by analysis and name. */
  readonly tables: readonly StoredTable[];
  readonly reference: Reference;
  readonly sources: readonly SourceRecord[];
  /** Admitted snapshots of those sources up to the day that the edition speaks of, first to last. */
  readonly snapshots: readonly Snapshot[];
  /** Whether any of its evidence was made up: then nothing in it is a finding, and it can never be released. */
  readonly generated: boolean;
  /** Words of a draft that its numbers do not bear; none unless they were asked for. */
  readonly open: readonly Problem[];
}

/** Modules of `analyses/<folder>/analysis.ts`, whatever loaded them. */
export type Modules = readonly { readonly default: Analysis }[];

interface Inputs {
  readonly analyses: readonly Analysis[];
  readonly reference: Reference;
  readonly sources: readonly SourceRecord[];
  readonly snapshots: readonly Snapshot[];
  readonly problems: Problem[];
}

/**
 * Computes editions and checks their prose; throws one `ReportError` with all that is wrong.
 *
 * `choose` says of each edition of the folder as what it is computed, if at all: all of them, as they are, unless said
 * otherwise. Words of drafts that their numbers do not bear are problems like others, unless they are asked for.
 */
export async function compute(
  modules: Modules,
  choose: (edition: Edition) => readonly Edition[] = (edition) => [edition],
  withOpen = false,
): Promise<Computed[]> {
  const [reference, sources] = await Promise.all([readReference("data/reference"), readSources("data/sources")]);
  const { order, problems } = inOrder(modules.map((module) => module.default));
  const snapshots = await readAllSnapshots(
    sources.map(({ id }) => id),
    "data/snapshots",
  );
  const inputs = { analyses: order, reference, sources, snapshots, problems };
  const editions = await readEditions("data/editions");
  problems.push(...orphans(order, editions));
  const computed = editions.flatMap(choose).map((edition) => apart(edition, inputs, withOpen));
  if (problems.length > 0) throw new ReportError(problems);
  return computed;
}

/** An edition whose open words, if they are asked for, stand apart from its problems. */
function apart(edition: Edition, inputs: Inputs, withOpen: boolean): Computed {
  const found: Problem[] = [];
  const computed = compile(edition, { ...inputs, problems: found });
  const isOpen = ({ open }: Problem): boolean => withOpen && open === true && edition.status === "draft";
  inputs.problems.push(...found.filter((problem) => !isOpen(problem)));
  return { ...computed, open: found.filter(isOpen).sort(byPlace) };
}

function compile(edition: Edition, { analyses, problems, ...all }: Inputs): Omit<Computed, "open"> {
  const { reference, later } = knownUntil(edition, all.reference);
  const pinned = all.sources.filter(({ id }) => id in edition.sources);
  const seen = pinned.map((record) => until(edition.as_of, record, snapshotsOf(record, all.snapshots)));
  const sources = seen.map(({ record }) => record);
  const snapshots = seen.flatMap((source) => source.snapshots);
  const chapters: Chapter[] = [];
  const tables: StoredTable[] = [];
  const told = analyses.filter(({ id }) => hasProse(id, edition.id));
  for (const declared of told) {
    const analysis = standingFor(declared, Object.keys(edition.sources));
    const stored = readTables(analysis, edition.id);
    const rows = Object.fromEntries(stored.map(({ schema, rows }) => [schema.name, rows]));
    const origins = Object.fromEntries(stored.map(({ schema, provenance }) => [schema.name, provenance]));
    const code = codeOf(analysis.id);
    const chapter = collected(
      () => evaluate(analysis, { rows, origins, reference, needed: factsOf(chapters), sources: code, later }),
      problems,
    );
    if (chapter === null) continue;
    const drawn = [...chapter.figures.values()].flatMap((told) => drawFaults(told, analysis.id, code));
    problems.push(...chapter.problems, ...drawn, ...proseProblems(chapter, edition, reference, sources));
    chapters.push(chapter);
    tables.push(...stored);
  }
  problems.push(...editionProblems(edition, chapters));
  chapters.sort((a, b) => a.analysis.order - b.analysis.order);
  const ledger = ledgerAt(edition, chapters, { reference, sources, complete: chapters.length === told.length });
  problems.push(...ledger.problems);
  tables.sort((a, b) => (a.analysis < b.analysis ? -1 : a.analysis > b.analysis ? 1 : 0));
  const made = generatedParts({
    edition,
    records: sources,
    tables: tables.map((table) => table.provenance),
    snapshots,
  });
  problems.push(...releaseProblems(edition, made));
  return { edition, chapters, ledger, tables, reference, sources, snapshots, generated: made.length > 0 };
}

function snapshotsOf({ id }: SourceRecord, snapshots: readonly Snapshot[]): Snapshot[] {
  return snapshots.filter(({ source }) => source === id);
}

/** Runs a step and keeps its problems for later; null when it threw them. */
function collected<T>(step: () => T, problems: Problem[]): T | null {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/** Figures of one edition whose ids, and so whose downloads, are the same. */
function editionProblems({ id: edition }: Edition, chapters: readonly Chapter[]): Problem[] {
  const ids = chapters.flatMap(({ analysis, figures }) =>
    [...figures.keys()].map((id) => ({ id, analysis: analysis.id })),
  );
  return ids
    .filter(({ id }, i) => ids.findIndex((other) => other.id === id) < i)
    .map(({ id, analysis }) => {
      const message = `figure "${id}" of edition ${edition} has the id of another chapter's: ids name downloads, choose another`;
      return { ...locate(codeOf(analysis), `id: "${id}"`), message };
    });
}

/** Generated evidence of an edition that says it is released. */
function releaseProblems({ id, status }: Edition, made: readonly string[]): Problem[] {
  if (status !== "released") return [];
  const place = { file: `data/editions/${id}.json`, line: 1, column: 1 };
  return made.map((part) => ({ ...place, message: `edition ${id} is released, but ${part}: it can be a draft only` }));
}

function proseProblems(
  chapter: Chapter,
  edition: Edition,
  reference: Reference,
  sources: readonly SourceRecord[],
): Problem[] {
  const file = proseOf(chapter.analysis.id, edition.id);
  const known = { chapter, published: reference.published.map(({ id }) => id), sources: sources.map(({ id }) => id) };
  return checkProse(file, readFileSync(file, "utf8"), known);
}

function factsOf(chapters: readonly Chapter[]): Readonly<Record<string, Readonly<Record<string, Fact>>>> {
  return Object.fromEntries(chapters.map((chapter) => [chapter.analysis.id, Object.fromEntries(chapter.facts)]));
}

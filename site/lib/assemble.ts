import { type Problem, ReportError } from "#kit/problem.ts";
import { readEditions } from "#loaders/editions.ts";
import { readErrata } from "#loaders/errata.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { compute, type Modules } from "./compute.ts";
import { readEach } from "./errata/read.ts";
import type { Erratum } from "./errata/types.ts";
import { print } from "./print/print.ts";
import type { PrintedChapter, PrintedLedger, PrintedTable } from "./print/types.ts";
import { unseal } from "./seal/unseal.ts";

/** Pages whose text is sealed as it was, by name. */
export interface Pages {
  readonly claims: string;
  /** Null where the edition has no prose on conflicts. */
  readonly conflicts: string | null;
  readonly methodology: string;
  readonly sources: string;
}

/** Everything that the pages of one edition show, computed and printed while it is a draft, read from its seal after. */
export interface Report {
  readonly edition: Edition;
  /** Version of the code that made it. */
  readonly version: string;
  /** In the order of the table of contents. */
  readonly chapters: readonly PrintedChapter[];
  /** Every published figure, held against the facts of the chapters. */
  readonly ledger: PrintedLedger;
  /** Evidence tables of all chapters, sorted by analysis and name. */
  readonly tables: readonly PrintedTable[];
  readonly reference: Reference;
  readonly sources: readonly SourceRecord[];
  /** Admitted snapshots of those sources up to the day that the edition speaks of, first to last. */
  readonly snapshots: readonly Snapshot[];
  /** Whether any of its evidence was made up: then nothing in it is a finding, and it can never be released. */
  readonly generated: boolean;
  /** Pages whose text is sealed; null while the edition is a draft. */
  readonly pages: Pages | null;
  /** Numbers that were found to be wrong after the release, in the order of their days. */
  readonly errata: readonly Erratum[];
  /** Words of a draft that its numbers do not bear, in the order of their places; none unless they were asked for. */
  readonly open: readonly Problem[];
}

/** What of the editions is wanted otherwise than as published. */
export interface Wanted {
  /** Edition that is being sealed: computed as it will be when it is released. */
  readonly sealing?: string | undefined;
  /** Whether drafts are wanted with words that their numbers do not bear. */
  readonly open?: boolean;
}

/**
 * Every edition, newest first: drafts computed, released ones read from their seals; throws one `ReportError` with all
 * that is wrong.
 */
export async function assemble(modules: Modules, { sealing, open = false }: Wanted = {}): Promise<Report[]> {
  const editions = await readEditions("data/editions");
  const isRead = ({ id, status }: Edition): boolean => status === "released" && id !== sealing;
  const problems: Problem[] = [];
  const read = editions.filter(isRead).flatMap((edition) => kept(() => unseal(edition), problems));
  const choose = (edition: Edition) => (isRead(edition) ? [] : [asPublished(edition, sealing)]);
  const drafts = await compute(modules, choose, open).catch((error) => noted(error, problems));
  if (problems.length > 0) throw new ReportError(problems);
  const reports = [...read, ...drafts.map(print)];
  return withErrata(editions.flatMap(({ id }) => reports.filter(({ edition }) => edition.id === id)));
}

/** The editions with the errata that readers are told; throws one `ReportError` for all that do not fit what was published. */
async function withErrata(reports: readonly Report[]): Promise<Report[]> {
  const { of, problems } = readEach(await readErrata("data/reference"), reports);
  if (problems.length > 0) throw new ReportError(problems);
  return reports.map((report) => ({ ...report, errata: of.get(report.edition.id) ?? [] }));
}

/** The record of an edition as readers get it: released, and without an earlier seal, once it is being sealed. */
function asPublished({ seal: _, ...edition }: Edition, sealing: string | undefined): Edition {
  return edition.id === sealing ? { ...edition, status: "released" } : edition;
}

function kept<T>(step: () => T, problems: Problem[]): T[] {
  try {
    return [step()];
  } catch (error) {
    return noted(error, problems);
  }
}

function noted(error: unknown, problems: Problem[]): never[] {
  if (!(error instanceof ReportError)) throw error;
  problems.push(...error.problems);
  return [];
}

import { existsSync, readFileSync } from "node:fs";
import { ledgerAnalysis } from "#analyses/_ledger/analysis.ts";
import { conflictFaults } from "#analyses/_ledger/conflicts.ts";
import { type Chapter, evaluate } from "#kit/evaluate.ts";
import { type Entry, ledgerOf } from "#kit/ledger.ts";
import type { Problem } from "#kit/problem.ts";
import { checkProse } from "#kit/prose/check.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { codeOf, proseOf } from "./code.ts";

/** The ledger of an edition: every published figure with its verdict, and prose on those that conflict. */
export interface Ledger {
  /** In the order of the registry. */
  readonly entries: readonly Entry[];
  /** Counts of verdicts and arithmetic between published figures, with words; no chapter of the contents. */
  readonly chapter: Chapter;
  /** The same with the facts of all chapters as `analysis/fact`: what prose on conflicts may refer to. */
  readonly wide: Chapter;
  /** Path of the prose on conflicts; null where the edition has none. */
  readonly prose: string | null;
  readonly problems: readonly Problem[];
}

/** Where the ledger's code and prose stand. */
const folder = "_ledger";

/** What the ledger is made from, beside the chapters. */
interface Made {
  readonly reference: Reference;
  /** Sources of the edition. */
  readonly sources: readonly SourceRecord[];
  /** Whether every chapter was computed; without one the prose would lack its facts. */
  readonly complete: boolean;
}

/** Makes the ledger of an edition and checks its prose. */
export function ledgerAt(edition: Edition, chapters: readonly Chapter[], made: Made): Ledger {
  const { reference } = made;
  const entries = ledgerOf(reference.published, chapters);
  const file = proseOf(folder, edition.id);
  const prose = existsSync(file) ? file : null;
  const analysis = ledgerAnalysis(entries, { conflicts: prose !== null });
  const chapter = evaluate(analysis, { rows: {}, reference, needed: {}, sources: codeOf(folder) });
  const wide = widened(chapter, chapters);
  const problems = [...chapter.problems, ...(prose === null || !made.complete ? [] : proseFaults(prose, wide, made))];
  return { entries, chapter, wide, prose, problems };
}

function proseFaults(file: string, chapter: Chapter, { reference, sources }: Made): Problem[] {
  const mdx = readFileSync(file, "utf8");
  const known = { chapter, published: reference.published.map(({ id }) => id), sources: sources.map(({ id }) => id) };
  return [...checkProse(file, mdx, known), ...conflictFaults(file, mdx, reference.published)];
}

/** A chapter that knows the facts and names of others, facts as `analysis/fact`. */
function widened(chapter: Chapter, others: readonly Chapter[]): Chapter {
  const facts = others.flatMap(({ analysis, facts }) =>
    [...facts].map(([id, fact]) => [`${analysis.id}/${id}`, fact] as const),
  );
  const names = others.flatMap((other) => [...other.names]);
  return { ...chapter, facts: new Map([...chapter.facts, ...facts]), names: new Set([...chapter.names, ...names]) };
}

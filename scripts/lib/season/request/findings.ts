import type { Problem } from "#kit/problem.ts";
import type { Recommended } from "#kit/recommended.ts";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import type { Report } from "#site/lib/assemble.ts";
import type { Changes } from "#site/lib/changes/types.ts";

/** What a season found, as a person who judges it must know it. */
export interface Season {
  readonly edition: { readonly id: string; readonly title: string; readonly asOf: string };
  /** The edition that it is held against; null for the first. */
  readonly before: { readonly id: string; readonly title: string } | null;
  readonly generated: boolean;
  readonly sources: readonly Pinned[];
  /** Admitted snapshots of the Hub that the edition before did not have, first to last. */
  readonly snapshots: readonly Pulled[];
  /** Its evidence tables as `chapter/table`, and those of them that stand on snapshots of the Hub. */
  readonly tables: { readonly all: readonly string[]; readonly onHub: readonly string[] };
  readonly chapters: readonly Told[];
  readonly changes: Changes;
  /** Words that its numbers do not bear. */
  readonly open: readonly Problem[];
  /** Advice whose standing is not that of the edition before; `was` is null where that had none. */
  readonly advice: readonly Moved[];
  /** Published figures whose verdict is not that of the edition before. */
  readonly verdicts: readonly Moved[];
  /** What stands against a release whatever its words say. */
  readonly refusals: readonly string[];
}

/** A pinned source. */
export interface Pinned {
  readonly id: string;
  readonly revision: string;
  /** Revision of the edition before; null where that did not have it. */
  readonly was: string | null;
  readonly generated: boolean;
}

/** An admitted snapshot and the files that hold it. */
export interface Pulled {
  readonly snapshot: Snapshot;
  /** The one before it in its series; null for the first. */
  readonly predecessor: Snapshot | null;
  /** Size of each file in bytes, by table. */
  readonly bytes: Readonly<Record<string, number>>;
}

/** A chapter. */
export interface Told {
  readonly id: string;
  readonly title: string;
  readonly facts: number;
  readonly figures: number;
  /** Whether it stands on the complete Hub. */
  readonly complete: boolean;
  /** How many of its places are open. */
  readonly open: number;
}

/** Something that stands otherwise than in the edition before. */
export interface Moved {
  readonly id: string;
  readonly words: string;
  readonly was: string | null;
  readonly now: string;
  /** Why, where it can be said. */
  readonly because: string | null;
}

/** What a season found, from its edition and the one before. */
export function seasonOf(report: Report, before: Report | null, changes: Changes, refusals: readonly string[]): Season {
  const { edition, chapters, open, tables, generated, snapshots } = report;
  const series = new Set(snapshots.map(({ source }) => source));
  return {
    ...{ changes, open, refusals, generated },
    edition: { id: edition.id, title: edition.title, asOf: edition.as_of },
    before: before === null ? null : { id: before.edition.id, title: before.edition.title },
    sources: report.sources.map((record) => pinnedOf(record, before)),
    snapshots: pulledOf(report, before),
    tables: {
      all: tables.map(pathOf),
      onHub: tables.filter(({ provenance }) => provenance.sources.some(({ id }) => series.has(id))).map(pathOf),
    },
    chapters: chapters.map((chapter) => ({
      ...{ id: chapter.analysis.id, title: chapter.title, complete: chapter.basis.complete },
      ...{ facts: chapter.facts.size, figures: chapter.figures.size },
      open: open.filter(({ file }) => file.startsWith(`analyses/${chapter.analysis.id}/`)).length,
    })),
    advice: adviceOf(report, before),
    verdicts: verdictsOf(report, before),
  };
}

function pathOf({ analysis, schema }: Report["tables"][number]): string {
  return `${analysis}/${schema.name}`;
}

function pinnedOf({ id, revision, generated }: SourceRecord, before: Report | null): Pinned {
  return { id, revision, generated, was: before?.edition.sources[id] ?? null };
}

function pulledOf({ snapshots, sources }: Report, before: Report | null): Pulled[] {
  const known = new Set(before?.snapshots.map(({ source, label }) => `${source} ${label}`));
  const files = sources.flatMap((record) => record.files);
  return snapshots
    .filter(({ source, label }) => !known.has(`${source} ${label}`))
    .map((snapshot) => ({
      snapshot,
      predecessor:
        snapshots.find(({ source, label }) => source === snapshot.source && label === snapshot.predecessor) ?? null,
      bytes: Object.fromEntries(
        Object.entries(snapshot.tables).map(([table, { sha256 }]) => [
          table,
          files.find((file) => file.sha256 === sha256)?.bytes ?? 0,
        ]),
      ),
    }));
}

function adviceOf(report: Report, before: Report | null): Moved[] {
  const was = new Map(before?.chapters.flatMap(adviceIn));
  return report.chapters
    .flatMap(adviceIn)
    .map(([id, { sentence, standing, because }]) => ({
      ...{ id, words: sentence, was: was.get(id)?.standing ?? null, now: standing, because },
    }))
    .filter((one) => one.was !== one.now);
}

function adviceIn({ analysis, recommendations }: Report["chapters"][number]): [string, Recommended][] {
  return recommendations.map((one) => [`${analysis.id}/${one.id}`, one]);
}

function verdictsOf({ ledger }: Report, before: Report | null): Moved[] {
  const was = new Map(before?.ledger.entries.map(({ published, verdict }) => [published.id, verdict]));
  return ledger.entries
    .map(({ published, verdict, held }) => ({
      ...{ id: published.id, words: published.statement, was: was.get(published.id) ?? null, now: verdict },
      because: held === null ? null : `nearest is ${held.analysis}/${held.comparison.fact}, ${held.fact.words.full}`,
    }))
    .filter((one) => one.was !== one.now);
}

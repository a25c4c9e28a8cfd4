import type { Edition } from "#loaders/schema/edition.ts";
import { type EvidenceSchema, standingOn, stands } from "#loaders/schema/evidence.ts";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import type { Season } from "./id.ts";

/** A source on record, as a new edition may pin it. */
export interface Candidate {
  readonly record: SourceRecord;
  readonly snapshots: readonly Snapshot[];
  /** Whether a loader reads it. */
  readonly loaded: boolean;
}

/** A chapter of the edition that the new one starts from. */
export interface Told {
  readonly id: string;
  readonly needs: readonly string[];
  readonly tables: readonly EvidenceSchema[];
}

/** Something that the new edition does without, and why. */
export interface LeftOut {
  readonly id: string;
  readonly because: string;
}

/** What begins a new edition. */
export interface EditionPlan {
  readonly edition: Edition;
  /** Id of the edition whose prose is the start. */
  readonly from: string;
  /** The same and the new one, the earlier first. */
  readonly inOrder: readonly [string, string];
  /** Ids of the chapters whose prose is copied. */
  readonly chapters: readonly string[];
  readonly withoutSources: readonly LeftOut[];
  readonly withoutChapters: readonly LeftOut[];
}

/** What a new edition is planned from, all of it read beforehand. */
export interface Ground {
  readonly season: Season;
  readonly asOf: string;
  readonly today: string;
  readonly from: Pick<Edition, "id" | "as_of">;
  readonly candidates: readonly Candidate[];
  /** In the order in which chapters need each other. */
  readonly told: readonly Told[];
}

/** Pins every source that has evidence by the day, and keeps the chapters whose tables can then be made. */
export function planEdition({ season, asOf, today, from, candidates, told }: Ground): EditionPlan {
  const { id, title } = season;
  const judged = candidates.map((candidate) => ({ candidate, because: unusable(candidate, asOf) }));
  const pins = judged.flatMap(({ candidate: { record }, because }) => (because === null ? [record] : []));
  const sources = Object.fromEntries(pins.map((record) => [record.id, record.revision]));
  const chapters = keep(told, Object.keys(sources));
  return {
    edition: { id, title, status: "draft", as_of: asOf, compiled: today, sources },
    from: from.id,
    inOrder: from.as_of <= asOf ? [from.id, id] : [id, from.id],
    chapters: chapters.kept,
    withoutSources: judged.flatMap(({ candidate, because }) =>
      because === null ? [] : [{ id: candidate.record.id, because }],
    ),
    withoutChapters: chapters.leftOut,
  };
}

/** Why an edition of a day cannot use a source; null where it can. */
function unusable({ record, snapshots, loaded }: Candidate, asOf: string): string | null {
  if (!loaded) return "no loader reads it";
  if (record.first > asOf) return `its evidence begins on ${record.first}`;
  const early = snapshots.filter(({ observed_on }) => observed_on <= asOf);
  return snapshots.length > 0 && early.length === 0 ? `none of its snapshots was there on ${asOf}` : null;
}

function keep(told: readonly Told[], pinned: readonly string[]): { kept: string[]; leftOut: LeftOut[] } {
  const kept: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const chapter of told) {
    const reasons = [...lacking(chapter, pinned), ...unmet(chapter, kept)];
    if (reasons.length === 0) kept.push(chapter.id);
    else leftOut.push({ id: chapter.id, because: reasons.join("; ") });
  }
  return { kept, leftOut };
}

/** Sources that tables of the chapter cannot do without, and those tables. */
function lacking({ tables }: Told, pinned: readonly string[]): string[] {
  const lacks = tables
    .filter((schema) => stands(schema, pinned))
    .map((schema) => ({ name: schema.name, needs: standingOn(schema, pinned).sources }))
    .map(({ name, needs }) => ({ name, sources: needs.filter((id) => !pinned.includes(id)) }))
    .filter(({ sources }) => sources.length > 0);
  if (lacks.length === 0) return [];
  const sources = [...new Set(lacks.flatMap((one) => one.sources))].sort().join(", ");
  return [`${lacks.map(({ name }) => name).join(", ")} cannot be made without ${sources}`];
}

function unmet({ needs }: Told, kept: readonly string[]): string[] {
  return needs.filter((id) => !kept.includes(id)).map((id) => `it needs the chapter ${id}`);
}

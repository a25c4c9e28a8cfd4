import { type OverlapBounds, overlapBounds, topOverlap } from "#kit/stats/overlap.ts";
import type { RankRow } from "./listings.ts";

/** How deep the compared lists are. */
export const depths = [10, 25, 50, 100] as const;

/** The depth that a report names, and that leads the chapter. */
export const told = 25;

/** A measure of attention or of use. */
export type Measure = "like" | "download" | "lifetime" | "discussion";

const counts = {
  like: "likes",
  download: "downloads_30d",
  lifetime: "downloads_all_time",
  discussion: "discussions",
} as const;

/** What two top lists share, with what other ways to break ties would give. */
export interface Shared extends OverlapBounds {
  readonly shared: number;
}

/** Models that have both measures. */
export function ranked(first: readonly RankRow[], measures: readonly Measure[]): RankRow[] {
  return first.filter((row) => measures.every((measure) => row[`${measure}_rank`] !== null));
}

/**
 * How many models are among the first k by both measures, equal ones in the order of their names; null where a measure
 * is not counted, or there are fewer models. The rows hold the first of each measure, so that others cannot be among them.
 */
export function sharedAt(first: readonly RankRow[], a: Measure, b: Measure, k: number): Shared | null {
  const rows = ranked(first, [a, b]);
  if (rows.length < k) return null;
  const places = (measure: Measure): number[] => rows.map((row) => -(row[`${measure}_rank`] ?? 0));
  const values = (measure: Measure): number[] => rows.map((row) => row[counts[measure]] ?? 0);
  const { shared } = topOverlap(places(a), places(b), k);
  return { shared: Math.round(shared), ...overlapBounds(values(a), values(b), k) };
}

/** The first rows without the one that stands first by a measure. */
export function withoutFirst(first: readonly RankRow[], measure: Measure): RankRow[] {
  return first.filter((row) => row[`${measure}_rank`] !== 1);
}

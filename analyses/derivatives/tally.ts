import { type End, endsOf, firstOf, type LineageRow, type Reach } from "./ends.ts";
import { models } from "./reuploaders.ts";

/** How a model with several bases counts: once for each group that it builds on, in equal parts, or for the first alone. */
export type Merging = "once" | "split" | "first";

/** Whether something belongs to a group; null where one cannot know. */
export type Belongs = (end: End) => boolean | null;

/** How many models build on a group, and how many could. */
export interface Tally {
  readonly part: number;
  readonly whole: number;
  /** Models that do not count, but would if what is not known belonged to the group. */
  readonly unknown: number;
}

/** Counts models that build on a group, at one reach. */
export function tally(rows: readonly LineageRow[], reach: Reach, belongs: Belongs, merging: Merging = "once"): Tally {
  let [part, unknown] = [0, 0];
  for (const row of rows) {
    const ends = merging === "first" ? firstOf(row, reach) : endsOf(row, reach);
    const [yes, open] = weights(ends.map(belongs), merging);
    part += row.models * yes;
    unknown += row.models * open;
  }
  return { part, whole: models(rows), unknown };
}

/** Which part of a model belongs, and which might; a model that goes back to no root might belong to anyone. */
function weights(found: readonly (boolean | null)[], merging: Merging): readonly [yes: number, open: number] {
  if (found.length === 0) return [0, 1];
  const yes = found.filter((one) => one === true).length;
  const open = found.filter((one) => one === null).length;
  if (merging === "split") return [yes / found.length, open / found.length];
  return yes > 0 ? [1, 0] : [0, open > 0 ? 1 : 0];
}

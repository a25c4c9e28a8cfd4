import { median } from "d3";
import type { Row } from "#loaders/schema/table.ts";
import type { releaseGaps } from "./tables.ts";

export type GapRow = Row<typeof releaseGaps>;

/** How the older models of a namespace do with a release beside them, against gaps without one. */
export interface Renewal {
  readonly author: string;
  /** Gaps with a release, and without. */
  readonly withGaps: number;
  readonly withoutGaps: number;
  /** Downloads of older models with a release, over those without, as a relative change: 0.1 is ten percent more. */
  readonly difference: number;
}

/** Downloads on the earlier crawl from which the older models of a namespace are compared. */
export const comparedFrom = 1000;

/**
 * Namespaces with gaps of both kinds, by difference. The change of a namespace's older models in a gap is held against
 * the median namespace in that gap, so that what all share drops out; differences are of mean logarithms.
 */
export function renewals(
  rows: readonly GapRow[],
  released: (row: GapRow) => boolean = ({ releases }) => releases > 0,
): Renewal[] {
  const gaps = adjusted(rows.filter(({ before, after }) => before >= comparedFrom && after > 0));
  const found = [...Map.groupBy(gaps, ({ row }) => row.author)].flatMap(([author, own]) => {
    const [fresh, quiet] = [own.filter(({ row }) => released(row)), own.filter(({ row }) => !released(row))];
    if (fresh.length === 0 || quiet.length === 0) return [];
    const difference = Math.expm1(mean(fresh) - mean(quiet));
    return [{ author, withGaps: fresh.length, withoutGaps: quiet.length, difference }];
  });
  return found.sort((a, b) => a.difference - b.difference || (a.author < b.author ? -1 : 1));
}

interface Adjusted {
  readonly row: GapRow;
  /** Logarithm of the change, less that of the median namespace. */
  readonly change: number;
}

function adjusted(rows: readonly GapRow[]): Adjusted[] {
  return [...Map.groupBy(rows, ({ observed_on }) => observed_on).values()].flatMap((own) => {
    const changes = own.map(({ before, after }) => Math.log(after / before));
    const middle = median(changes) ?? 0;
    return own.map((row, i) => ({ row, change: (changes[i] ?? 0) - middle }));
  });
}

function mean(gaps: readonly Adjusted[]): number {
  return gaps.reduce((sum, { change }) => sum + change, 0) / gaps.length;
}

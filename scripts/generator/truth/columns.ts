import { isoDay } from "./dates.ts";
import type { ModelFacts, Statistics } from "./facts.ts";

/** Models of one snapshot in columns by number: NaN where it does not list the model, or does not know the number. */
export interface Columns {
  readonly likes: Float64Array;
  readonly downloads: Float64Array;
  readonly total: Float64Array;
  /** Year of creation; 2022 at the Hub's oldest dates and before. */
  readonly year: Float64Array;
}

/** The models of the snapshot that is told, and of the one before. */
export interface Shelf extends Statistics {
  readonly now: Columns;
  readonly past: Columns | undefined;
}

const floorYear = 2022;

/** Keeps what later statistics look up by number; it must be told of a row before they are. */
export function shelf(capacity: number): Shelf {
  let now: Columns | undefined;
  let past: Columns | undefined;
  let spare: Columns | undefined;
  return {
    get now() {
      if (now === undefined) throw new Error("no snapshot has begun");
      return now;
    },
    get past() {
      return past;
    },
    begin: () => {
      [past, spare, now] = [now, past, spare ?? columns(capacity)];
      for (const column of Object.values(now)) column.fill(Number.NaN);
    },
    model: (row) => {
      if (now) put(now, row);
    },
    tables: () => [],
  };
}

function columns(capacity: number): Columns {
  const column = () => new Float64Array(capacity);
  return { likes: column(), downloads: column(), total: column(), year: column() };
}

function put({ likes, downloads, total, year }: Columns, row: ModelFacts): void {
  likes[row.index] = row.likes;
  downloads[row.index] = row.downloads;
  total[row.index] = row.downloadsAllTime ?? Number.NaN;
  year[row.index] = row.atFloor === true ? floorYear : yearOf(row.createdOn);
}

function yearOf(day: number | null): number {
  return day === null ? Number.NaN : Number(isoDay(day).slice(0, 4));
}

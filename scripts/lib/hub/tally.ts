import type { Progress } from "../progress.ts";
import { HubError } from "./error.ts";

/** What a list came to. */
export interface Listed {
  readonly pages: number;
  /** Rows kept, each identity once. */
  readonly rows: number;
  /** Rows that came again. */
  readonly duplicates: number;
}

/** Counts a list as it comes, and stops one that is not what was asked for. */
export interface Tally {
  rows(): number;
  /** Before each page. */
  page(): void;
  /** Whether a row is new. */
  row(id: string, downloads: number): boolean;
  end(): Listed;
}

/** Share of rows that may have more downloads than the one before: counters move while pages are read. */
const moved = 0.01;

/** A count of a list of which `top` rows are wanted; throws a `HubError` about `list`. */
export function tally(list: string, top: number, progress: Progress): Tally {
  const seen = new Set<string>();
  let [pages, duplicates, rises, last] = [0, 0, 0, Number.POSITIVE_INFINITY];
  let [before, first] = [0, 0];
  const stop = (rule: "loop" | "cap" | "order" | "ended", detail: string) => {
    throw new HubError(list, rule, `${detail}: ${seen.size} rows and ${duplicates} repeated ones in ${pages} pages`);
  };
  const guard = () => {
    if (pages === 1) first = seen.size;
    if (seen.size === before) stop("loop", "a page brought no new row");
    if (pages >= pagesFor(top, first)) stop("cap", `takes more pages than ${top} rows need`);
    progress.step(`page ${pages}`);
  };
  progress.start(Math.ceil(top / 500));
  return {
    rows: () => seen.size,
    page: () => {
      if (pages > 0) guard();
      before = seen.size;
      pages++;
    },
    row: (id, downloads) => {
      if (seen.size === seen.add(id).size) return ++duplicates < 0;
      if (downloads > last) rises++;
      last = downloads;
      return true;
    },
    end: () => {
      progress.step(`page ${pages}`);
      if (seen.size < top) stop("ended", "the list ends too early");
      if (rises > 1 && rises > top * moved) stop("order", `${rises} rows have more downloads than the one before`);
      return { pages, rows: seen.size, duplicates };
    },
  };
}

/** A quarter more pages than so many rows fill, by the size of the first, and three. */
function pagesFor(top: number, first: number): number {
  return Math.ceil((Math.ceil(top / Math.max(1, first)) * 5) / 4) + 3;
}

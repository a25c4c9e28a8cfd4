import type { PrintedChapter, PrintedHeadline } from "./print/types.ts";

/** Numbers that the home page has room for. */
export const room = 6;

/** A headline with the chapter that it comes from. */
export interface Row extends PrintedHeadline {
  readonly analysis: string;
}

/**
 * The numbers of the home page, in the order of the contents, the numbers of one chapter together.
 *
 * Chapters take turns, most telling headline first, until six are found; of more than six chapters six give one each,
 * spread evenly over the contents.
 */
export function chosen(chapters: readonly Pick<PrintedChapter, "analysis" | "headlines">[]): Row[] {
  const offered = chapters
    .map(({ analysis, headlines }) => headlines.map((headline) => ({ ...headline, analysis: analysis.id })))
    .filter(({ length }) => length > 0);
  const giving = spread(offered);
  const counts = turns(giving);
  return giving.flatMap((rows, i) => rows.slice(0, counts[i]));
}

/** At most six of the lists, evenly spread, the first among them. */
function spread<T>(lists: readonly T[]): T[] {
  if (lists.length <= room) return [...lists];
  const places = new Set(Array.from({ length: room }, (_, i) => Math.floor((i * lists.length) / room)));
  return lists.filter((_, i) => places.has(i));
}

/** How many rows each list gives when all take turns until the room is full. */
function turns(lists: readonly (readonly unknown[])[]): number[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const order = Array.from({ length: longest }, (_, turn) =>
    lists.flatMap(({ length }, i) => (length > turn ? [i] : [])),
  );
  const given = order.flat().slice(0, room);
  return lists.map((_, i) => given.filter((one) => one === i).length);
}

const short = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** "7 Sept 2025", for narrow columns. */
export function shortDay(iso: string): string {
  return short.format(new Date(`${iso}T00:00:00Z`)).replaceAll(" ", "\u00a0");
}

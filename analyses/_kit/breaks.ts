import { counted } from "#loaders/schema/vocabulary.ts";
import type { Break, Figure } from "./figure.ts";
import { suggest } from "./suggest.ts";

/** A row whose values a figure draws. */
type Row = Readonly<Record<string, unknown>>;

/** First and last day on an axis of time. */
interface Period {
  readonly first: string;
  readonly last: string;
}

/**
 * The breaks that a figure's series crosses, oldest first: of one of its sources, in something that it counts, with
 * days on both sides. A figure without an axis of time crosses none.
 */
export function crossed(
  { time }: Figure,
  rows: readonly Row[],
  sources: readonly string[],
  breaks: readonly Break[],
): Break[] {
  const period = time === undefined ? null : periodOf(rows.map((row) => row[time.on]));
  if (time === undefined || period === null) return [];
  const counts: readonly string[] = time.members === "listed" ? [...time.counts, "members"] : time.counts;
  return breaks
    .filter((one) => touches(one, counts) && reads(one, sources) && within(one, period))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Breaks that a figure would cross if it counted everything along any of its columns of time: none once it declares one. */
export function suspected(
  figure: Figure,
  rows: readonly Row[],
  sources: readonly string[],
  breaks: readonly Break[],
): Break[] {
  if (figure.time !== undefined) return [];
  const axes = Object.entries(figure.columns).filter(([, { kind, unit }]) => kind === "date" || unit === "year");
  const found = axes.flatMap(([on]) =>
    crossed({ ...figure, time: { on, counts: counted, members: "listed" } }, rows, sources, breaks),
  );
  return [...new Set(found)];
}

function touches({ counts }: Break, wanted: readonly string[]): boolean {
  return counts.split("+").some((word) => wanted.includes(word));
}

function reads({ source }: Break, sources: readonly string[]): boolean {
  return source === "huggingface" || source.split("+").some((id) => sources.includes(id));
}

/** Whether something lies before the later meaning, and something in it. */
function within({ on, until }: Break, { first, last }: Period): boolean {
  const begun = until === null ? first < on : first <= until;
  return begun && last >= on && first < last;
}

/** From the first value to the last: days as they are, years from their first day to their last; null without any. */
function periodOf(values: readonly unknown[]): Period | null {
  const days = values.filter((value) => value !== null && value !== undefined).map(String);
  const sorted = days.sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { first: `${first}-01-01`.slice(0, 10), last: `${last}-12-31`.slice(0, 10) };
}

/** What is wrong with the axis of time that a figure declares. */
export function timeFaults({ time, columns }: Figure): string[] {
  if (time === undefined) return [];
  const column = columns[time.on];
  if (column === undefined)
    return [`its time is on "${time.on}", which is no column.${suggest(time.on, Object.keys(columns))}`];
  const year = column.kind === "int" || column.kind === "text";
  if (column.kind !== "date" && !year)
    return [`its time is on "${time.on}", a ${column.kind}: name a column of days or years`];
  return time.counts.length > 0 ? [] : ['its time counts nothing: say what, such as "model-downloads"'];
}

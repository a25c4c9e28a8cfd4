import type { Row } from "#loaders/schema/table.ts";
import { endOfMonth, monthsBetween } from "./months.ts";
import type { created } from "./tables.ts";

export type CreatedRow = Row<typeof created>;

export const kinds = ["model", "dataset"] as const;
export type Kind = (typeof kinds)[number];

/** One whole month of what one listing still had. */
export interface Month {
  /** Its last day. */
  readonly ends: string;
  /** Repositories that were created in it. */
  readonly created: number;
  /** Repositories that were created by its end, those older than the source's dates among them. */
  readonly total: number;
}

/** The whole months of one listing, one after another. */
export interface Series {
  readonly source: string;
  /** Day of the listing. */
  readonly day: string;
  readonly months: readonly Month[];
  /** Repositories without a date. */
  readonly undated: number;
  /** Repositories of the month that the listing cuts short. */
  readonly unfinished: number;
}

/** How many of the repositories of a row count. */
export type Weigh = (row: CreatedRow) => number;

export const every: Weigh = ({ repositories }) => repositories;

/**
 * The months of one listing of a kind, without gaps. Those whose date is the floor of the Hub's records are older than
 * the month of the floor and begin the total; the month in which the listing was made is left out, unless it was over.
 */
export function seriesOf(rows: readonly CreatedRow[], weigh: Weigh = every): Series {
  const [{ source, observed_on: day } = { source: "", observed_on: "" }] = rows;
  const dated = rows.filter(({ month }) => month !== null);
  const by = new Map(dated.map((row) => [row.month, weigh(row)]));
  const firsts = dated.map(({ month }) => String(month)).sort();
  const all = monthsBetween(firsts[0] ?? day, firsts.at(-1) ?? day);
  const whole = all.filter((month) => endOfMonth(month) < day);
  const sum = (of: readonly CreatedRow[]): number => of.reduce((n, row) => n + weigh(row), 0);
  let total = sum(rows.filter(({ at_floor }) => at_floor));
  const months = whole.map((month) => {
    const count = by.get(month) ?? 0;
    total += count;
    return { ends: endOfMonth(month), created: count, total };
  });
  const undated = sum(rows.filter(({ month, at_floor }) => month === null && !at_floor));
  return { source, day, months, undated, unfinished: sum(dated) - months.reduce((n, month) => n + month.created, 0) };
}

/** Rows of the newest listing of a kind. */
export function newest(rows: readonly CreatedRow[], kind: Kind): CreatedRow[] {
  const own = rows.filter((row) => row.kind === kind);
  const last = own
    .map(({ observed_on }) => observed_on)
    .sort()
    .at(-1);
  return own.filter(({ observed_on }) => observed_on === last);
}

/** Rows of the older listing that dates what the newest cannot: none where the newest has no floor. */
export function older(rows: readonly CreatedRow[], kind: Kind): CreatedRow[] {
  const main = newest(rows, kind);
  if (!main.some(({ at_floor }) => at_floor)) return [];
  const source = main[0]?.source;
  return rows.filter((row) => row.kind === kind && row.source !== source);
}

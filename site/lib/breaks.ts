import type { Break } from "#kit/figure.ts";
import { day, longMonth } from "#kit/format.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import type { BreakGroup } from "./print/types.ts";

/** A fault that begins, ends or lies on a day that its sentence names. */
export interface DatedFault {
  /** First day or month that the sentence names, ISO. */
  readonly on: string;
  readonly fault: string;
}

const dated = /\b(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?:-\d{2})?\b/g;

/** Faults of a source that name a day or month, by the first that they name: a series that crosses it is not of one kind. */
export function breaksOf({ faults }: Pick<SourceRecord, "faults">): DatedFault[] {
  const found = faults.flatMap((fault) => {
    const [on] = [...fault.matchAll(dated)].map(([day]) => day).sort();
    return on === undefined ? [] : [{ on, fault }];
  });
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Breaks by the note that they have in a picture, in the order of their days. */
export function noted(breaks: readonly Break[]): BreakGroup[] {
  return [...Map.groupBy(breaks, ({ note }) => note)].map(([note, all]) => {
    const [first = "", last = ""] = [all[0]?.on, all.at(-1)?.on];
    return { note, days: span(first, last), all: all.map((one) => ({ ...one, days: daysOf(one) })) };
  });
}

/** The day of a break in words, its month where all of it is meant, or its first and last day. */
export function daysOf({ on, until }: Pick<Break, "on" | "until">): string {
  return until !== null && isMonth(on, until) ? longMonth(on) : span(on, until ?? on);
}

function isMonth(first: string, last: string): boolean {
  const next = new Date(`${last}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return first.endsWith("-01") && last.startsWith(first.slice(0, 7)) && next.getUTCDate() === 1;
}

function span(first: string, last: string): string {
  return first === last ? day(first) : `${day(first)} to ${day(last)}`;
}

import { utcMonth } from "d3";

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const begins = (day: string): Date => utcMonth.floor(new Date(`${day}T00:00:00Z`));

/** First days of all months from that of one day to that of another, both among them. */
export function monthsBetween(from: string, to: string): string[] {
  return utcMonth.range(begins(from), utcMonth.offset(begins(to), 1)).map(iso);
}

/** Last day of the month of a day. */
export function endOfMonth(day: string): string {
  return iso(new Date(utcMonth.offset(begins(day), 1).getTime() - 1));
}

/** Mean length of a month in days. */
export const daysPerMonth = 365.25 / 12;

/** Days from one day to another. */
export function daysApart(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

import { UsageError } from "../cli.ts";

/** Last day of each season, as month and day; what an edition speaks about unless it is told otherwise. */
const ends: ReadonlyMap<string, string> = new Map([
  ["spring", "03-31"],
  ["summer", "06-30"],
  ["autumn", "09-30"],
  ["winter", "12-31"],
]);

/** What the id of an edition says: its title, and the last day of its season. */
export interface Season {
  readonly id: string;
  readonly title: string;
  readonly end: string;
}

/** Reads an id such as `2027-spring`; throws a `UsageError` that gives the form. */
export function seasonOf(id: string): Season {
  const [, year, season = ""] = /^(\d{4})-([a-z]+)$/.exec(id) ?? [];
  const end = ends.get(season);
  if (year === undefined || end === undefined)
    throw new UsageError(
      `"${id}" is no edition: write a year and one of ${[...ends.keys()].join(", ")}, as 2027-spring`,
    );
  return { id, title: `${season.charAt(0).toUpperCase()}${season.slice(1)} ${year}`, end: `${year}-${end}` };
}

/** Id of the season after the latest of some editions; throws a `UsageError` for ids that are none. */
export function nextSeason(ids: readonly string[]): string {
  const names = [...ends.keys()];
  const last = ids.map(seasonOf).sort((a, b) => (a.end < b.end ? 1 : -1))[0];
  const [year = "", season = ""] = last?.id.split("-") ?? [];
  const next = names[names.indexOf(season) + 1];
  return next === undefined ? `${Number(year) + 1}-${names[0]}` : `${year}-${next}`;
}

/** The day that an edition speaks of: the one asked for, else the last of its season, or today where that is to come. */
export function asOfDay({ end }: Season, wanted: string | undefined, today: string): string {
  if (wanted === undefined) return end < today ? end : today;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(wanted) && new Date(wanted).toJSON()?.startsWith(wanted) === true;
  if (!isDay) throw new UsageError(`--as-of takes a day as YYYY-MM-DD, not "${wanted}"`);
  if (wanted > today)
    throw new UsageError(`--as-of ${wanted} is to come: nothing of that day can be read before ${wanted}`);
  return wanted;
}

/** The 20th of the first of some months, of which the last is over before the month of a day begins. */
export function firstMonth(asOf: string, months: number): string {
  const [year = 0, month = 0] = asOf.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 20)).toISOString().slice(0, 10);
}

import { utcWednesday } from "d3";
import type { Settled } from "../options.ts";
import { isoDay } from "../truth/dates.ts";
import { hexadecimal } from "./draw.ts";
import { type Era, eraNamed, eraOf } from "./eras.ts";

/** Seconds of a day. */
export const daySeconds = 86_400;
/** First second (since 1970) that the Hub dates a repository; older ones carry it too. */
export const floorSecond = Date.UTC(2022, 2, 2, 23, 29, 4) / 1000;

/** When a snapshot was taken and what its files hold. */
export interface Moment {
  readonly number: number;
  /** How many snapshots come later. */
  readonly left: number;
  /** Name of the folder: the Wednesday on or before the day, as the weekly mirror has it. */
  readonly label: string;
  /** ISO day that the rows speak of. */
  readonly observedOn: string;
  /** The same in days since 1970. */
  readonly day: number;
  /** Second of the upstream commit, after the newest change of any row. */
  readonly committed: number;
  readonly revision: string;
  readonly era: Era;
  readonly ids: boolean;
}

/** The moments of all snapshots. */
export function momentsOf({ days, eras, withoutIds, seed }: Settled): Moment[] {
  const weeks = days.map((day) => iso(utcWednesday.floor(new Date(day)).getTime() / 1000));
  const labels = new Set(weeks).size === weeks.length ? weeks : days;
  return days.map((observedOn, number) => {
    const start = Date.parse(observedOn) / 1000;
    const name = eras[number];
    return {
      number,
      left: days.length - 1 - number,
      label: labels[number] ?? observedOn,
      observedOn,
      day: start / daySeconds,
      committed: start + 6 * 3600 + 600,
      revision: hexadecimal(seed, `revision ${number}`, 40),
      era: name ? eraNamed(name) : eraOf(observedOn),
      ids: !withoutIds.includes(number),
    };
  });
}

/** ISO day of a second since 1970. */
export function iso(second: number): string {
  return isoDay(Math.floor(second / daySeconds));
}

/** A naive timestamp that holds UTC, or null for no second. */
export function timestamp(second: number): string | null {
  if (Number.isNaN(second)) return null;
  const rest = second % daySeconds;
  const [hours, minutes, seconds] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${iso(second)} ${two(hours)}:${two(minutes)}:${two(seconds)}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

/** Seconds since 1970 of a moment in the form of JSON: `2026-05-20T06:10:00Z`. */
export function instant(second: number): string {
  return `${new Date(second * 1000).toISOString().slice(0, 19)}Z`;
}

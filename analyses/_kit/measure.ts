import type { Fact } from "./facts.ts";
import { units } from "./units.ts";

const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

/** Units of publications that facts have under another name, with what one of them is in the unit of facts. */
const aliases: Readonly<Record<string, readonly [unit: string, size: number]>> = {
  releases: ["models", 1],
  "models a day": ["models", 1],
  "downloads a day": ["downloads", 1],
  organisations: ["owners", 1],
  weeks: ["days", 7],
};

/** What a published unit measures, and what a number in it is multiplied by to be in the unit of facts. */
export interface Measure {
  /** Words of the units of facts; `share` for percent of something, `percent` where it may be a change too, `date` for days. */
  readonly of: string;
  readonly scale: number;
}

/** The measure of a published unit: shares are fractions, counts are whole. */
export function measureOf(unit: string): Measure {
  if (unit === "percent") return { of: "percent", scale: 0.01 };
  if (unit.startsWith("percent ")) return { of: "share", scale: 0.01 };
  if (/^times(?: \(|$)/.test(unit)) return { of: "times", scale: 1 };
  if (unit === "year" || unit === "month" || unit === "date") return { of: "date", scale: 1 };
  const [first = "", ...rest] = unit.split(" ");
  const scale = scales[first];
  const word = scale === undefined ? unit : rest.join(" ");
  const [alias, size] = aliases[word] ?? [word, 1];
  return { of: alias, scale: (scale ?? 1) * size };
}

/** Whether a fact is in a unit that the published one can be held against. */
export function measures({ of }: Measure, { unit }: Pick<Fact, "unit">): boolean {
  if (of === "share") return unit === "share";
  if (of === "percent") return unit === "share" || unit === "percent-more";
  return units[unit] === of && unit !== "points";
}

/** A day, month or year as publications are transcribed, 20260317, 202509 or 2025, in the form of days: 2026-03-17. */
export function dayOf(value: number): string {
  return String(value).replace(/^(\d{4})(\d{2})(\d{2})?$/, (_, year: string, month: string, day?: string) =>
    [year, month, ...(day === undefined ? [] : [day])].join("-"),
  );
}

import type { Fact } from "../facts.ts";
import { day, prose } from "../format.ts";
import { suffixes, type Unit, units } from "../units.ts";

/** Units whose differences are told in another: two percentages differ by percentage points. */
const differs: Readonly<Partial<Record<Unit, Unit>>> = { share: "points", "percent-more": "points" };

const dayLength = 86_400_000;

/**
 * How far a number moved, in its unit's own terms, with its sign: "+3.1 percentage points", "−120 models", "5 days later".
 *
 * Null where nothing can be said: the unit is another, or only one of the two is a day.
 */
export function differenceWords(old: Pick<Fact, "value" | "unit">, now: Pick<Fact, "value" | "unit">): string | null {
  if (old.unit !== now.unit) return null;
  if (typeof old.value === "string" || typeof now.value === "string")
    return typeof old.value === typeof now.value ? daysWords(String(old.value), String(now.value)) : null;
  return movedWords(now.value - old.value, now.unit);
}

/** A difference of two numbers of a unit, in words. */
export function movedWords(difference: number, unit: Unit): string {
  const told = differs[unit] ?? unit;
  if (unit === "rank")
    return signed(difference, Math.abs(difference) === 1 ? "1 place" : `${Math.abs(difference)} places`);
  const number = prose(Math.abs(difference), told);
  const noun = suffixes[told] === undefined && told !== "usd" && told !== "index" ? ` ${units[told]}` : "";
  return signed(difference, `${number}${noun}`);
}

function signed(difference: number, words: string): string {
  return difference === 0 ? "none" : `${difference > 0 ? "+" : "−"}${words}`;
}

function daysWords(old: string, now: string): string {
  const days = Math.round((Date.parse(now) - Date.parse(old)) / dayLength);
  if (Number.isNaN(days)) return `${old}, then ${now}`;
  const many = Math.abs(days);
  return days === 0 ? "none" : `${many} ${many === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`;
}

/** A value as a table of changes has it: with its unit or noun, or the day. */
export function valueWords({ value, unit }: Pick<Fact, "value" | "unit">): string {
  if (typeof value === "string") return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
  const said = suffixes[unit] !== undefined || unit === "rank" || unit === "index" || unit === "usd";
  return said ? prose(value, unit) : `${prose(value, unit)} ${units[unit]}`;
}

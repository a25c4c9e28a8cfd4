import type { Scale } from "@observablehq/plot";
import { instant } from "../marks.ts";

/** The scales of a drawing, by name. */
export interface Scales {
  scale(name: "x" | "y"): Scale | undefined;
}

const dated = /^(?:19|20)\d\d(?:-\d\d){0,2}$/;

/** Which axis shows time, if one does: a scale of instants, of years, or of days, months or years in a row. */
export function timeAxis(drawn: Scales): "x" | "y" | null {
  const found = (["x", "y"] as const).filter((name) => temporal(drawn.scale(name)));
  return found[0] ?? null;
}

function temporal(scale: Scale | undefined): boolean {
  const domain = [...(scale?.domain ?? [])];
  if (scale === undefined || domain.length < 2) return false;
  if (scale.type === "utc" || scale.type === "time") return true;
  if (domain.every((value) => typeof value === "number"))
    return scale.type === "linear" && domain.every((value) => value > 1950 && value < 2100);
  return domain.every((value) => value instanceof Date || dated.test(String(value)));
}

/** Pixels at which a day stands on an axis of time; null where the axis does not reach it. */
export function placeOf(scale: Scale, day: string): number | null {
  const domain = [...(scale.domain ?? [])];
  if (scale.type === "utc" || scale.type === "time") return inside(scale, instant(day), domain.map(Number));
  if (domain.every((value) => typeof value === "number")) return inside(scale, yearOf(day), domain);
  return between(scale, day, domain);
}

function inside(scale: Scale, value: Date | number, domain: readonly number[]): number | null {
  const reached = Number(value) >= Math.min(...domain) && Number(value) <= Math.max(...domain);
  return reached ? scale.apply(value) : null;
}

/** A day as a year with its part, 2024.5 for the middle of 2024. */
function yearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return year + (instant(day).getTime() - Date.UTC(year)) / (Date.UTC(year + 1) - Date.UTC(year));
}

/** On an axis of days, months or years in a row: before the first that begins then or later. */
function between(scale: Scale, day: string, domain: readonly unknown[]): number | null {
  const starts = domain.map((value) => (value instanceof Date ? value.toISOString() : `${value}-01-01`).slice(0, 10));
  const next = starts.findIndex((start) => start >= day);
  if (next < 0) return null;
  const [here, before] = [scale.apply(domain[next]), next === 0 ? null : scale.apply(domain[next - 1])];
  const width = scale.bandwidth ?? 0;
  return before === null ? here : (before + width + here) / 2;
}

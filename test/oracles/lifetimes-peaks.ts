import type { RawListed } from "./transformersjs-daily.ts";

/** What became of one model after its peak. */
export interface AfterPeak {
  readonly id: string;
  readonly author: string;
  readonly state: "first day" | "fell" | "held" | "at peak";
  readonly days: number;
  readonly fellOn: string;
  readonly top: number;
}

const dayMs = 86_400_000;

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** Known counts of each model up to a day, by day; counts of 0 are unknown. */
export function countsOf(
  rows: readonly RawListed[],
  until: string,
): Map<string, { author: string; on: [string, number][] }> {
  const models = new Map<string, { author: string; on: [string, number][] }>();
  for (const { id, author, day, downloads } of rows) {
    if (day > until || downloads === 0) continue;
    const own = models.get(id) ?? { author, on: [] };
    own.on.push([day, downloads]);
    models.set(id, own);
  }
  for (const { on } of models.values()) on.sort(([a], [b]) => (a < b ? -1 : 1));
  return models;
}

/** The mean of the counts of seven days up to each day. */
export function weekly(on: readonly [string, number][]): [string, number][] {
  return on.map(([day], i) => {
    let [sum, n] = [0, 0];
    for (let j = i; j >= 0; j -= 1) {
      const [other = "", count = 0] = on[j] ?? [];
      if (daysBetween(other, day) > 6) break;
      sum += count;
      n += 1;
    }
    return [day, sum / n];
  });
}

/** What became of each model after the first day of its highest count. */
export function afterPeaks(rows: readonly RawListed[], until: string, part = 0.5, smooth = false): AfterPeak[] {
  const found: AfterPeak[] = [];
  for (const [id, { author, on }] of countsOf(rows, until)) {
    const path = smooth ? weekly(on) : on;
    let [top, peak] = [0, 0];
    for (const [i, [, count]] of path.entries()) if (count > top) [top, peak] = [count, i];
    let fall = -1;
    for (let i = path.length - 1; i > peak; i -= 1) if ((path[i]?.[1] ?? 0) <= top * part) fall = i;
    const end = fall > 0 ? fall : path.length - 1;
    const state = peak === 0 ? "first day" : fall > 0 ? "fell" : end > peak ? "held" : "at peak";
    const days = daysBetween(path[peak]?.[0] ?? "", path[end]?.[0] ?? "");
    found.push({ id, author, state, days, fellOn: fall > 0 ? (path[fall]?.[0] ?? "") : "", top });
  }
  return found;
}

/** One watched life: how long, and whether it ended with the event. */
export interface Life {
  readonly days: number;
  readonly event: boolean;
  readonly author: string;
}

/** Lives of models whose peak was seen and that were listed after it. */
export function livesAfterPeak(found: readonly AfterPeak[]): Life[] {
  return found
    .filter(({ state }) => state === "fell" || state === "held")
    .map(({ days, state, author }) => ({ days, event: state === "fell", author }));
}

/** Kaplan and Meier's share that lasts beyond an age, one age after the other. */
export function lasting(lives: readonly Life[], age: number): number {
  const ages = [...new Set(lives.filter(({ event }) => event).map(({ days }) => days))].sort((a, b) => a - b);
  let survival = 1;
  for (const at of ages) {
    if (at > age) break;
    let [risk, events] = [0, 0];
    for (const { days, event } of lives) {
      if (days >= at) risk += 1;
      if (days === at && event) events += 1;
    }
    survival *= 1 - events / risk;
  }
  return survival;
}

/** The first age at which the share that lasts is one half or less; null where that is not reached. */
export function medianLife(lives: readonly Life[]): number | null {
  const ages = [...new Set(lives.filter(({ event }) => event).map(({ days }) => days))].sort((a, b) => a - b);
  for (const age of ages) if (lasting(lives, age) <= 0.5 + 1e-12) return age;
  return null;
}

/** The interval of a median by leaving out each author in turn: the ages at which the curve's own limits reach one half. */
export function medianInterval(lives: readonly Life[]): { lower: number | null; upper: number | null } {
  const authors = [...new Set(lives.map(({ author }) => author))];
  const without = authors.map((left) => lives.filter(({ author }) => author !== left));
  const ages = [...new Set(lives.filter(({ event }) => event).map(({ days }) => days))].sort((a, b) => a - b);
  let [lower, upper] = [null as number | null, null as number | null];
  for (const age of ages) {
    const survival = lasting(lives, age);
    const others = without.map((some) => lasting(some, age));
    const mean = others.reduce((sum, one) => sum + one, 0) / others.length;
    const squares = others.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const error = Math.sqrt((squares * (authors.length - 1)) / authors.length);
    const reach = Math.exp((1.959963984540054 * error) / (survival * -Math.log(survival)));
    if (lower === null && survival ** reach <= 0.5) lower = age;
    if (upper === null && survival ** (1 / reach) <= 0.5) upper = age;
  }
  return { lower, upper };
}

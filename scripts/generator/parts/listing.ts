import type { Moment } from "./calendar.ts";
import { at, type Population, status } from "./population.ts";

/** Numbers of the repositories that a snapshot lists, trending ones first; the first one changed just before. */
export function listing(of: Population, { committed }: Moment, trending: (i: number) => number): number[] {
  const [high, rest]: [number[], number[]] = [[], []];
  for (let i = 0; i < of.size; i++) if (at(of.status, i) === status.listed) (trending(i) > 0 ? high : rest).push(i);
  const all = [...ranked(high, trending)];
  for (const i of rest) all.push(i);
  const [newest] = all;
  if (newest !== undefined) of.modified[newest] = committed - 600;
  return all;
}

function ranked(numbers: readonly number[], trending: (i: number) => number): number[] {
  const scores = new Map(numbers.map((i) => [i, trending(i)]));
  return numbers.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
}

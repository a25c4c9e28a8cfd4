import type { Spell } from "./spell.ts";

/** An age, how many things were at risk at it, and how many had the event. */
export interface RiskSet {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
}

/**
 * Who was at risk at some ages, in rising order; by default at every age at which an event happened. At risk are those
 * that entered before the age and left at it or later.
 */
export function riskSets(spells: readonly Spell[], ages: readonly number[] = eventAges(spells)): RiskSet[] {
  const events = new Map<number, number>();
  for (const { exit, event, n = 1 } of spells) if (event) events.set(exit, (events.get(exit) ?? 0) + n);
  const entered = counter(spells.map(({ entry = 0, n = 1 }) => [entry, n]));
  const left = counter(spells.map(({ exit, n = 1 }) => [exit, n]));
  return ages.map((time) => ({ time, atRisk: entered(time) - left(time), events: events.get(time) ?? 0 }));
}

function eventAges(spells: readonly Spell[]): number[] {
  const happened = spells.filter(({ event, n = 1 }) => event && n > 0);
  return [...new Set(happened.map(({ exit }) => exit))].sort((a, b) => a - b);
}

/** Counts what lies before an age, for ages in rising order. */
function counter(marks: (readonly [number, number])[]): (age: number) => number {
  const ordered = marks.sort(([a], [b]) => a - b);
  let [at, count] = [0, 0];
  return (age) => {
    for (let mark = ordered[at]; mark !== undefined && mark[0] < age; mark = ordered[++at]) count += mark[1];
    return count;
  };
}

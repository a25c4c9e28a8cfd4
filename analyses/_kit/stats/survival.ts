import type { Bounds } from "../facts.ts";
import { z95 } from "./normal.ts";
import { checkSpells, type Spell } from "./spell.ts";

/** The curve from one event time up to the next. */
export interface SurvivalStep {
  /** Age of the event, in the unit of the spells. */
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** Share that survives beyond this age. */
  readonly survival: number;
  /** Greenwood's variance of it; NaN once nothing survives. */
  readonly variance: number;
  /** 95 percent, on the scale of log(-log S); NaN once nothing survives. */
  readonly interval: Bounds;
}

/**
 * Kaplan-Meier estimate with late entry and right censoring: a step for each age at which an event happens, none before
 * the first. At risk at an age are those that entered before it and left at it or later, so that an event comes before
 * the censorings of its age, and those that enter at it are not yet there. Once all at risk have the event, nothing
 * survives, for good: with late entry that can happen early, while few are there, so read `atRisk`, or let all enter
 * later, and say that the curve is of those that reach that age. The variance takes spells as independent; where they
 * come in clusters, such as authors, use `jackknife`.
 */
export function kaplanMeier(spells: readonly Spell[]): SurvivalStep[] {
  checkSpells(spells);
  const steps: SurvivalStep[] = [];
  let [survival, greenwood] = [1, 0];
  for (const { time, atRisk, events } of risks(spells)) {
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const variance = survival === 0 ? Number.NaN : survival ** 2 * greenwood;
    steps.push({ time, atRisk, events, survival, variance, interval: logLog(survival, Math.sqrt(variance)) });
  }
  return steps;
}

/**
 * Share that survives beyond an age; 1 before the first event. Beyond the last spell it is not known: ask no further.
 */
export function survivalAt(steps: readonly SurvivalStep[], time: number): number {
  return steps.findLast((step) => step.time <= time)?.survival ?? 1;
}

/** Interval of 95 percent, on the scale of log(-log S), for a survival strictly between 0 and 1; NaN for others. */
export function logLog(survival: number, standardError: number): Bounds {
  if (!(survival > 0 && survival < 1)) return { lower: Number.NaN, upper: Number.NaN };
  const reach = Math.exp((z95 * standardError) / (survival * -Math.log(survival)));
  return { lower: survival ** reach, upper: survival ** (1 / reach) };
}

/** Ages of events, how many were at risk and how many had it, in one sweep over entries, exits and events. */
function risks(spells: readonly Spell[]): { time: number; atRisk: number; events: number }[] {
  const events = new Map<number, number>();
  for (const { exit, event, n = 1 } of spells) if (event && n > 0) events.set(exit, (events.get(exit) ?? 0) + n);
  const entered = counter(spells.map(({ entry = 0, n = 1 }) => [entry, n]));
  const left = counter(spells.map(({ exit, n = 1 }) => [exit, n]));
  const ages = [...events].sort(([a], [b]) => a - b);
  return ages.map(([time, had]) => ({ time, atRisk: entered(time) - left(time), events: had }));
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

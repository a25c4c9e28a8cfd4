import type { Bounds } from "../facts.ts";
import { z95 } from "./normal.ts";
import { type RiskSet, riskSets } from "./risk-set.ts";
import { checkSpells, type Spell } from "./spell.ts";

/** The curve from one event time up to the next. */
export interface SurvivalStep extends RiskSet {
  /** Share that survives beyond this age. */
  readonly survival: number;
  /** Greenwood's variance of it, unless said otherwise; NaN once nothing survives. */
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
 * come in clusters, such as authors, use `clusteredKaplanMeier`.
 */
export function kaplanMeier(spells: readonly Spell[]): SurvivalStep[] {
  checkSpells(spells);
  const steps: SurvivalStep[] = [];
  let [survival, greenwood] = [1, 0];
  for (const { time, atRisk, events } of riskSets(spells)) {
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

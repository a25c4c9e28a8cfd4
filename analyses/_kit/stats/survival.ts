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

/** Share of things that survive beyond each age, as far as anybody watched. */
export interface SurvivalCurve {
  /** One for each age at which an event happened, none before the first. */
  readonly steps: readonly SurvivalStep[];
  /** Age up to which anything was watched; 0 when nothing was. Beyond it the curve is not known. */
  readonly until: number;
}

/**
 * Kaplan-Meier estimate with late entry and right censoring. At risk at an age are those that entered before it and
 * left at it or later, so that an event comes before the censorings of its age, and those that enter at it are not yet
 * there. Once all at risk have the event, nothing survives, for good: with late entry that can happen early, while few
 * are there, so read `atRisk`, or let all enter later, and say that the curve is of those that reach that age. The
 * variance takes spells as independent; where they come in clusters, such as authors, use `clusteredKaplanMeier`.
 */
export function kaplanMeier(spells: readonly Spell[]): SurvivalCurve {
  checkSpells(spells);
  const steps: SurvivalStep[] = [];
  let [survival, greenwood] = [1, 0];
  for (const { time, atRisk, events } of riskSets(spells)) {
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const variance = survival === 0 ? Number.NaN : survival ** 2 * greenwood;
    steps.push({ time, atRisk, events, survival, variance, interval: logLog(survival, Math.sqrt(variance)) });
  }
  const watched = spells.filter(({ n = 1 }) => n > 0);
  return { steps, until: watched.reduce((age, { exit }) => Math.max(age, exit), 0) };
}

/** Share that survives beyond an age; 1 before the first event, NaN beyond what was watched unless nothing survives. */
export function survivalAt({ steps, until }: SurvivalCurve, time: number): number {
  const survival = steps.findLast((step) => step.time <= time)?.survival ?? 1;
  return survival > 0 && !(time <= until) ? Number.NaN : survival;
}

/** Interval of 95 percent, on the scale of log(-log S), for a survival strictly between 0 and 1; NaN for others. */
export function logLog(survival: number, standardError: number): Bounds {
  if (!(survival > 0 && survival < 1)) return { lower: Number.NaN, upper: Number.NaN };
  const reach = Math.exp((z95 * standardError) / (survival * -Math.log(survival)));
  return { lower: survival ** reach, upper: survival ** (1 / reach) };
}

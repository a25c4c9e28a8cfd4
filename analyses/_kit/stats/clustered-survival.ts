import { group } from "d3";
import { riskSets } from "./risk-set.ts";
import type { Spell } from "./spell.ts";
import { kaplanMeier, logLog, type SurvivalCurve, type SurvivalStep } from "./survival.ts";

/**
 * The Kaplan-Meier curve of `kaplanMeier`, with variances and intervals that allow for clusters, such as the models of
 * an author: by leaving out one cluster after the other, as `jackknife` does, but in one pass over each cluster's own
 * spells. Read by `lifetime` it gives a median whose interval allows for them too. From an age at which one cluster
 * alone is at risk, variances are NaN: without it nobody knows. An error of fewer than two clusters.
 */
export function clusteredKaplanMeier<S extends Spell>(
  spells: readonly S[],
  clusterOf: (spell: S) => string,
): SurvivalCurve {
  const { steps, until } = kaplanMeier(spells);
  const clusters = [...group(spells, clusterOf).values()];
  const count = clusters.length;
  if (count < 2) throw new RangeError(`${count} clusters: leaving one out needs at least two`);
  const moments = steps.map(() => ({ sum: 0, squares: 0 }));
  for (const own of clusters) addLeftOut(moments, steps, own);
  const clustered = steps.map((step, i) => {
    const { sum, squares } = moments[i] ?? { sum: 0, squares: 0 };
    const variance = step.survival === 0 ? Number.NaN : Math.max(0, squares - sum ** 2 / count) * (1 - 1 / count);
    return { ...step, variance, interval: logLog(step.survival, Math.sqrt(variance)) };
  });
  return { steps: clustered, until };
}

/** Adds how far the curve without a cluster lies from that of all, and its square, at each step. */
function addLeftOut(
  moments: { sum: number; squares: number }[],
  steps: readonly SurvivalStep[],
  own: readonly Spell[],
): void {
  const ages = steps.map(({ time }) => time);
  let survival = 1;
  for (const [i, { atRisk, events }] of riskSets(own, ages).entries()) {
    const [all, moment] = [steps[i], moments[i]];
    if (all === undefined || moment === undefined) continue;
    const others = all.atRisk - atRisk;
    survival *= others > 0 ? 1 - (all.events - events) / others : Number.NaN;
    moment.sum += survival - all.survival;
    moment.squares += (survival - all.survival) ** 2;
  }
}

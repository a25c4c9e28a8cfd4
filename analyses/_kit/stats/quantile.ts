/**
 * Weighted quantile: the smallest value whose cumulative weight reaches the part `p` of all weight; NaN where there is
 * none. Values of equal size count together, so that ties do not depend on their order.
 */
export function weightedQuantile(values: readonly number[], weights: readonly number[], p: number): number {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  for (const i of order) {
    below += weights[i] ?? 0;
    if (below > 0 && below >= p * whole * (1 - 1e-12)) return values[i] ?? Number.NaN;
  }
  return Number.NaN;
}

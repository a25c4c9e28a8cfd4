/**
 * Weighted quantile: the smallest value whose cumulative weight reaches the part `p` of all weight; NaN where there is
 * none. Values of equal size count together, so that ties do not depend on their order. The two columns of a frequency
 * table, value and n, are values and weights: then it is the plain quantile of the listing. Weights have any unit; one
 * that is negative or unknown is an error, as is a p outside 0 to 1.
 */
export function weightedQuantile(values: readonly number[], weights: readonly number[], p: number): number {
  check(values, weights, p);
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  for (const i of order) {
    below += weights[i] ?? 0;
    if (below > 0 && below >= p * whole * (1 - 1e-12)) return values[i] ?? Number.NaN;
  }
  return Number.NaN;
}

function check(values: readonly number[], weights: readonly number[], p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`the quantile at ${p}: p is a fraction between 0 and 1`);
  if (values.length !== weights.length) {
    throw new RangeError(`${values.length} values have ${weights.length} weights: give each value one`);
  }
  const wrong = weights.find((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (wrong !== undefined) throw new RangeError(`a weight of ${wrong}: weights are finite and never negative`);
  const unknown = values.find((value) => Number.isNaN(value));
  if (unknown !== undefined) throw new RangeError("a value is not a number: leave out what is unknown");
}

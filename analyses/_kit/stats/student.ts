/**
 * Standard errors either side of an estimate that hold 95 percent of Student's distribution, for a whole number of
 * degrees of freedom; NaN below one. By halving, on the finite series for P(|T| <= t) of Abramowitz and Stegun, 26.7.3
 * and 26.7.4.
 */
export function student95(degrees: number): number {
  if (!(Number.isInteger(degrees) && degrees >= 1)) return Number.NaN;
  let [low, high] = [0, 13];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (within(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return high;
}

/** P(|T| <= t). */
function within(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const odd = degrees % 2 === 1;
  let [term, sum] = odd ? [Math.cos(angle), 0] : [1, 0];
  for (let k = odd ? 1 : 0; k <= degrees - 2; k += 2) {
    sum += term;
    term *= (Math.cos(angle) ** 2 * (k + 1)) / (k + 2);
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

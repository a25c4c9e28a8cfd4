import type { Bounds } from "../facts.ts";
import { z95 } from "./normal.ts";

/**
 * Wilson's score interval, 95 percent, for the share that a random sample estimates, as fractions: `hits` of `n` drawn.
 * Not for a complete population, whose share has no sampling error. NaN of nothing drawn; an error when the hits are
 * not whole numbers from 0 to n.
 */
export function wilson(hits: number, n: number): Bounds {
  if (!(Number.isInteger(hits) && Number.isInteger(n) && hits >= 0 && hits <= n)) {
    throw new RangeError(`${hits} of ${n} drawn: both are whole numbers, and the hits are among the drawn`);
  }
  if (n === 0) return { lower: Number.NaN, upper: Number.NaN };
  const share = hits / n;
  const middle = (share + z95 ** 2 / (2 * n)) / (1 + z95 ** 2 / n);
  const reach = (z95 * Math.sqrt((share * (1 - share)) / n + (z95 / (2 * n)) ** 2)) / (1 + z95 ** 2 / n);
  return { lower: hits === 0 ? 0 : middle - reach, upper: hits === n ? 1 : middle + reach };
}

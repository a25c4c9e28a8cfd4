import type { RunRow } from "../training.ts";

/** Smaller runs, FLOP, are left out: three a year and kind of access are more than enough. */
const leastDrawn = 1e20;

/** The largest runs by year and kind of access, from 2019 on. */
export function trainingFrame(runs: readonly RunRow[]) {
  return runs
    .filter(({ year, flop }) => year >= 2019 && flop >= leastDrawn)
    .map(({ year, place, model, weights, countries, published_on, flop, flop_least, flop_most, confidence }) => ({
      published_on,
      model,
      weights,
      countries,
      year,
      place,
      flop,
      flop_least,
      flop_most,
      confidence,
    }));
}

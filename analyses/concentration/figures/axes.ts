import * as Plot from "@observablehq/plot";

/** A quiet axis at the top with a grid below it: tick labels without ticks. */
export function topAxis(ticks: readonly number[], format: (value: number) => string): Plot.Markish[] {
  return [
    Plot.gridX(ticks, { stroke: "var(--rule)", strokeOpacity: 1 }),
    Plot.axisX(ticks, { anchor: "top", tickFormat: format, tickSize: 0, color: "var(--quiet)", label: null }),
  ];
}

/** Powers of ten from one up to a number. */
export function powersTo(most: number): number[] {
  return Array.from({ length: Math.floor(Math.log10(Math.max(most, 1))) + 1 }, (_, i) => 10 ** i);
}

/** Fractions at which an axis of shares has ticks. */
export const shareTicks = [0, 0.25, 0.5, 0.75, 1] as const;

/** Words in ink on a halo of paper, so that they read over lines. */
export const inked = { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 } as const;

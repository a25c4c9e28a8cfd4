import * as Plot from "@observablehq/plot";
import { label } from "#kit/format.ts";

/** Words in ink on a halo of paper, so that they read over lines. */
export const inked = { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 } as const;

/** The same in the quiet tone. */
export const quiet = { ...inked, fill: "var(--quiet)" } as const;

/** A quiet axis at the top with a grid below it: tick labels without ticks. */
export function topAxis(ticks: readonly number[], format: (value: number) => string): Plot.Markish[] {
  return [
    Plot.gridX(ticks, { stroke: "var(--rule)", strokeOpacity: 1 }),
    Plot.axisX(ticks, { anchor: "top", tickFormat: format, tickSize: 0, color: "var(--quiet)", label: null }),
  ];
}

/** Powers of ten from one up to a number. */
export function powersTo(most: number): number[] {
  return Array.from({ length: Math.floor(Math.log10(Math.max(most, 1)) + 1e-9) + 1 }, (_, i) => 10 ** i);
}

const grouped = new Intl.NumberFormat("en-GB");

/** A place: 1, 25, 5,900. */
export const place = (value: number): string => grouped.format(value);

/** A share as ticks have it. */
export const percent = (value: number): string => label(value, "share");

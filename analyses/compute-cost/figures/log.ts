import * as Plot from "@observablehq/plot";

/** Vertical grid lines of a logarithmic axis with their labels on top. */
export function logAxis(ticks: readonly number[], format: (value: number) => string): Plot.Markish[] {
  return [
    Plot.gridX(ticks, { stroke: "var(--rule)", strokeOpacity: 1 }),
    Plot.axisX(ticks, { anchor: "top", tickFormat: format, tickSize: 0, color: "var(--quiet)", label: null }),
  ];
}

/** Powers of ten, times the given steps, inside a domain. */
export function logTicks([low, high]: readonly [number, number], steps: readonly number[] = [1]): number[] {
  const from = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - from + 1 }, (_, i) => from + i);
  const all = powers.flatMap((power) => steps.map((step) => Number((step * 10 ** power).toPrecision(12))));
  return all.filter((tick) => tick >= low && tick <= high);
}

/** Domain of a logarithmic axis with room on both sides: factors below the least and above the greatest value. */
export function logDomain(values: readonly number[], below = 1.3, above = below): [number, number] {
  return [Math.min(...values) / below, Math.max(...values) * above];
}

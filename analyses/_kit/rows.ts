import * as Plot from "@observablehq/plot";
import type { Size } from "./figure.ts";

/** How a chart of named rows is laid out. */
export interface RowsOptions {
  /** Values of the grid lines. */
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  readonly x: Plot.ScaleOptions;
  /** Room for the names at the left of a wide drawing, in pixels. */
  readonly names: number;
  /** Room at the right, in pixels. */
  readonly right: number;
}

/** Words inside the plot, on a halo of paper. */
export const words = { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 } as const;

/** Rows with their names at the left, above each row on a phone, and quiet grid lines with values on top. */
export function rowChart(
  names: readonly string[],
  size: Size,
  options: RowsOptions,
  marks: Plot.Markish[],
): Plot.PlotOptions {
  const { ticks, format, x, names: room, right } = options;
  return {
    height: 34 + names.length * (size.phone ? 46 : 26),
    marginLeft: size.phone ? 22 : room,
    marginRight: size.phone ? Math.max(24, right) : right,
    marginTop: 26,
    insetTop: size.phone ? 16 : 0,
    marginBottom: 6,
    x: { ...x, axis: null },
    y: { domain: [...names], axis: null, padding: 0.4 },
    color: { type: "identity" },
    marks: [
      Plot.gridX(ticks, { stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.axisX(ticks, { anchor: "top", tickFormat: format, tickSize: 0, color: "var(--quiet)", label: null }),
      Plot.text(names, {
        y: (name: string) => name,
        text: (name: string) => name,
        frameAnchor: "left",
        textAnchor: size.phone ? "start" : "end",
        dx: size.phone ? -22 : -12,
        dy: size.phone ? -21 : 0,
        ...words,
      }),
      ...marks,
    ],
  };
}

/** Room above a bar, in pixels: on a phone its name stands there. */
export function above({ phone }: Size): number {
  return phone ? 8 : 0;
}

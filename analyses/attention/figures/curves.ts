import * as Plot from "@observablehq/plot";
import type { Size } from "#kit/figure.ts";
import { endLabels, valueAxis } from "#kit/marks.ts";
import { depths } from "../overlap.ts";
import { percent, place } from "./axes.ts";

/** A point of a curve of overlaps. */
export interface CurveRow {
  readonly depth: number;
  readonly part: number;
}

/** How a curve is drawn. */
export interface Stroke<R> {
  readonly name: string;
  readonly rows: readonly R[];
  readonly stroke: string;
  readonly dash: string;
}

/** Shares of two top lists that are the same, by how deep they go: a line each, with its name at its end. */
export function overlapCurves<R extends CurveRow>(
  strokes: readonly Stroke<R>[],
  { phone }: Size,
  more: readonly Plot.Markish[] = [],
): Plot.PlotOptions {
  const ends = strokes.flatMap(({ name, rows }) =>
    rows.slice(-1).map(({ part }) => ({
      x: 100 as unknown as Date,
      y: part,
      text: phone ? name.replace(/ (?=\S+$)/, "\n") : name,
    })),
  );
  return {
    height: phone ? 330 : 360,
    marginLeft: 54,
    marginRight: phone ? 120 : 210,
    marginBottom: 44,
    marginTop: 20,
    x: { domain: [1, 100] },
    y: { domain: [0, 1], label: null },
    marks: [
      ...valueAxis([0, 0.25, 0.5, 0.75, 1], percent),
      Plot.axisX([1, ...depths], {
        ...{
          tickFormat: place,
          tickSize: 4,
          tickPadding: 6,
          stroke: null,
          color: "var(--quiet)",
          labelAnchor: "center",
          label: "first models compared",
          labelArrow: "none",
        },
      }),
      ...strokes.flatMap(({ rows, stroke, dash }) => [
        Plot.lineY(rows, { x: "depth", y: "part", stroke, strokeWidth: 2.25, strokeDasharray: dash }),
        Plot.dot(
          rows.filter(({ depth }) => depths.some((one) => one === depth)),
          { x: "depth", y: "part", r: 3.5, fill: stroke },
        ),
      ]),
      ...more,
      endLabels(ends, phone ? 0.13 : 0.07),
    ],
  };
}

import * as Plot from "@observablehq/plot";
import type { Size } from "#kit/figure.ts";
import { label, month } from "#kit/format.ts";
import { inked, shareTicks, topAxis } from "./axes.ts";

/** One population with a share, published or computed here. */
export interface PopulationRow {
  readonly population: string;
  readonly origin: string;
  readonly counter: string;
  readonly period: string;
  readonly share: number;
}

/** Where a row stands on the axis of populations. */
export const key = (row: PopulationRow): string => `${row.population} ${row.counter} ${row.period}`;

/** The population with its counter and day, on one line or on two. */
export function named({ population, origin, counter, period }: PopulationRow, between = ", "): string {
  if (origin === "published") return `${population}${between}${counter}, ${period}`;
  return `${population}${between}${counter === "30 days" ? "30 days to" : `${counter} to`} ${month(period)}`;
}

const fill = (row: PopulationRow): string => (row.origin === "published" ? "var(--paper)" : "var(--ink)");

/** Dots on an axis of shares, one row a population: names at the left, above each row on a phone; values at `end`. */
export function populationRows<R extends PopulationRow>(
  rows: readonly R[],
  { phone }: Size,
  between: readonly Plot.Markish[] = [],
  end: (row: R) => number = ({ share }) => share,
): Plot.PlotOptions {
  return {
    height: 34 + rows.length * (phone ? 62 : 44),
    marginLeft: phone ? 14 : 250,
    marginRight: phone ? 60 : 64,
    marginTop: 26,
    insetTop: phone ? 14 : 0,
    marginBottom: 8,
    x: { domain: [0, 1] },
    y: { domain: rows.map(key), axis: null, padding: 0.5 },
    marks: [
      ...topAxis(shareTicks, (tick) => label(tick, "share")),
      Plot.link(rows, { x1: () => 0, x2: "share", y: key, stroke: "var(--rule)", strokeWidth: 2 }),
      ...between,
      Plot.dot(rows, { x: "share", y: key, r: 5, fill, stroke: "var(--ink)", strokeWidth: 2 }),
      Plot.text(rows, {
        ...{
          y: key,
          text: (row: R) => named(row, phone ? ", " : "\n"),
          frameAnchor: "left",
          lineHeight: 1.25,
          ...inked,
        },
        ...(phone ? { textAnchor: "start", dx: -14, dy: -20 } : { textAnchor: "end", dx: -10 }),
      }),
      Plot.text(rows, {
        ...{ x: end, y: key, text: (row: R) => label(row.share, "share"), textAnchor: "start", dx: 10, ...inked },
      }),
    ],
  };
}

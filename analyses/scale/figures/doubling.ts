import * as Plot from "@observablehq/plot";
import { max, ticks } from "d3";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { bare } from "#kit/format.ts";
import { instant, valueAxis } from "#kit/marks.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { date, float, nullable, text } from "#loaders/schema/column.ts";
import { wording } from "../wording.ts";
import { colourOfKind, lastOf, yearAxis } from "./marks.ts";

const columns = {
  from: date("First day"),
  to: date("Last day"),
  kind: text("Kind of repository"),
  origin: text("fitted: to a window of a year; published: from two published totals"),
  months: float("Doubling time", "months"),
  lower: nullable(float("Lower end of the confidence interval of the fit; null without a fit", "months")),
  upper: nullable(float("Upper end of the confidence interval of the fit; null without a fit", "months")),
};

type Row = FrameRow<typeof columns>;

const said = { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 } as const;

/** Doubling times: fits to windows of a year, and what pairs of published totals give. */
export const doublingTimes = defineFigure({
  id: "doubling-times",
  title: (rows, { fact }) => {
    const last = rows.filter(({ origin }) => origin === "published").at(-1);
    return say`Doubling time of models: ${fact("models-doubling")} by a fit, ${show.value(last?.months ?? 0, "months")} between published totals`;
  },
  subtitle: (_rows, { basis }) =>
    say`Doubling time in months, at a steady rate. Lines: a model, fitted to repositories ${nameText(wording(basis).of)} over each window of a year, by its end. Dotted: between two published totals of models`,
  reading: say`A point of a line is a fit to the year that ends there, its band the interval of the fit. A dotted bar joins two published totals, as if growth were steady in between. Lines and bars rest on different counts.`,
  assumptions: () => [
    say`Growth within a window is taken as steady: a straight line through the logarithms of the totals at the ends of months, by least squares.`,
    say`The intervals take deviations from that line as independent. Those of a running total are not, so the bands are too narrow; the spread between windows says more.`,
  ],
  sensitivity: (_rows, { fact }) =>
    fact("models-doubling").variants.map(({ label: name, value }) => ({
      label: say`Models, ${nameText(name)}`,
      value: show.value(value, "months"),
    })),
  columns,
  n: "repositories-listed",
  time: { on: "to", counts: ["models", "datasets", "created"], members: "fixed" },
  plot: (rows, size) => {
    const [fits, bars] = ["fitted", "published"].map((is) => rows.filter(({ origin }) => origin === is)) as [
      Row[],
      Row[],
    ];
    const x = ({ to }: Row): Date => instant(to);
    const stroke = ({ kind }: Row): string => colourOfKind(kind);
    const top = Math.ceil(max(rows, ({ months, upper }) => Math.max(months, upper ?? 0)) ?? 1) + 1;
    const ends = bars.flatMap(({ from, to, months, kind }) => [from, to].map((on) => ({ on, months, kind })));
    return {
      height: 360,
      marginLeft: 34,
      marginRight: 24,
      x: { type: "utc", label: null },
      y: { domain: [0, top], label: null },
      marks: [
        ...valueAxis(ticks(0, top, 5), String),
        yearAxis([...fits.map(({ to }) => to), ...ends.map(({ on }) => on)], size),
        Plot.areaY(fits, { x, y1: "lower", y2: "upper", z: "kind", fill: stroke, fillOpacity: 0.18 }),
        Plot.lineY(fits, { x, y: "months", z: "kind", stroke, strokeWidth: 2.25 }),
        Plot.link(bars, {
          x1: ({ from }: Row) => instant(from),
          x2: x,
          y: "months",
          stroke,
          strokeWidth: 2.25,
          strokeDasharray: "2 3",
        }),
        Plot.dot(ends, {
          x: ({ on }) => instant(on),
          y: "months",
          symbol: "diamond",
          r: 4,
          stroke: ({ kind }) => colourOfKind(kind),
          fill: "var(--paper)",
        }),
        Plot.text(bars, {
          x: middle,
          y: "months",
          text: ({ months }: Row) => bare(months, "months"),
          dy: -12,
          ...said,
        }),
        ...lastOf(fits, ({ to }) => to).map((row) =>
          Plot.text([row], {
            x,
            y: "months",
            text: () => `${row.kind} ${bare(row.months, "months")}`,
            textAnchor: row.kind === "Models" ? "end" : "start",
            dx: row.kind === "Models" ? 0 : 6,
            dy: row.kind === "Models" ? -14 : 8,
            fontWeight: 600,
            ...said,
          }),
        ),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Line chart of doubling times in months: models at ${fact("models-doubling")} by a fit to the last year, beside published totals.`,
    long: merge(
      [
        ...lastOf(
          rows.filter(({ origin }) => origin === "fitted"),
          ({ to }) => to,
        ).map(
          (row) =>
            say`Fitted to the year to ${show.day(row.to)}: ${nameText(row.kind.toLowerCase())}, ${show.value(row.months, "months")}.`,
        ),
        ...rows
          .filter(({ origin }) => origin === "published")
          .map(
            (row) =>
              say`Between the published totals of ${show.day(row.from)} and ${show.day(row.to)}: ${nameText(row.kind.toLowerCase())}, ${show.value(row.months, "months")}.`,
          ),
      ],
      " ",
    ),
  }),
});

function middle({ from, to }: Row): Date {
  return new Date((Date.parse(from) + Date.parse(to)) / 2);
}

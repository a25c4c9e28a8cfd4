import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { level } from "../spells.ts";
import { inked, sixWeekRule } from "./marks.ts";

const columns = {
  measure: text("Measure"),
  days: float("Days", "days"),
  lower: nullable(float("Lower end of the interval", "days")),
  upper: nullable(float("Upper end of the interval", "days")),
  side: text("Six weeks: holds, when they lie within the interval, or longer or shorter"),
  models: int("Models, or discussions"),
  observed_on: date("Evidence to"),
};

type Row = FrameRow<typeof columns>;

const ticks = [7, 15, 30, 60, 120, 240];

/** Every measure of how long attention lasts, beside six weeks. */
export const attention = defineFigure({
  id: "attention",
  title: (_, { fact }) =>
    say`${brief(fact("six-weeks"))} days lie within the interval of ${brief(fact("measures-hold"))} of ${brief(fact("measures"))} measures`,
  subtitle: (_, { fact }) =>
    say`Days by each measure of how long attention to a model lasts, logarithmic axis, with intervals of ${nameText(level)} that allow for authors. Peaks are of embedding models in a daily list, to ${show.day(fact("peak-half").basis.asOf)}; releases and discussions are those of crawled namespaces, to ${show.day(fact("release-half").basis.asOf)}`,
  reading: ({ fact }) =>
    say`A dot is the measure, the line through it its interval. Filled dots have ${brief(fact("six-weeks"))} days within their interval.`,
  assumptions: () => [
    say`Models are released in the middle of the gap between the crawl that lists them first and the one before.`,
    say`Authors are a sample of authors; no interval allows for how the two populations were chosen.`,
  ],
  sensitivity: (_, { fact }) =>
    fact("discussion-mean-age")
      .variants.slice(0, 2)
      .map((variant) => ({
        label: nameText(`Mean age of a discussion, ${variant.label}`),
        value: say`${show.value(variant.value, "days")} days`,
      })),
  columns,
  n: "measures",
  plot: (rows, size) => {
    const row = size.phone ? 46 : 34;
    const y = ({ measure }: Row): string => measure;
    const ends = rows.flatMap(({ days, lower, upper }) => [days, lower ?? days, upper ?? days]);
    const domain = [Math.min(7, ...ends) * 0.9, Math.max(200, ...ends) * 1.15];
    return {
      height: 64 + rows.length * row,
      marginLeft: size.phone ? 8 : 290,
      marginRight: size.phone ? 46 : 56,
      marginTop: 30,
      marginBottom: 28,
      x: { type: "log", domain },
      y: { domain: rows.map(y), axis: null, padding: 0.4 },
      marks: [
        Plot.gridX(ticks, { stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.axisX(ticks, {
          ...{ anchor: "top", text: (tick: number) => String(tick), tickSize: 0 },
          ...{ color: "var(--quiet)", label: null },
        }),
        ...sixWeekRule(null),
        Plot.link(
          rows.filter(({ lower }) => lower !== null),
          {
            ...{ x1: "lower", x2: "upper", y1: y, y2: y, stroke: "var(--ink)", strokeWidth: 2 },
          },
        ),
        Plot.dot(rows, {
          ...{ x: "days", y, r: 5, stroke: "var(--ink)", strokeWidth: 1.5 },
          fill: ({ side }: Row) => (side === "holds" ? "var(--ink)" : "var(--paper)"),
        }),
        Plot.text(rows, {
          ...{ y, text: y, frameAnchor: "left", ...inked },
          ...(size.phone ? { textAnchor: "start", dy: -16 } : { textAnchor: "end", dx: -12 }),
        }),
        Plot.text(rows, {
          ...{ x: ({ days, upper }: Row) => upper ?? days, y, textAnchor: "start", dx: 9, ...inked },
          text: ({ days }: Row) => label(Math.round(days), "days"),
        }),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of ${fact("measures")} measures of attention in days; ${fact("six-weeks")} days lie within the interval of ${fact("measures-hold")}.`,
    long: merge(
      rows.map((row) =>
        row.lower === null || row.upper === null
          ? say`${nameText(row.measure)}: ${show.value(row.days, "days")} days.`
          : say`${nameText(row.measure)}: ${show.value(row.days, "days")} days, ${show.between(row.lower, row.upper, "days")}.`,
      ),
      " ",
    ),
  }),
});

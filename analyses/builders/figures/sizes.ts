import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { rowChart } from "#kit/rows.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { float, text } from "#loaders/schema/column.ts";

const columns = {
  family: text("Family"),
  least: float("Parameters, smallest of its models", "parameters"),
  median: float("Parameters, median of its models", "parameters"),
  most: float("Parameters, largest of its models", "parameters"),
  permissive: float("Share of its models under a permissive licence", "share"),
};

type Row = FrameRow<typeof columns>;

const colour = ({ permissive }: Row): string => colourOf(permissive > 0.5 ? "open" : "closed");

/** The sizes that each family offers. */
export const familySizes = defineFigure({
  id: "family-sizes",
  title: (rows) => {
    const widest = rows.reduce((a, b) => (b.most / b.least > a.most / a.least ? b : a));
    return say`${nameText(widest.family)} spans the widest range of sizes, from ${show.label(widest.least, "parameters")} to ${show.label(widest.most, "parameters")} parameters`;
  },
  subtitle: (_rows, { fact }) =>
    say`Total parameters of each family's own models, smallest to largest, with the median (dot), logarithmic axis: ${nameText(fact("families-sized").basis.population)}, ${show.day(fact("families-sized").basis.asOf)}`,
  reading: say`Each line runs from the family's smallest listed model to its largest, and the dot is the median. Green: the greater part of its models states a permissive licence; purple: it does not.`,
  columns,
  n: "families-sized",
  plot: (rows, size) => {
    const ticks = [1e8, 1e9, 1e10, 1e11, 1e12, 1e13];
    const low = Math.min(1e8, ...rows.map(({ least }) => least));
    const top = Math.max(...rows.map(({ most }) => most));
    return rowChart(
      rows.map(({ family }) => family),
      size,
      {
        ticks: ticks.filter((tick, i) => tick <= top && (!size.phone || i % 2 === 1)),
        format: (tick) => label(tick, "parameters"),
        x: { type: "log", domain: [low, top] },
        ...{ names: 96, right: 30 },
      },
      [
        Plot.link(rows, { x1: "least", x2: "most", y: "family", stroke: colour, strokeWidth: 2.5 }),
        Plot.dot(rows, { x: "median", y: "family", r: 4.5, fill: colour }),
      ],
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Range chart on a log axis: sizes of the models of ${fact("families-sized")} families, from smallest to largest.`,
    long: say`Total parameters of the models of each family, on a logarithmic axis. ${merge(
      rows.map(
        (row) =>
          say`${nameText(row.family)}: ${show.value(row.least, "parameters")} to ${show.value(row.most, "parameters")} parameters, median ${show.value(row.median, "parameters")}.`,
      ),
      " ",
    )}`,
  }),
});

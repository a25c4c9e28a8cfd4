import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { float, text } from "#loaders/schema/column.ts";
import { inked, topAxis } from "./axes.ts";

const columns = {
  level: text("Level"),
  count: text("How it is counted"),
  index: float("Herfindahl-Hirschman index", "index"),
};

type Row = FrameRow<typeof columns>;

/** Indices over namespaces and over models, as they are and counted otherwise. */
export const leaveOut = defineFigure({
  id: "leave-out",
  title: (rows) => {
    const owners = rows.filter(({ level }) => level === rows[0]?.level).map(({ index }) => index);
    const models = rows.filter(({ level }) => level !== rows[0]?.level).map(({ index }) => index);
    const span = (all: number[]) =>
      say`${show.value(Math.min(...all), "index")} to ${show.value(Math.max(...all), "index")}`;
    return say`The way to count decides: ${span(owners)} over namespaces, ${span(models)} over models`;
  },
  subtitle: (_, { fact }) =>
    say`Herfindahl-Hirschman index of downloads over namespaces and over models: the headline count (filled bar) and every other. The whole Hub, ${fact("window-days")} days to ${show.day(fact("hub-models").basis.asOf)}`,
  columns,
  n: "owners",
  plot: (rows, size) => {
    const most = Math.max(...rows.map(({ index }) => index));
    const row = size.phone ? 46 : 28;
    const step = [50, 100, 200, 500, 1000, 2000].find((one) => most / one <= 6) ?? 2000;
    return {
      height: 60 + rows.length * row + (size.phone ? 10 : 0),
      marginLeft: size.phone ? 8 : 300,
      marginRight: size.phone ? 52 : 60,
      marginTop: 26,
      marginBottom: 8,
      x: { domain: [0, most] },
      y: { domain: order(rows), axis: null, padding: size.phone ? 0.62 : 0.36 },
      marks: [
        ...topAxis(
          Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step),
          (tick) => grouped(tick),
        ),
        Plot.barX(rows, { x: "index", y: key, fill, stroke: "var(--ink)", strokeWidth: 1 }),
        Plot.text(rows, {
          ...{ y: key, text: said, frameAnchor: "left", ...inked },
          ...(size.phone ? { textAnchor: "start", dy: -17 } : { textAnchor: "end", dx: -10 }),
        }),
        Plot.text(rows, {
          x: "index",
          y: key,
          text: (one: Row) => grouped(one.index),
          textAnchor: "start",
          dx: 7,
          ...inked,
        }),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Bar chart of the concentration index counted otherwise: headline ${fact("hhi-owner")} over namespaces, ${fact("hhi-model")} over models.`,
    long: merge(
      rows.map((row) => say`${nameText(said(row))}: ${show.value(row.index, "index")}.`),
      " ",
    ),
  }),
});

const fill = ({ count }: Row): string => (count === headline ? "var(--ink)" : "var(--rule)");
const headline = "headline";
const key = ({ level, count }: Row): string => `${level} ${count}`;
const said = ({ level, count }: Row): string => (count === headline ? `${level}, headline count` : count);
const grouped = (value: number): string => new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 }).format(value);

/** Rows in order, with an empty one between levels. */
function order(rows: readonly Row[]): string[] {
  return rows.flatMap((row, i) => (i > 0 && rows[i - 1]?.level !== row.level ? ["", key(row)] : [key(row)]));
}

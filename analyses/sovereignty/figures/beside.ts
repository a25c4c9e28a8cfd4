import * as Plot from "@observablehq/plot";
import { type Context, defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { nameText, say, show, type Text } from "#kit/text.ts";
import { float, text } from "#loaders/schema/column.ts";
import { wording } from "../wording.ts";

const columns = {
  row: text("Publication, or population of this chapter"),
  origin: text("published, or computed here"),
  period: text("Period or last day of the window"),
  cn: float("China's share of downloads", "share"),
  us: float("Share of the United States", "share"),
};

type Row = FrameRow<typeof columns>;

/** Published pairs of shares beside this chapter's own. */
export const besidePublished = defineFigure({
  id: "beside-published",
  title: (rows) =>
    turns(rows)
      ? say`Whether China or the United States comes first depends on which models count`
      : say`Published shares of China and the United States, beside this chapter's own`,
  subtitle: (_rows, { basis }) => {
    const apart = wording(basis).complete
      ? say`Published windows are months or years, those computed here days`
      : say`No row has the population of another`;
    return say`Share of downloads, China and the United States: published pairs and this chapter's populations. ${apart}, so no row confirms another`;
  },
  reading: say`Each row is one population; the distance between its dots is the gap between China and the United States.`,
  columns,
  n: "panel-models",
  plot: (rows, size) => {
    const wide = !size.phone;
    const ends = (right: boolean) =>
      rows.map((row) => ({ ...row, x: right ? Math.max(row.cn, row.us) : Math.min(row.cn, row.us), right }));
    const said = (row: Row & { x: number }): string => `${row.x === row.cn ? "China" : "US"} ${label(row.x, "share")}`;
    return {
      height: (wide ? 34 : 60) + rows.length * (wide ? 44 : 80),
      marginLeft: wide ? 250 : 74,
      marginRight: wide ? 84 : 74,
      marginTop: 26,
      insetTop: wide ? 0 : 26,
      marginBottom: 8,
      x: { domain: [-0.1, 0.8], axis: null },
      y: { domain: rows.map((row) => row.row), axis: null, padding: 0.5 },
      marks: [
        Plot.gridX([0, 0.2, 0.4, 0.6, 0.8], { stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.axisX([0, 0.2, 0.4, 0.6, 0.8], {
          anchor: "top",
          tickFormat: (tick: number) => label(tick, "share"),
          tickSize: 0,
          color: "var(--quiet)",
          label: null,
        }),
        Plot.text(rows, {
          y: "row",
          text: (row: Row) => `${row.row}\n${row.period}`,
          frameAnchor: "left",
          textAnchor: wide ? "end" : "start",
          dx: wide ? -10 : -74,
          dy: wide ? 0 : -30,
          fill: "var(--ink)",
          stroke: "var(--paper)",
          strokeWidth: 4,
          lineHeight: 1.25,
        }),
        Plot.link(rows, { x1: "cn", x2: "us", y: "row", stroke: "var(--quiet)", strokeWidth: 1.5 }),
        Plot.dot(rows, { x: "cn", y: "row", r: 5, fill: "var(--entity-cn)" }),
        Plot.dot(rows, { x: "us", y: "row", r: 5, fill: "var(--entity-us)", symbol: "square" }),
        Plot.text(ends(false), {
          x: "x",
          y: "row",
          text: said,
          textAnchor: "end",
          dx: -9,
          fill: "var(--ink)",
          stroke: "var(--paper)",
          strokeWidth: 3,
        }),
        Plot.text(ends(true), {
          x: "x",
          y: "row",
          text: said,
          textAnchor: "start",
          dx: 9,
          fill: "var(--ink)",
          stroke: "var(--paper)",
          strokeWidth: 3,
        }),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of paired download shares by population; ${main(rows, fact)}.`,
    long: say`${rows
      .map(
        (row) =>
          say`${nameText(row.row)}, ${row.origin === "published" ? "published" : "computed here"}: China ${show.value(row.cn, "share")}, United States ${show.value(row.us, "share")}.`,
      )
      .reduce((all, one) => say`${all} ${one}`)}`,
  }),
});

/** Whether the populations that are computed here differ in which country comes first. */
function turns(rows: readonly Row[]): boolean {
  const first = rows.filter(({ origin }) => origin === "computed").map(({ cn, us }) => Math.sign(cn - us));
  return new Set(first).size > 1;
}

/** The row with the widest gap, where it is the one that leaves out the heaviest owner; else what all models give. */
function main(rows: readonly Row[], fact: Context["fact"]): Text {
  const gap = ({ cn, us }: Row): number => Math.abs(us - cn);
  const [, left] = / (\S+) left out$/.exec(rows.reduce((a, b) => (gap(b) > gap(a) ? b : a)).row) ?? [];
  return left === undefined
    ? say`over all models China has ${fact("cn-share-last")}, the United States ${fact("us-share-last")}`
    : say`the gap is widest without ${nameText(left)}, United States ${fact("us-share-without")}`;
}

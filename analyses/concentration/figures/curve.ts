import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow, type Size } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { valueAxis } from "#kit/marks.ts";
import { brief, list, nameText, say, show } from "#kit/text.ts";
import { bool, date, float, int } from "#loaders/schema/column.ts";
import { inked, powersTo, shareTicks } from "./axes.ts";

const columns = {
  observed_on: date("Day of the listing"),
  rank: int("Most downloaded models counted", "models"),
  rank_share: float("The same, of all models", "share"),
  share: float("Share of all downloads that they have together", "share"),
  told: bool("Whether the chapter names this number of models"),
};

type Row = FrameRow<typeof columns>;

/** What the most downloaded models of the Hub have together, by how many they are. */
export const downloadCurve = defineFigure({
  id: "download-curve",
  title: (_, { fact }) =>
    say`${fact("top-10-models")} models took ${brief(fact("hub-top-10"))} of downloads, ${fact("top-1000-models")} took ${brief(fact("hub-top-1000"))}`,
  subtitle: (_, { fact }) =>
    say`Share of all downloads that the most downloaded models have together, by how many they are, logarithmic axis. The whole Hub, ${fact("hub-models")} models, ${fact("window-days")} days to ${show.day(fact("hub-models").basis.asOf)}`,
  reading: say`The curve stands at the share of all downloads that so many models have together; the dashed one is where it would be if all had the same.`,
  sensitivity: (_, { fact }) =>
    fact("hub-top-200").variants.map((variant) => ({
      label: nameText(variant.label),
      value: say`${brief(fact("top-200-models"))} models take ${show.label(variant.value, "share")}`,
    })),
  columns,
  n: "hub-models",
  plot: (rows, size) => {
    const most = Math.max(...rows.map(({ rank }) => rank));
    const told = rows.filter((row) => row.told && row.rank > 1);
    return {
      height: size.phone ? 320 : 380,
      marginLeft: 48,
      marginRight: 20,
      marginBottom: 44,
      marginTop: 20,
      x: { type: "log", domain: [1, most * 1.05], label: "most downloaded models", labelArrow: "none" },
      y: { domain: [0, 1], label: null },
      marks: [
        ...valueAxis(shareTicks, (tick) => label(tick, "share")),
        Plot.axisX(powersTo(most), {
          tickFormat: (tick: number) => label(tick, "models"),
          ...{ tickSize: 4, tickPadding: 6, stroke: null, color: "var(--quiet)", labelAnchor: "center" },
        }),
        Plot.lineY(rows, { x: "rank", y: "rank_share", stroke: "var(--quiet)", strokeDasharray: "4 4" }),
        Plot.lineY(rows, { x: "rank", y: "share", stroke: "var(--ink)", strokeWidth: 2.25 }),
        Plot.dot(told, { x: "rank", y: "share", r: 4, fill: "var(--ink)" }),
        Plot.text(told, { x: "rank", y: "share", text: said(size), textAnchor: "start", dx: 8, dy: 13, ...inked }),
        Plot.text(rows.slice(-1), {
          ...{ x: () => most * 0.12, y: () => 0.12, text: () => "if all had the same", textAnchor: "end", dx: -8 },
          ...{ ...inked, fill: "var(--quiet)" },
        }),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Curve of downloads together by rank on a log axis: the first ${fact("top-200-models")} models have ${fact("hub-top-200")}.`,
    long: say`Of all downloads ${list(
      rows
        .filter(({ told, rank }) => told && rank > 1)
        .map(({ rank, share }) => say`the first ${show.value(rank, "models")} have ${show.value(share, "share")}`),
    )}. Of the ${fact("hub-models")} models ${fact("hub-unused")} have no download.`,
  }),
});

const grouped = new Intl.NumberFormat("en-GB");

/** The number of models and their share; a phone has no room for more words. */
function said({ phone }: Size): (row: Row) => string {
  return ({ rank, share }) => `${phone ? "" : "top "}${grouped.format(rank)}: ${label(share, "share")}`;
}

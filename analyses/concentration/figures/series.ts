import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { endLabels, instant, valueAxis } from "#kit/marks.ts";
import { brief, merge, say, show } from "#kit/text.ts";
import { date, float, int } from "#loaders/schema/column.ts";
import { shareTicks } from "./axes.ts";

const columns = {
  observed_on: date("Day of the listing"),
  models: int("Models", "models"),
  share: float("Share of the 200 most downloaded", "share"),
  unused: float("Share of models without a download", "share"),
};

type Row = FrameRow<typeof columns>;

/** The same measures on every listing of the complete Hub; nothing where there is one alone. */
export const hubSeries = defineFigure({
  id: "hub-series",
  title: (rows, { fact }) =>
    say`The ${fact("top-200-models")} most downloaded have ${show.label(rows.at(-1)?.share ?? 0, "share")} of downloads, in ${show.month(rows[0]?.observed_on ?? "")} ${show.label(rows[0]?.share ?? 0, "share")}`,
  subtitle: (_, { fact }) =>
    say`Share of downloads that go to the ${brief(fact("top-200-models"))} most downloaded models, and share of models without a download; the whole Hub, ${fact("window-days")} days to each listing`,
  time: { on: "observed_on", counts: ["model-downloads"], members: "listed" },
  columns,
  n: "hub-models",
  plot: (rows, size) => {
    const x = (row: Row): Date => instant(row.observed_on);
    const last = rows.slice(-1);
    const line = (y: "share" | "unused", dash: string) => [
      Plot.lineY(rows, { x, y, stroke: "var(--ink)", strokeWidth: 2.25, strokeDasharray: dash }),
      Plot.dot(rows, { x, y, r: 3, fill: "var(--ink)" }),
    ];
    const ends = last.flatMap((row) => [
      { x: x(row), y: row.share, text: `Top models${size.phone ? "\n" : " "}${label(row.share, "share")}` },
      { x: x(row), y: row.unused, text: `Without any${size.phone ? "\n" : " "}${label(row.unused, "share")}` },
    ]);
    return {
      height: 320,
      marginLeft: 48,
      marginRight: size.phone ? 100 : 160,
      x: { type: "utc", label: null, ticks: size.phone ? 3 : 6 },
      y: { domain: [0, 1], label: null },
      marks: [
        ...valueAxis(shareTicks, (tick) => label(tick, "share")),
        ...line("share", "none"),
        ...line("unused", "5 4"),
        endLabels(ends, size.phone ? 0.14 : 0.08),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Line chart of the top models' share of the Hub's downloads by listing; on the last it is ${fact("hub-top-200")}.`,
    long: merge(
      rows.map(
        (row) =>
          say`${show.day(row.observed_on)}: ${show.value(row.share, "share")} of downloads, ${show.value(row.unused, "share")} of ${show.value(row.models, "models")} models without any.`,
      ),
      " ",
    ),
  }),
});

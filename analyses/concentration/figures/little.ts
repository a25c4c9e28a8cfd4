import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { brief, merge, nameText, say, show, type Text } from "#kit/text.ts";
import { float, nullable, text } from "#loaders/schema/column.ts";
import { key, named, populationRows } from "./populations.ts";

const columns = {
  population: text("Population, or publication"),
  origin: text("published, or computed here"),
  counter: text("What the downloads cover"),
  period: text("Day of the listing, or period"),
  share: float("Share of models with fewer than 200 downloads", "share"),
  old_share: nullable(float("The same of models that are a year or older", "share")),
  unused: nullable(float("Share of models without a download", "share")),
};

type Row = FrameRow<typeof columns>;

/** Shares of models with few downloads, by population and counter, beside two published ones. */
export const littleUsed = defineFigure({
  id: "little-used",
  title: (_, { fact }) =>
    say`By ${show.month(fact("hub-under-200").basis.asOf)}, ${brief(fact("hub-under-200"))} of the Hub's models had fewer than ${fact("little")} downloads a month`,
  subtitle: (rows, { fact }) =>
    say`Share of models with fewer than ${fact("little")} downloads: all models (dot, with its value) and those a year or older (tick), by population and counter${rows.some(({ origin }) => origin === "published") ? say`, beside published shares (rings)` : say``}`,
  reading: say`A dot further right is a population in which more models are below the line.`,
  columns,
  n: "populations",
  plot: (rows, size) => {
    const aged = rows.filter((row) => row.old_share !== null);
    const inset = size.phone ? 8 : 3;
    const short = { insetTop: inset, insetBottom: inset, stroke: "var(--ink)", strokeWidth: 2.5 };
    const tick = Plot.tickX(aged, { x: "old_share", y: key, ...short });
    return populationRows(rows, size, [tick], (row) => Math.max(row.share, row.old_share ?? 0));
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of models with fewer than ${fact("little")} downloads: ${fact("hub-under-200")} of the whole Hub in one window.`,
    long: merge(rows.map(told), " "),
  }),
});

function told(row: Row): Text {
  const old = row.old_share === null ? say`` : say`, of those a year or older ${show.value(row.old_share, "share")}`;
  return say`${nameText(named(row))}: ${show.value(row.share, "share")}${old}.`;
}

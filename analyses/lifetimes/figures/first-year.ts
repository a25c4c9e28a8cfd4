import * as Plot from "@observablehq/plot";
import { defineFigure } from "#kit/figure.ts";
import { label, month } from "#kit/format.ts";
import { instant, valueAxis } from "#kit/marks.ts";
import { brief, merge, say, show } from "#kit/text.ts";
import { date, float, int } from "#loaders/schema/column.ts";

const columns = {
  observed_on: date("To"),
  window_from: date("From"),
  share: float("Share of downloads of models in their first year", "share"),
  most: float("The same at most", "share"),
  models: int("Models", "models"),
};

/** Which part of the whole Hub's downloads goes to models in their first year; nothing without two snapshots. */
export const firstYear = defineFigure({
  id: "first-year",
  title: (_, { fact }) => say`Models in their first year take ${brief(fact("hub-first-year"))} of the Hub's downloads`,
  subtitle: (_, { basis }) =>
    say`Share of downloads between neighbouring snapshots that go to models less than a year old; the whole Hub, to ${show.day(basis.asOf)}`,
  reading: say`The line is the least share; the band adds models whose first year ends within the window.`,
  time: { on: "observed_on", counts: ["model-downloads"], members: "listed" },
  columns,
  n: "hub-first-year",
  plot: (rows, size) => {
    const x = (row: { readonly observed_on: string }): Date => instant(row.observed_on);
    return {
      height: 280,
      marginLeft: 48,
      marginRight: 24,
      x: {
        type: "utc",
        label: null,
        ticks: size.phone ? 3 : 6,
        tickFormat: (day: Date) => month(day.toISOString().slice(0, 10)),
      },
      y: { domain: [0, 1], label: null },
      marks: [
        ...valueAxis([0, 0.25, 0.5, 0.75, 1], (tick) => label(tick, "share")),
        Plot.areaY(rows, { x, y1: "share", y2: "most", fill: "var(--entity-models)", fillOpacity: 0.2 }),
        Plot.lineY(rows, { x, y: "share", stroke: "var(--entity-models)", strokeWidth: 2.25 }),
        Plot.dot(rows, { x, y: "share", r: 3, fill: "var(--entity-models)" }),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Line chart of the share of the Hub's downloads that goes to models in their first year, at the end ${fact("hub-first-year")}.`,
    long: merge(
      rows.map(
        (row) =>
          say`${show.day(row.window_from)} to ${show.day(row.observed_on)}: ${show.between(row.share, row.most, "share")} of the downloads of ${show.value(row.models, "models")} models.`,
      ),
      " ",
    ),
  }),
});

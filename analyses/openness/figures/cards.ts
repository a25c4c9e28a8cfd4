import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, list, merge, nameText, say, show } from "#kit/text.ts";
import { float, int, text } from "#loaders/schema/column.ts";
import { inBlocks, placeOf } from "./lines.ts";

const columns = {
  measure: text("What is documented, and how"),
  scope: text("Of which repositories"),
  share: float("Share with it", "share"),
  of: int("Repositories, or downloads, in the denominator"),
};

/** Cards of models and datasets, of all and of the downloaded. */
export const cards = defineFigure({
  id: "cards",
  title: (_rows, { fact }) =>
    say`In 2022 cards covered ${brief(fact("model-card"))} of models and ${brief(fact("model-card-downloads"))} of their downloads`,
  subtitle: (_rows, { fact }) =>
    say`Share of all models of the Hub on ${show.day(fact("model-card").basis.asOf)}, and of all datasets on ${show.day(fact("dataset-card").basis.asOf)}, that have a card, by downloads in the window before`,
  columns,
  n: "carded-together",
  plot: (rows, size) => {
    const lines = rows.map((row) => ({
      ...row,
      block: row.measure,
      row: row.scope,
      said: label(row.share, "share"),
      end: row.share,
    }));
    const marks = [
      Plot.barX(lines, {
        x: "share",
        y: placeOf,
        fill: colourOf("open"),
        insetTop: size.phone ? 11 : 1,
        insetBottom: size.phone ? 3 : 1,
      }),
    ];
    return inBlocks(lines, size, { names: 150, words: 60, ticks: [0, 0.25, 0.5, 0.75, 1] }, marks);
  },
  describe: (rows, { fact }) => ({
    alt: say`Bar chart of shares with a card; models ${fact("model-card")}, datasets ${fact("dataset-card")} with words in it.`,
    long: merge(
      [...Map.groupBy(rows, ({ measure }) => measure)].map(
        ([measure, own]) =>
          say`${nameText(measure)}: ${list(own.map((row) => say`${nameText(row.scope.toLowerCase())} ${show.value(row.share, "share")}`))}.`,
      ),
      " ",
    ),
  }),
});

import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, nameText, say, show } from "#kit/text.ts";
import { int, text } from "#loaders/schema/column.ts";
import { segmentColumns } from "./segments.ts";
import { type Bar, stackChart, stackWords } from "./stack.ts";

const columns = {
  year: text("Year of creation"),
  ...segmentColumns,
  amount: int("Models", "models"),
};

type Row = FrameRow<typeof columns>;

/** Who created the models of the listing of 2022, year by year. */
export const createdBy = defineFigure({
  id: "created-by-kind",
  title: (_, { fact }) =>
    say`Of models from before 2022, ${brief(fact("before-industry-models"))} are known to be companies’, ${brief(fact("before-unclassified-models"))} are unclassified`,
  subtitle: (rows, { fact }) =>
    say`Share of models by kind of owner and year of creation, ${nameText(rows[0]?.year ?? "")} to ${nameText(rows.at(-1)?.year ?? "")}: models still on the Hub in ${show.month(fact("before-models").basis.asOf)}`,
  reading: say`Each bar is the models of one year of creation. What lies hatched or grey may belong to any kind of owner. Models that were deleted before the listing are missing, and the last bar ends with it.`,
  columns,
  n: "dated-models",
  time: { on: "year", counts: ["models"], members: "fixed" },
  plot: (rows, size) => stackChart(barsOf(rows), size, 52),
  describe: (rows, { fact }) => ({
    alt: say`Stacked bars of models by year of creation and kind of owner; companies ${fact("before-industry-models")} of the early ones.`,
    long: stackWords(barsOf(rows)),
  }),
});

const barsOf = (rows: readonly Row[]): Bar[] =>
  rows.map((row) => ({ ...row, id: row.year, name: row.year, note: label(row.amount, "models") }));

import { defineFigure } from "#kit/figure.ts";
import { brief, nameText, say, show } from "#kit/text.ts";
import { bool, text } from "#loaders/schema/column.ts";
import { accessBars, accessColumns, accessWords } from "./access-bars.ts";

const columns = {
  year: text("Year of publication"),
  ...accessColumns,
  whole_year: bool("Whether the list covers the whole year"),
};

/** How models may be had, by year. */
export const accessByYear = defineFigure({
  id: "access-by-year",
  title: (_rows, { fact }) =>
    say`How models may be had is not stated for ${brief(fact("access-unstated"))} of all models in one database`,
  subtitle: (rows, { fact }) =>
    say`Share of models by how they may be had and by year of publication: ${fact("drawn-models")} of the ${fact("listed-models")} models in Epoch AI's database, those of ${nameText(rows[0]?.year ?? "")} to ${show.day(String(fact("listed-last-day").value))}`,
  reading: say`Each bar is a year, its models counted once, its parts in the order of the words above. The hatched part may be open or closed: published weights end somewhere within it.`,
  columns,
  n: "drawn-models",
  time: { on: "year", counts: ["models"], members: "fixed" },
  plot: (rows, size) =>
    accessBars(
      rows.map((row) => ({ ...row, name: row.year })),
      size,
    ),
  describe: (rows, { fact }) => ({
    alt: say`Stacked bar chart of access by year; not stated for ${fact("access-unstated")} of all models.`,
    long: accessWords(rows.map((row) => ({ ...row, name: row.year }))),
  }),
});

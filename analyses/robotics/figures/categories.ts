import * as Plot from "@observablehq/plot";
import { ticks } from "d3";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { above, rowChart, words } from "#kit/rows.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { int, nullable, text } from "#loaders/schema/column.ts";

const columns = {
  category: text("Task category"),
  place: nullable(
    int("Place among the categories by number of datasets; null for a category that no dataset is tagged with"),
  ),
  datasets: int("Datasets tagged with it", "datasets"),
};

type Row = FrameRow<typeof columns>;

/** How many datasets each category has, and robotics among them or after them. */
export const categories = defineFigure({
  id: "robotics-categories",
  title: (rows, { fact }) => {
    const own = rows.find(({ category }) => category === "robotics");
    const day = show.month(String(fact("listed-day").value));
    return own === undefined || own.datasets === 0
      ? say`In ${day}, ${brief(fact("categories-listed"))} categories were in use, and robotics was not among them`
      : say`${nameText(first(rows))} has ${brief(fact("first-listed"))} datasets in ${day}, robotics ${brief(fact("robotics-listed"))}`;
  },
  subtitle: (_rows, { fact }) =>
    say`Datasets of the whole Hub on ${show.day(String(fact("listed-day").value))} by task category, those with most; one of several categories counts in each. No category: ${fact("uncategorised")} of datasets`,
  columns,
  n: "datasets-listed",
  plot: (rows, size) => {
    const most = Math.max(...rows.map(({ datasets }) => datasets));
    const ends = ({ datasets, place }: Row): string => (place === null ? "no dataset" : label(datasets, "datasets"));
    return rowChart(
      rows.map(({ category }) => category),
      size,
      {
        ticks: ticks(0, most, 4),
        format: (tick) => label(tick, "datasets"),
        x: { domain: [0, most] },
        ...{ names: 204, right: 70 },
      },
      [
        Plot.barX(rows, {
          ...{ x: "datasets", y: "category", insetTop: above(size) },
          fill: ({ category }: Row) => colourOf(category === "robotics" ? "datasets" : "rest"),
        }),
        Plot.text(rows, {
          ...{ x: "datasets", y: "category", text: ends, textAnchor: "start", dx: 8, dy: above(size) / 2, ...words },
        }),
      ],
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Bar chart of datasets by task category; ${nameText(first(rows))} has ${fact("first-listed")}, robotics ${fact("robotics-listed")}.`,
    long: say`Datasets that are tagged with each task category, a dataset of several in each. ${merge(
      rows.map((row) => say`${nameText(row.category)}: ${show.value(row.datasets, "datasets")} datasets.`),
      " ",
    )}`,
  }),
});

function first(rows: readonly Row[]): string {
  const word = rows[0]?.category ?? "";
  return word.charAt(0).toUpperCase() + word.slice(1);
}

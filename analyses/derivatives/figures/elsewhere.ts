import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { month } from "#kit/format.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { float, int, nullable, text } from "#loaders/schema/column.ts";
import { againstRows } from "./against.ts";

const columns = {
  population: text("Population"),
  origin: text("published, or computed here"),
  period: text("Day of the list, or period"),
  models: nullable(int("Derived models", "models")),
  base: float("Alibaba over Google and Meta together, one step back", "times"),
  root: nullable(float("The same at the root", "times")),
  lower: nullable(float("Least at the root, whatever copies are of", "times")),
  upper: nullable(float("Most at the root", "times")),
};

type Row = FrameRow<typeof columns>;

const named = ({ population, origin, period }: Row): string =>
  `${population}, ${origin === "published" ? period : month(period)}`;

/** Alibaba beside Google and Meta in every population, beside published counts. */
export const elsewhere = defineFigure({
  id: "qwen-elsewhere",
  title: (rows) => {
    const all = rows.map(({ base }) => base);
    return say`Alibaba beside Google and Meta, one step back: ${show.label(Math.min(...all), "times")} to ${show.label(Math.max(...all), "times")} by list and month`;
  },
  subtitle: () =>
    say`Models built on Alibaba over those built on Google and on Meta added up, log scale: named as base (ring) and at the root (dot), by population; published counts are of one step alone`,
  reading: say`The dark rule is a tie; right of it Alibaba has more. The thin bar shows where the dot could lie, whatever the copies of re-uploaders are of. Populations differ, so no row confirms another.`,
  columns,
  n: "all-derived",
  plot: (rows, size) =>
    againstRows(
      rows.map((row) => ({ ...row, row: named(row) })),
      size,
      330,
    ),
  describe: (rows) => ({
    alt: say`Dot chart of Alibaba over Google and Meta in ${show.value(rows.length, "populations")} counts, one step back and at the root.`,
    long: merge(rows.map(said), " "),
  }),
});

function said(row: Row) {
  const root = row.root === null ? say`` : say`, ${show.value(row.root, "times")} at the root`;
  return say`${nameText(named(row))}: ${show.value(row.base, "times")} one step back${root}.`;
}

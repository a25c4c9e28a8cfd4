import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, merge, nameText, say, show, type Text } from "#kit/text.ts";
import { float, nullable, text } from "#loaders/schema/column.ts";
import { inBlocks, placeOf, powersAround } from "./lines.ts";

const columns = {
  population: text("Population, or publication"),
  counted: text("What weighs the same: each model, or each download"),
  origin: text("published, or computed here"),
  mean: float("Mean of total parameters, where known", "parameters"),
  median: float("Median of total parameters, where known", "parameters"),
  lower: float("Median if all missing sizes lie below it", "parameters"),
  upper: float("Median if all missing sizes lie above it", "parameters"),
  known: nullable(float("Part of the weight whose size is known", "share")),
};

type Row = FrameRow<typeof columns>;

/** Mean and median size by population and weight, beside those of the Spring report. */
export const sizeCentres = defineFigure({
  id: "size-centres",
  title: (rows) => {
    const ours = rows.filter(({ origin }) => origin === "computed");
    const span = (pick: "mean" | "median"): Text => {
      const values = ours.map((row) => row[pick]);
      return say`${show.label(Math.min(...values), "parameters")} to ${show.label(Math.max(...values), "parameters")}`;
    };
    return say`Medians are ${span("median")} parameters, means ${span("mean")}`;
  },
  subtitle: (rows, { fact }) =>
    say`Total parameters of a model that is downloaded, logarithmic axis: median (dot, with bounds as a line) and mean (ring). ${merge(
      populations(rows).map(([name, id]) => say`${nameText(name)} on ${show.day(fact(id).basis.asOf)}`),
      ", ",
    )}; above them what the Spring report published`,
  reading: say`Words at the right give the median, then the mean. The line shows where the median lies, whatever the missing sizes are; a mean has no upper bound.`,
  columns,
  n: "models-together",
  plot: (rows, size) => {
    const lines = rows.map((row) => ({
      ...row,
      block: row.population,
      row: row.counted,
      said: `${label(row.median, "parameters")}, ${label(row.mean, "parameters")}`,
    }));
    const { domain, ticks } = powersAround(rows.flatMap(({ mean, lower, upper }) => [mean, lower, upper]));
    const colour = ({ origin }: Row): string => (origin === "published" ? "var(--quiet)" : colourOf("models"));
    const marks = [
      Plot.link(lines, { x1: "median", x2: "mean", y: placeOf, stroke: "var(--rule)", strokeWidth: 2 }),
      Plot.link(lines, { x1: "lower", x2: "upper", y: placeOf, stroke: colour, strokeWidth: 3 }),
      Plot.dot(lines, { x: "mean", y: placeOf, r: 4.5, fill: "var(--paper)", stroke: colour, strokeWidth: 2 }),
      Plot.dot(lines, { x: "median", y: placeOf, r: 4.5, fill: colour }),
    ];
    const format = (tick: number): string => label(tick, "parameters");
    return {
      ...inBlocks(lines, size, { scale: "log", domain, ticks, format, names: 186, words: 110 }, marks),
      color: { type: "identity" },
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of mean and median sizes: by downloads in the window the median is ${brief(fact("median-downloads"))}, the mean ${brief(fact("mean-downloads"))}.`,
    long: merge(rows.map(told), " "),
  }),
});

/** Populations of the rows with the fact that has their day. */
function populations(rows: readonly Row[]): (readonly [string, string])[] {
  const names = [...new Set(rows.filter(({ origin }) => origin === "computed").map(({ population }) => population))];
  return names.map((name, i) => [i === 0 ? name : name.toLowerCase(), i === 0 ? "models" : "recent-models"] as const);
}

function told({ population, counted, origin, mean, median, lower, upper }: Row): Text {
  const bounds = origin === "published" ? say`` : say` (${show.between(lower, upper, "parameters")})`;
  return say`${nameText(population)}, ${nameText(counted)}: median ${show.value(median, "parameters")}${bounds}, mean ${show.value(mean, "parameters")}.`;
}

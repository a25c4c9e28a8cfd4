import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { type Context, defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { float, text } from "#loaders/schema/column.ts";
import { recentName } from "../populations.ts";
import { inBlocks, placeOf, powersAround } from "./lines.ts";

const columns = {
  population: text("Population"),
  average: text("Average over downloaded models"),
  all: float("With every size that is stated", "parameters"),
  believed: float("Without sizes that no model has", "parameters"),
};

type Row = FrameRow<typeof columns>;

/** What a few sizes that no model has do to each average. */
export const robustAverages = defineFigure({
  id: "robust-averages",
  title: (rows, context) => {
    const { prefix, fact } = told(rows, context);
    return say`${fact(`${prefix}excessive-models`)} absurd sizes lift the mean from ${brief(fact(`${prefix}mean-believed`))} to ${brief(fact(`${prefix}mean-all`))}`;
  },
  subtitle: (rows, context) => {
    const { prefix, fact, who } = told(rows, context);
    return say`Averages of total parameters over ${fact("robust-models")} downloaded models of known size, logarithmic axis: with every stated size (ring), and without those above ${brief(fact("believed-most"))} (dot). ${nameText(who)}, ${show.day(fact(`${prefix}models`).basis.asOf)}`;
  },
  reading: say`Where ring and dot lie on one another, the average does not notice the absurd sizes. Words at the right give the average without them, then with them.`,
  columns,
  n: "robust-models",
  plot: (rows, size) => {
    const lines = rows.map((row) => ({
      ...row,
      block: row.population,
      row: row.average,
      said: `${label(row.believed, "parameters")}, ${label(row.all, "parameters")}`,
    }));
    const { domain, ticks } = powersAround(rows.flatMap(({ all, believed }) => [all, believed]));
    const colour = colourOf("models");
    const marks = [
      Plot.link(lines, { x1: "believed", x2: "all", y: placeOf, stroke: colour, strokeWidth: 2 }),
      Plot.dot(lines, { x: "all", y: placeOf, r: 5.5, fill: "var(--paper)", stroke: colour, strokeWidth: 2 }),
      Plot.dot(lines, { x: "believed", y: placeOf, r: 3.5, fill: colour }),
    ];
    const format = (tick: number): string => label(tick, "parameters");
    return inBlocks(lines, size, { scale: "log", domain, ticks, format, names: 150, words: 110 }, marks);
  },
  describe: (rows, context) => {
    const { prefix, fact } = told(rows, context);
    return {
      alt: say`Dot chart of averages with and without absurd sizes: the mean goes to ${brief(fact(`${prefix}mean-all`))}, the median to ${brief(fact(`${prefix}median-all`))}.`,
      long: merge(
        rows.map(
          ({ average, all, believed }) =>
            say`${nameText(average)}: ${show.value(believed, "parameters")} without absurd sizes, ${show.value(all, "parameters")} with them.`,
        ),
        " ",
      ),
    };
  },
});

/** The population that the figure is about. */
function told(rows: readonly Row[], { fact, basis }: Context) {
  const recent = rows[0]?.population === recentName;
  const who = recent ? "Recent models that HF//RADAR follows" : basis.complete ? "The Hub" : "Evaluated models";
  return { prefix: recent ? "recent-" : "", fact, who };
}

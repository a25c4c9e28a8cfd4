import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, list, merge, nameText, say, show } from "#kit/text.ts";
import { float, text } from "#loaders/schema/column.ts";
import { familyNames } from "../families.ts";
import { whose } from "../wording.ts";
import { inBlocks, placeOf } from "./lines.ts";

const columns = {
  population: text("Population"),
  family: text("Family of the stated licence"),
  models: float("Share of the population's models", "share"),
  downloads: float("Share of its downloads in 30 days", "share"),
};

type Row = FrameRow<typeof columns>;

/** What a part of the population states, in models and in downloads. */
export const licenceFamilies = defineFigure({
  id: "licence-families",
  title: (_rows, { fact, basis }) =>
    say`${brief(fact("none-models"))} of ${whose(basis).short} models declare no licence, ${brief(fact("recent-none-models"))} of recent ones`,
  subtitle: (rows, { fact }) =>
    say`Share of models, and of their downloads in the window before each snapshot, by family of the stated licence. ${nameText(first(rows))} on ${show.day(fact("models").basis.asOf)}, recent models that HF//RADAR follows on ${show.day(fact("recent-models").basis.asOf)}`,
  reading: say`On each line the ring is the share of models, told first; the dot that of downloads. Only permissive licences are coloured.`,
  columns,
  n: "models-together",
  plot: (rows, size) => {
    const lines = rows.map((row) => ({
      ...row,
      block: row.population,
      row: row.family,
      said: `${label(row.models, "share")} of models, ${label(row.downloads, "share")} of downloads`,
      short: `${label(row.models, "share")} and ${label(row.downloads, "share")}`,
      end: Math.max(row.models, row.downloads),
    }));
    const colour = ({ family }: Row): string => colourOf(family === familyNames.permissive ? "open" : "rest");
    const marks = [
      Plot.link(lines, { x1: "models", x2: "downloads", y: placeOf, stroke: colour, strokeWidth: 2 }),
      Plot.dot(lines, { x: "downloads", y: placeOf, r: 4.5, fill: colour }),
      Plot.dot(lines, { x: "models", y: placeOf, r: 4.5, fill: "var(--paper)", stroke: colour, strokeWidth: 2 }),
    ];
    return {
      ...inBlocks(lines, size, { names: 178, words: 208, ticks: [0, 0.25, 0.5, 0.75, 1] }, marks),
      color: { type: "identity" },
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of licence families in models and downloads; permissive ${fact("permissive-models")} and ${fact("permissive-downloads")}.`,
    long: merge(
      [...Map.groupBy(rows, ({ population }) => population)].map(
        ([population, own]) =>
          say`${nameText(population)}: ${list(own.map((row) => say`${nameText(row.family)} ${show.value(row.models, "share")} of models and ${show.value(row.downloads, "share")} of downloads`))}.`,
      ),
      " ",
    ),
  }),
});

function first(rows: readonly Row[]): string {
  return rows[0]?.population ?? "";
}

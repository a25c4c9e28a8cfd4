import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { merge, nameText, say, show, type Text } from "#kit/text.ts";
import { float, int, text } from "#loaders/schema/column.ts";
import { bandEnds } from "../tables/standings.ts";
import { inBlocks, placeOf } from "./lines.ts";

const columns = {
  publisher: text("Publisher"),
  population: text("Population"),
  share: float("Part of its downloads of known size that goes to large models", "share"),
  lower: float("Least that it can be over all its downloads, whatever the missing sizes are", "share"),
  upper: float("Most that it can be", "share"),
  published: float("The same in the Summer report, January to July 2026", "share"),
  models: int("Its models that are listed", "models"),
};

type Row = FrameRow<typeof columns>;

/** How much of the downloads of five publishers goes to large models, beside what was published. */
export const largeByPublisher = defineFigure({
  id: "large-by-publisher",
  title: (rows) => {
    const ordered = rows
      .filter(({ population }) => population === rows[0]?.population)
      .sort((a, b) => b.share - a.share);
    const said = (row: Row | undefined): Text =>
      row === undefined ? say`` : say`${show.label(row.share, "share")} of ${nameText(row.publisher)}’s downloads`;
    return say`Large models take ${said(ordered[0])}, and ${said(ordered.at(-1))}`;
  },
  subtitle: (rows, { fact }) =>
    say`Part of a publisher’s downloads that goes to models above ${show.label(bandEnds[2], "parameters")} parameters: the window before each snapshot (dot), and January to July 2026 as published (ring). ${merge(
      [...new Set(rows.map(({ population }) => population))].map(
        (name, i) =>
          say`${nameText(i === 0 ? name : name.toLowerCase())} on ${show.day(fact(days(rows)[i] ?? "models").basis.asOf)}`,
      ),
      ", ",
    )}`,
  reading: say`Words at the right give the share here, then the published one. The line shows where the share lies, whatever the missing sizes are.`,
  columns,
  n: "models-together",
  plot: (rows, size) => {
    const lines = rows.map((row) => ({
      ...row,
      block: row.publisher,
      row: row.population,
      said: `${label(row.share, "share")}, ${label(row.published, "share")}`,
    }));
    const colour = colourOf("models");
    const marks = [
      Plot.link(lines, { x1: "lower", x2: "upper", y: placeOf, stroke: colour, strokeWidth: 3 }),
      Plot.dot(lines, { x: "published", y: placeOf, r: 5, fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 2 }),
      Plot.dot(lines, { x: "share", y: placeOf, r: 4.5, fill: colour }),
    ];
    const format = (tick: number): string => label(tick, "share");
    const options = { scale: "linear", domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], format } as const;
    return inBlocks(lines, size, { ...options, names: 160, words: 116 }, marks);
  },
  describe: (rows) => ({
    alt: say`Dot chart of large models' part of downloads by publisher: ${span(rows, "share")} here, ${span(rows, "published")} as published.`,
    long: merge(
      rows.map(
        (row) =>
          say`${nameText(row.publisher)}, ${nameText(row.population.toLowerCase())}: ${show.value(row.share, "share")}, published ${show.value(row.published, "share")}.`,
      ),
      " ",
    ),
  }),
});

function span(rows: readonly Row[], of: "share" | "published") {
  const values = rows.map((row) => row[of]);
  return say`${show.label(Math.min(...values), "share")} to ${show.label(Math.max(...values), "share")}`;
}

/** Facts that have the days of the populations, in the order of the rows. */
function days(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ population }) => population))].map((name) =>
    name === "Recent models" ? "recent-models" : "models",
  );
}

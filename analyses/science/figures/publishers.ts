import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { float, text } from "#loaders/schema/column.ts";
import { rowChart, words } from "./rows.ts";

const columns = {
  kind: text("Kind of publisher; unknown where the registry of owners has no row"),
  science: float("Share of downloads of science", "share"),
  every: float("Share of all downloads", "share"),
};

type Row = FrameRow<typeof columns>;

/** Who publishes what is downloaded, in science and at large. */
export const sciencePublishers = defineFigure({
  id: "science-publishers",
  title: (rows, { fact }) =>
    say`The registry lacks the publishers of ${show.label(unknown(rows), "share")} of science downloads; industry has ${brief(fact("science-industry"))} for certain`,
  subtitle: (_, { fact, basis }) =>
    say`Share of downloads in a month by kind of publisher: models that say a domain of science (filled) and all models (hollow), ${nameText(fact("all").basis.population)}, ${show.day(basis.asOf)}`,
  reading: say`Each row is a kind of publisher; the two marks are its share of downloads of science and of all. What is unknown could belong to any kind, so a kind's share is at least what its mark says.`,
  assumptions: (_, { fact }) => [
    say`Kinds follow a registry of owners; it knows the publishers of ${fact("science-attributed-models")} of the models that say a science, and of ${fact("every-attributed-models")} of all.`,
  ],
  columns,
  n: "science",
  plot: (rows, size) => {
    const top = Math.ceil(Math.max(...rows.flatMap((row) => [row.science, row.every])) * 10) / 10;
    const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].filter((tick) => tick <= top);
    const ends = (right: boolean) =>
      rows.map((row) => ({ ...row, x: right ? Math.max(row.science, row.every) : Math.min(row.science, row.every) }));
    const said = (row: Row & { x: number }): string =>
      `${row.science === row.every ? "both" : row.x === row.science ? "science" : "all"} ${label(row.x, "share")}`;
    const apart = ends(false).filter((row) => row.science !== row.every);
    return rowChart(
      rows.map((row) => row.kind),
      size,
      {
        ticks,
        format: (tick) => label(tick, "share"),
        x: { domain: [size.phone ? -0.42 : -0.2, top + (size.phone ? 0.35 : 0.15)] },
        names: 110,
        right: 12,
      },
      [
        Plot.link(rows, { x1: "science", x2: "every", y: "kind", stroke: "var(--quiet)", strokeWidth: 1.5 }),
        Plot.dot(rows, {
          x: "every",
          y: "kind",
          r: 4.5,
          fill: "var(--paper)",
          stroke: colourOf("rest"),
          strokeWidth: 2,
        }),
        Plot.dot(rows, { x: "science", y: "kind", r: 4.5, fill: colourOf("science") }),
        Plot.text(apart, { x: "x", y: "kind", text: said, textAnchor: "end", dx: -9, ...words }),
        Plot.text(ends(true), { x: "x", y: "kind", text: said, textAnchor: "start", dx: 9, ...words }),
      ],
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of download shares by kind of publisher, science against all; industry has ${fact("science-industry")} of science.`,
    long: merge(
      rows.map(
        (row) =>
          say`${nameText(row.kind)}: ${show.value(row.science, "share")} of science, ${show.value(row.every, "share")} of all.`,
      ),
      " ",
    ),
  }),
});

function unknown(rows: readonly Row[]): number {
  return rows.find(({ kind }) => kind === "unknown")?.science ?? 0;
}

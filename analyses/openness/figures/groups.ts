import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, list, merge, nameText, say, show } from "#kit/text.ts";
import { float, int, text } from "#loaders/schema/column.ts";
import { whose } from "../wording.ts";
import { inBlocks, placeOf } from "./lines.ts";

const columns = {
  by: text("Grouped by"),
  group: text("Group"),
  downloads: float("Permissive share of the group's downloads", "share"),
  lower: float("Least it can be, whatever is unknown", "share"),
  upper: float("Most it can be", "share"),
  models: float("Permissive share of the group's models", "share"),
  n: int("Models of the group", "models"),
};

type Row = FrameRow<typeof columns>;

/** Permissive licences by size, by place and by kind of publisher. */
export const permissiveByGroup = defineFigure({
  id: "permissive-by-group",
  title: (_rows, { fact }) =>
    say`Chinese publishers' downloads are ${brief(fact("permissive-cn-downloads"))} permissive, American publishers' ${brief(fact("permissive-us-downloads"))}`,
  subtitle: (_rows, { fact, basis }) =>
    say`Share of downloads that go to models under a permissive licence, by group: ${whose(basis).who}, window to ${show.day(basis.asOf)}. Words at the right: share of downloads, and of models. Place and kind are those of the publisher, known for ${fact("known-place-downloads")} and ${fact("known-kind-downloads")} of downloads`,
  reading: say`The dot is the share of a group's downloads, the ring that of its models. The line shows where the share of downloads lies, wherever models of unknown group belong and whatever unclear licences are; rings stand for models of known group alone.`,
  columns,
  n: "models",
  plot: (rows, size) => {
    const lines = rows.map((row) => ({
      ...row,
      block: row.by,
      row: row.group,
      said: `${label(row.downloads, "share")}, ${label(row.models, "share")} of models`,
      end: Math.max(row.upper, row.models),
    }));
    const marks = [
      Plot.link(lines, {
        x1: "lower",
        x2: "upper",
        y: placeOf,
        stroke: colourOf("open"),
        strokeWidth: 1.5,
      }),
      Plot.dot(lines, {
        x: "models",
        y: placeOf,
        r: 4.5,
        fill: "var(--paper)",
        stroke: colourOf("open"),
        strokeWidth: 2,
      }),
      Plot.dot(lines, { x: "downloads", y: placeOf, r: 4.5, fill: colourOf("open") }),
    ];
    return inBlocks(lines, size, { names: 138, words: 170, ticks: [0, 0.25, 0.5, 0.75, 1] }, marks);
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of permissive shares by group; China ${fact("permissive-cn-downloads")} of downloads, United States ${fact("permissive-us-downloads")}.`,
    long: merge(
      [...Map.groupBy(rows, ({ by }) => by)].map(([by, own]) => say`${nameText(by)}: ${list(own.map(told))}.`),
      " ",
    ),
  }),
});

function told(row: Row) {
  return say`${nameText(row.group)} ${show.value(row.downloads, "share")} of downloads (${show.between(row.lower, row.upper, "share")}) and ${show.value(row.models, "share")} of models`;
}

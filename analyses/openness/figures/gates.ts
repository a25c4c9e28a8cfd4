import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { type Context, defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { brief, list, merge, nameText, say, show } from "#kit/text.ts";
import { float, int, text } from "#loaders/schema/column.ts";
import { recentName } from "../populations.ts";
import { inBlocks, placeOf } from "./lines.ts";

const columns = {
  population: text("Population"),
  by: text("Grouped by"),
  group: text("Group"),
  gated: float("Share that must be asked for", "share"),
  n: int("Models of the group", "models"),
};

type Row = FrameRow<typeof columns>;

/** How much must be asked for. */
export const gates = defineFigure({
  id: "gates",
  title: (rows, context) => {
    const { all, large, models } = told(rows, context);
    return say`${brief(all)} of ${models} are gated, ${brief(large)} of those known to be large`;
  },
  subtitle: (rows, context) => {
    const { all, who } = told(rows, context);
    return say`Share of models that are gated, by group: ${who}, on ${show.day(all.basis.asOf)}. The second line weighs models by their downloads in the window before`;
  },
  reading: say`Gated: users must accept terms or ask before they download. A group holds only models of which its size, place or kind is known.`,
  columns,
  n: "gate-models",
  plot: (rows, size) => {
    const lines = rows.map((row) => ({
      ...row,
      block: row.by,
      row: row.group,
      said: label(row.gated, "share"),
      end: row.gated,
    }));
    const most = Math.max(...rows.map(({ gated }) => gated));
    const ticks = [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.2, 0.4, 0.6, 0.8, 1].filter(
      (_, i, all) => (all[i - 1] ?? 0) < most,
    );
    const even =
      (ticks.at(-1) ?? 1) <= 0.1 ? ticks : [0, 0.25, 0.5, 0.75, 1].map((part) => (part * Math.ceil(most * 10)) / 10);
    const marks = [
      Plot.barX(lines, {
        x: "gated",
        y: placeOf,
        fill: colourOf("closed"),
        insetTop: size.phone ? 11 : 1,
        insetBottom: size.phone ? 3 : 1,
      }),
    ];
    return inBlocks(lines, size, { names: 138, words: 60, ticks: even }, marks);
  },
  describe: (rows, context) => ({
    alt: say`Bar chart of gated shares by group; ${told(rows, context).all} of all models, ${told(rows, context).large} of large ones.`,
    long: merge(
      [...Map.groupBy(rows, ({ by }) => by)].map(
        ([by, own]) =>
          say`${nameText(by)}: ${list(own.map((row) => say`${nameText(row.group)} ${show.value(row.gated, "share")}`))}.`,
      ),
      " ",
    ),
  }),
});

/** The population that tells gates: the Hub where its snapshot does, else recent models. */
function told(rows: readonly Row[], { fact }: Context) {
  const recent = rows[0]?.population === recentName;
  const prefix = recent ? "recent-" : "";
  return {
    all: fact(`${prefix}gated-models`),
    large: fact(`${prefix}gated-above-20b`),
    models: recent ? "recent models" : "Hub models",
    who: recent ? "recent models that HF//RADAR follows" : "models of the Hub",
  };
}

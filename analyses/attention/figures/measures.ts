import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { list, merge, nameText, say, show } from "#kit/text.ts";
import { float, int, text } from "#loaders/schema/column.ts";
import { depths } from "../overlap.ts";
import { overlapCurves } from "./curves.ts";

const columns = {
  pair: text("The two measures"),
  depth: int("First models by each measure", "models"),
  shared: int("Models among both", "models"),
  part: float("The same, over the models of one list", "share"),
};

type Row = FrameRow<typeof columns>;

const strokes: Readonly<Record<string, { stroke: string; dash: string }>> = {
  "Likes and discussions": { stroke: "var(--entity-models)", dash: "none" },
  "Likes and downloads": { stroke: "var(--ink)", dash: "none" },
  "Downloads and discussions": { stroke: "var(--entity-rest)", dash: "5 4" },
};

/** What each two of likes, downloads and discussions share by depth. */
export const threeMeasures = defineFigure({
  id: "three-measures",
  title: (_, { fact }) =>
    say`Of the ${fact("depth-25")} most liked, ${fact("likes-discussions-25")} are most discussed, ${fact("shared-25")} most downloaded`,
  subtitle: (_, { fact }) =>
    say`Share of the first models by one measure that are also among as many first by another, by how many are compared; ${nameText(fact("models").basis.population)}, ${show.day(fact("models").basis.asOf)}`,
  reading: say`At the left end the first few models are compared, at the right end as many as the axis says. A line at the top would mean that both lists hold the same models.`,
  columns,
  n: "models",
  plot: (rows, size) =>
    overlapCurves(
      Object.entries(strokes).map(([name, stroke]) => ({
        ...{ name, rows: rows.filter(({ pair }) => pair === name) },
        ...stroke,
      })),
      size,
    ),
  describe: (rows, { fact }) => ({
    alt: say`Line chart of overlaps between likes, downloads and discussions by depth; likes and discussions share ${fact("likes-discussions-25")} of ${fact("depth-25")}.`,
    long: merge(
      Object.keys(strokes).map((name) => say`${nameText(name)}: ${told(rows, name)}.`),
      " ",
    ),
  }),
});

function told(rows: readonly Row[], name: string) {
  const own = rows.filter(({ pair, depth }) => pair === name && depths.some((one) => one === depth));
  return list(own.map(({ depth, shared }) => say`${show.value(shared, "models")} of ${show.value(depth, "models")}`));
}

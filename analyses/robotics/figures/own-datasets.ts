import * as Plot from "@observablehq/plot";
import { ticks } from "d3";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { above, rowChart, words } from "#kit/rows.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { bool, float, int, text } from "#loaders/schema/column.ts";

const columns = {
  group: text("Task of the models, and for robotics their library"),
  robotic: bool("Whether they are for robotics"),
  of: int("Models of the group", "models"),
  own: float("Share that name a dataset of their own namespace", "share"),
  naming: float("Share that name any dataset", "share"),
};

type Row = FrameRow<typeof columns>;

const colour = ({ robotic }: Pick<Row, "robotic">): string => colourOf(robotic ? "models" : "rest");

/** How many models of a group name a dataset of their own publisher. */
export const ownDatasets = defineFigure({
  id: "own-datasets",
  title: (_rows, { fact }) =>
    say`${brief(fact("robotics-own"))} of robotics models name their publisher's own dataset, ${brief(fact("others-own"))} of others`,
  subtitle: (_rows, { fact }) =>
    say`Share of models with a tag that names a dataset of their own namespace, by task and library: ${nameText(fact("models").basis.population)}, ${show.day(fact("models").basis.asOf)}. Second number: share that name any dataset`,
  assumptions: () => [
    say`A dataset that a model does not name by a tag is not counted, and a named one need not exist or be public.`,
  ],
  sensitivity: (_rows, { fact }) =>
    fact("robotics-own").variants.map((one) => ({
      label: nameText(one.label),
      value: say`${show.label(one.value, "share")} of robotics models`,
    })),
  columns,
  n: "robotics-models",
  plot: (rows, size) => {
    const most = Math.max(...rows.map(({ own }) => own), 0.01);
    return rowChart(
      rows.map(({ group }) => group),
      size,
      {
        ticks: ticks(0, most, 4),
        format: (tick) => label(tick, "share"),
        x: { domain: [0, most] },
        ...{ names: 204, right: 126 },
      },
      [
        Plot.barX(rows, { x: "own", y: "group", fill: colour, insetTop: above(size) }),
        Plot.text(rows, {
          text: ({ own, naming }: Row) => `${label(own, "share")}, any ${label(naming, "share")}`,
          ...{ x: "own", y: "group", textAnchor: "start", dx: 8, dy: above(size) / 2, ...words },
        }),
      ],
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Bar chart of models that name their publisher's own dataset, by task; robotics ${fact("robotics-own")}, others ${fact("others-own")}.`,
    long: merge(
      rows.map(
        (row) =>
          say`${nameText(row.group)}: ${show.value(row.own, "share")} name their own, ${show.value(row.naming, "share")} any dataset.`,
      ),
      " ",
    ),
  }),
});

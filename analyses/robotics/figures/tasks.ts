import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { rowChart } from "#kit/rows.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { float, int, text } from "#loaders/schema/column.ts";

const columns = {
  task: text("Task that the models name"),
  of: int("Models that name it", "models"),
  models: float("Share of all models", "share"),
  downloads: float("Share of all downloads in 30 days", "share"),
};

type Row = FrameRow<typeof columns>;

const colour = ({ task }: Pick<Row, "task">): string => colourOf(task === "robotics" ? "models" : "rest");

/** Shares of models and of downloads by task. */
export const taskWeight = defineFigure({
  id: "robotics-weight",
  title: (_rows, { fact }) =>
    say`Robotics is the task of ${brief(fact("robotics-share"))} of models, and of ${brief(fact("robotics-downloads"))} of downloads`,
  subtitle: (_rows, { fact }) =>
    say`Share of models (filled) and of downloads in a month (hollow) by task, logarithmic axis: ${nameText(fact("models").basis.population)}, ${show.day(fact("models").basis.asOf)}. Models that name no task stay in the whole`,
  reading: say`Each row is a task. The farther the hollow ring lies to the left of the filled dot, the less its models are downloaded than models at large.`,
  sensitivity: (_rows, { fact }) =>
    fact("robotics-downloads").variants.map((one) => ({
      label: nameText(one.label),
      value: say`${show.label(one.value, "share")} of downloads`,
    })),
  columns,
  n: "models",
  plot: (rows, size) => {
    const values = rows.flatMap(({ models, downloads }) => [models, downloads]).filter((value) => value > 0);
    const low = 10 ** Math.floor(Math.log10(Math.min(...values)));
    const marks = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1].filter((tick) => tick >= low);
    const used = rows.filter(({ downloads }) => downloads > 0);
    return rowChart(
      rows.map(({ task }) => task),
      size,
      {
        ticks: size.phone ? marks.filter((_, i) => i % 2 === 1) : marks,
        format: (tick) => label(tick, "share"),
        x: { type: "log", domain: [low, 1] },
        ...{ names: 204, right: 30 },
      },
      [
        Plot.link(used, { x1: "models", x2: "downloads", y: "task", stroke: colour, strokeWidth: 1.5 }),
        Plot.dot(rows, { x: "models", y: "task", r: 4.5, fill: colour }),
        Plot.dot(used, { x: "downloads", y: "task", r: 4.5, fill: "var(--paper)", stroke: colour, strokeWidth: 2 }),
      ],
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of shares by task, log axis; robotics ${fact("robotics-share")} of models, ${fact("robotics-downloads")} of downloads.`,
    long: merge(
      rows.map(
        (row) =>
          say`${nameText(row.task)}: ${show.value(row.models, "share")} of models, ${show.value(row.downloads, "share")} of downloads.`,
      ),
      " ",
    ),
  }),
});

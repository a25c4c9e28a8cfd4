import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { valueAxis } from "#kit/marks.ts";
import { brief, merge, say, show } from "#kit/text.ts";
import { float, int } from "#loaders/schema/column.ts";
import { bottomAxis, inked, sixWeekRule } from "./marks.ts";

const columns = {
  crawl: int("Crawls since the first that lists the model"),
  from: float("From, days after release", "days"),
  to: float("To, days after release", "days"),
  rate: float("Discussions opened for each model in 30 days"),
  models: int("Models", "models"),
  opened: int("Discussions opened", "discussions"),
};

type Row = FrameRow<typeof columns>;

/** Discussions on released models by age. */
export const discussed = defineFigure({
  id: "discussed",
  title: (_, { fact }) =>
    say`${brief(fact("discussion-first"))} of discussions are there on the first crawl after release`,
  subtitle: (_, { fact }) =>
    say`Discussions and pull requests opened in ${fact("window-days")} days on each released model, by days since its release, which is taken as the middle of the gap between crawls. ${fact("discussion-models")} models of ${fact("discussion-authors")} crawled namespaces, to ${show.day(fact("discussion-first").basis.asOf)}`,
  reading: say`Each bar is a step from one crawl to the next, as wide as the step is long, so that its area is the number of discussions.`,
  columns,
  n: "discussion-models",
  plot: (rows, size) => {
    const most = Math.max(...rows.map(({ rate }) => rate));
    const step = most > 4 ? 2 : 1;
    const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
    const said = (row: Row): string => row.rate.toFixed(row.rate < 1 ? 2 : 1);
    return {
      height: size.phone ? 280 : 320,
      marginLeft: 36,
      marginRight: 16,
      marginBottom: 44,
      marginTop: 24,
      x: { domain: [0, Math.max(...rows.map(({ to }) => to))] },
      y: { domain: [0, most * 1.08], label: null },
      marks: [
        ...valueAxis(ticks, (tick) => String(tick)),
        bottomAxis(
          size.phone ? [0, 60, 120, 180, 240] : [0, 30, 60, 90, 120, 150, 180, 210, 240],
          "days since release",
        ),
        Plot.rectY(rows, { x1: "from", x2: "to", y: "rate", fill: "var(--ink)", insetLeft: 0.5, insetRight: 0.5 }),
        ...sixWeekRule(most * 0.8),
        Plot.text(
          rows.filter((_, i) => !size.phone || i < 2 || i === rows.length - 1),
          {
            ...{ x: ({ from, to }: Row) => (from + to) / 2, y: "rate", text: said, dy: -9, ...inked },
          },
        ),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Bar chart of discussions on released models by age: ${fact("discussion-first")} of them are there on the first crawl.`,
    long: merge(
      rows.map(
        (row) =>
          say`${show.between(row.from, row.to, "days")} days after release: ${show.value(row.opened, "discussions")} opened on ${show.value(row.models, "models")} models.`,
      ),
      " ",
    ),
  }),
});

import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { rowChart, words } from "#kit/rows.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { float, nullable, text } from "#loaders/schema/column.ts";

const columns = {
  recommendation: text("Recommendation"),
  standing: text("What the build finds"),
  margin: nullable(
    float("Weakest condition, as a multiple of what it needs; null where nothing stands against it", "times"),
  ),
  lower: nullable(float("The same where bounds and other ways to count are worst", "times")),
  upper: nullable(float("The same where they are best; null where nothing stands against it", "times")),
};

type Row = FrameRow<typeof columns>;

/** Ends of the axis. */
const ends = [0.1, 100] as const;

const clip = (value: number | null): number => Math.min(ends[1], Math.max(ends[0], value ?? ends[1]));
const colour = ({ standing }: Row): string => colourOf(standing === "stands" ? "open" : "closed");
const told = ({ lower, standing }: Row): boolean => lower !== null || standing === "stands";

/** How far the rule of each recommendation is from turning. */
export const rules = defineFigure({
  id: "rules",
  title: (_rows, { fact }) =>
    say`Of ${fact("recommendations")} recommendations ${fact("standing")} stand and ${fact("withdrawn")} are withdrawn`,
  subtitle: () =>
    say`The weakest condition of each recommendation, as a multiple of what it needs, logarithmic axis: in the main definition (dot), and over all bounds and other ways to count (line)`,
  reading: say`A recommendation stands if its whole line lies to the right of one. The farther its left end lies from there, the more the facts would have to move to withdraw it. Lines that run out of the picture go on.`,
  columns,
  n: "conditions",
  plot: (rows, size) => {
    const own = rows.filter(told);
    const ticks = [0.1, 1, 10, 100];
    return rowChart(
      rows.map(({ recommendation }) => recommendation),
      size,
      {
        ticks,
        format: (tick) => label(tick, "times"),
        x: { type: "log", domain: [...ends] },
        ...{ names: 130, right: size.phone ? 24 : 96 },
      },
      [
        Plot.ruleX([1], { stroke: "var(--ink)", strokeWidth: 1.25 }),
        Plot.link(own, {
          ...{ y: "recommendation", stroke: colour, strokeWidth: 2.5 },
          x1: ({ lower }: Row) => clip(lower),
          x2: ({ upper }: Row) => clip(upper),
        }),
        Plot.dot(own, { x: ({ margin }: Row) => clip(margin), y: "recommendation", r: 4.5, fill: colour }),
        ...(size.phone
          ? []
          : [
              Plot.text(rows, {
                ...{ y: "recommendation", frameAnchor: "right", textAnchor: "start", dx: 12, ...words },
                text: ({ standing }: Row) => standing,
              }),
            ]),
      ],
    );
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart with ranges on a log axis: ${fact("standing")} of ${fact("recommendations")} recommendations lie to the right of one.`,
    long: merge(
      rows.map((row) =>
        row.lower === null
          ? say`${nameText(row.recommendation)}: ${nameText(row.standing)}.`
          : say`${nameText(row.recommendation)}: ${nameText(row.standing)}, at worst ${show.value(row.lower, "times")} what is needed.`,
      ),
      " ",
    ),
  }),
});

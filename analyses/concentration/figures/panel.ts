import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { endLabels, instant, monthAxis, valueAxis } from "#kit/marks.ts";
import { brief, claim, list, merge, say, show, type Text } from "#kit/text.ts";
import { date, float, int } from "#loaders/schema/column.ts";
import { shareTicks } from "./axes.ts";

const columns = {
  observed_on: date("Day of the crawl"),
  top: int("Most downloaded models", "models"),
  share: float("Share of downloads that they have", "share"),
  without: float("The same, most downloaded model left out", "share"),
};

type Row = FrameRow<typeof columns>;

/** Models of the line that the words tell. */
const ten = 10;

const tops = (rows: readonly Row[]): number[] => [...new Set(rows.map(({ top }) => top))].sort((a, b) => a - b);
const of = (rows: readonly Row[], k: number): Row[] => rows.filter(({ top }) => top === k);

/** What the most downloaded models of the fixed panel have, crawl by crawl. */
export const panelTops = defineFigure({
  id: "panel-top-shares",
  title: (_, { fact }) => {
    const [first, last] = [fact("panel-top-10-first"), fact("panel-top-10-last")];
    const told = say`The panel's first ${show.value(ten, "models")} models have ${brief(last)} of downloads`;
    return last.value < first.value
      ? say`${told}, ${claim("fell", [first, last], "down")} from ${brief(first)}`
      : say`${told}, before that ${brief(first)}`;
  },
  subtitle: (rows, { fact }) =>
    say`Share of downloads that go to the ${list(tops(rows).map((k) => show.value(k, "models")))} most downloaded models of each crawl (solid), and to as many when the first is left out (dashed); a fixed panel of chosen Hub namespaces, ${fact("window-days")} days to each of ${fact("panel-crawls")} crawls`,
  time: { on: "observed_on", counts: ["model-downloads"], members: "fixed" },
  columns,
  n: "panel-used",
  plot: (rows, size) => {
    const x = (row: Row): Date => instant(row.observed_on);
    const days = [...new Set(rows.map(({ observed_on }) => observed_on))];
    const ends = tops(rows).flatMap((k) => of(rows, k).slice(-1));
    const said = ({ top, share }: Row): string => `first ${top}${size.phone ? "\n" : ": "}${label(share, "share")}`;
    return {
      height: size.phone ? 340 : 360,
      marginLeft: 48,
      marginRight: size.phone ? 74 : 120,
      x: { type: "utc", label: null },
      y: { domain: [0, 1], label: null },
      marks: [
        ...valueAxis(shareTicks, (tick) => label(tick, "share")),
        monthAxis(days, size),
        ...tops(rows).flatMap((k) => [
          Plot.lineY(of(rows, k), {
            x,
            y: "without",
            stroke: "var(--quiet)",
            strokeWidth: 1.5,
            strokeDasharray: "4 4",
          }),
          Plot.lineY(of(rows, k), { x, y: "share", stroke: "var(--ink)", strokeWidth: 2.25 }),
          Plot.dot(of(rows, k), { x, y: "share", r: 3, fill: "var(--ink)" }),
        ]),
        endLabels(
          ends.map((row) => ({ x: x(row), y: row.share, text: said(row) })),
          size.phone ? 0.12 : 0.07,
        ),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Line chart of the share of the most downloaded models of a fixed panel; the first ${show.value(ten, "models")} end at ${fact("panel-top-10-last")}.`,
    long: merge(
      tops(rows).map((k) => path(of(rows, k), k)),
      " ",
    ),
  }),
});

function path(rows: readonly Row[], k: number): Text {
  return say`The first ${show.value(k, "models")}: ${list(rows.map(({ observed_on, share }) => say`${show.value(share, "share")} to ${show.day(observed_on)}`))}.`;
}

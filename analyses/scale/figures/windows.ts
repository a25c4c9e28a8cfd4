import * as Plot from "@observablehq/plot";
import { max, ticks } from "d3";
import { numeric } from "#kit/facts.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { endLabels, instant, valueAxis } from "#kit/marks.ts";
import { list, nameText, say, show } from "#kit/text.ts";
import { date, float, text } from "#loaders/schema/column.ts";
import { leastStart } from "../windows.ts";
import { wording } from "../wording.ts";
import { colourOfKind, lastOf, yearAxis } from "./marks.ts";

const columns = {
  from: date("First day of the window: the end of a month"),
  to: date("Last day of the window, a year later"),
  kind: text("Kind of repository"),
  times: float("How many times the total at the start the total at the end is", "times"),
  lower: float("Least under any other way to count", "times"),
  upper: float("Most under any other way to count", "times"),
};

type Row = FrameRow<typeof columns>;

/** Growth at which a total has doubled. */
const twice = 2;

/** Growth over every window of a year. */
export const growthWindows = defineFigure({
  id: "growth-windows",
  title: (_rows, { fact }) =>
    say`A year took the models to ${show.between(numeric(fact("models-growth-least")), numeric(fact("models-growth-largest")), "times")} their number`,
  subtitle: (_rows, { basis }) =>
    say`Repositories ${nameText(wording(basis).of)} at the end of a window of a year over those at its start, by the end of the window; windows that begin with at least ${show.value(leastStart, "repositories")}. Bands: the other ways to count`,
  assumptions: () => [
    say`A repository counts from the day of its creation; what was deleted before the listing counts neither at the start of a window nor at its end.`,
    say`Windows begin at the end of a month and overlap their neighbours: they are not independent.`,
  ],
  sensitivity: (_rows, { fact }) =>
    fact("models-growth-median").variants.map(({ label: name, value }) => ({
      label: say`Models, ${nameText(name)}`,
      value: say`${show.value(value, "times")} at the median`,
    })),
  columns,
  n: "repositories-listed",
  time: { on: "to", counts: ["models", "datasets", "created"], members: "fixed" },
  plot: (rows, size) => {
    const x = ({ to }: Row): Date => instant(to);
    const fill = ({ kind }: Row): string => colourOfKind(kind);
    const top = Math.ceil(max(rows, ({ upper }) => upper) ?? 2);
    const last = lastOf(rows, ({ to }) => to);
    const days = rows.map(({ to }) => to).sort();
    return {
      height: 340,
      marginLeft: 44,
      marginRight: size.phone ? 92 : 130,
      x: { type: "utc", label: null },
      y: { domain: [0, top], label: null },
      marks: [
        ...valueAxis(ticks(0, top, 5), (tick) => label(tick, "times")),
        yearAxis(days, size),
        Plot.ruleY([twice], { stroke: "var(--quiet)", strokeDasharray: "5 4" }),
        Plot.areaY(rows, { x, y1: "lower", y2: "upper", z: "kind", fill, fillOpacity: 0.18 }),
        Plot.lineY(rows, { x, y: "times", z: "kind", stroke: fill, strokeWidth: 2.25 }),
        Plot.dot(last, { x, y: "times", fill, r: 3.5 }),
        endLabels(
          last.map((row) => ({ x: x(row), y: row.times, text: ending(row, size.phone) })),
          top * (size.phone ? 0.12 : 0.06),
        ),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Line chart of growth over a year by window: models end at ${fact("models-growth-last")}, with a median of ${fact("models-growth-median")}.`,
    long: say`Over their last windows ${list(
      lastOf(rows, ({ to }) => to).map(
        (row) =>
          say`${nameText(row.kind.toLowerCase())} reach ${show.value(row.times, "times")} their number by ${show.day(row.to)} (${show.between(row.lower, row.upper, "times")} under other ways to count)`,
      ),
    )}.`,
  }),
});

function ending(row: Row, phone: boolean): string {
  return `${row.kind}${phone ? "\n" : " "}${label(row.times, "times")}`;
}

import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { endLabels, instant, monthAxis, valueAxis } from "#kit/marks.ts";
import { brief, say, show } from "#kit/text.ts";
import { date, float, int, text } from "#loaders/schema/column.ts";

const columns = {
  observed_on: date("Day of the crawl"),
  population: text("Namespaces counted"),
  share: float("China's share of downloads", "share"),
  namespaces: int("Namespaces listed by the crawl", "namespaces"),
};

type Row = FrameRow<typeof columns>;

/** China's share over every crawled namespace against the fixed panel; the complete Hub has no such choice to show. */
export const composition = defineFigure({
  id: "composition",
  title: (_rows, { fact }) =>
    say`Namespaces that join make ${brief(fact("composition-part"))} of China's apparent slide to ${brief(fact("cn-every-after"))}`,
  subtitle: (_rows, { fact }) =>
    say`China's share of downloads, all namespaces that each crawl lists against the fixed panel, ${fact("window-days")} days to the date shown. Figures on the line: namespaces listed`,
  columns,
  n: "listed-models",
  time: { on: "observed_on", counts: ["model-downloads"], members: "listed" },
  plot: (rows, size) => {
    const days = [...new Set(rows.map((row) => row.observed_on))].sort();
    const every = rows.filter((row) => row.population.startsWith("all"));
    const x = (row: Row): Date => instant(row.observed_on);
    const stroke = (row: Row): string => colourOf(row.population.startsWith("all") ? "rest" : "CN");
    const top = Math.ceil(Math.max(...rows.map((row) => row.share)) * 10) / 10;
    const last = rows.filter((row) => row.observed_on === days.at(-1));
    const counted = every.filter((row, i) => Math.abs(row.namespaces - (every[i - 1]?.namespaces ?? 0)) > 5);
    return {
      height: 300,
      marginLeft: 50,
      marginRight: size.phone ? 100 : 160,
      x: { type: "utc", label: null },
      y: { domain: [0, top], label: null },
      marks: [
        ...valueAxis(
          [0, 0.1, 0.2, 0.3, 0.4, 0.5].filter((tick) => tick <= top),
          (tick) => label(tick, "share"),
        ),
        monthAxis(days, size),
        Plot.lineY(every, { x, y: "share", stroke, strokeWidth: 2, strokeDasharray: "5 4" }),
        Plot.lineY(
          rows.filter((row) => !every.includes(row)),
          { x, y: "share", stroke, strokeWidth: 2.25 },
        ),
        Plot.dot(every, { x, y: "share", fill: stroke, r: 3 }),
        ...[counted.slice(0, -1), counted.slice(-1)].map((own, i) =>
          Plot.text(own, {
            x,
            y: "share",
            text: (row: Row) => String(row.namespaces),
            dx: i === 0 ? 8 : -10,
            dy: -12,
            fill: "var(--quiet)",
            stroke: "var(--paper)",
            strokeWidth: 4,
          }),
        ),
        endLabels(
          last.map((row) => ({ x: x(row), y: row.share, text: ending(row, size.phone) })),
          (top * (size.phone ? 42 : 22)) / 300,
        ),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Line chart of China's download share: all crawled namespaces end at ${fact("cn-every-last")}, the fixed panel at ${fact("cn-share-last")}.`,
    long: say`Over all crawled namespaces China's share goes from ${fact("cn-every-before")} with ${fact("listed-before")} namespaces to ${fact("cn-every-after")} with ${fact("listed-after")} namespaces from one crawl to the next, because large namespaces from elsewhere were added. The fixed panel goes from ${fact("cn-share-first")} to ${fact("cn-share-last")}. The smallest number of namespaces is ${show.value(Math.min(...rows.map((row) => row.namespaces)), "namespaces")}.`,
  }),
});

function ending(row: Row, phone: boolean): string {
  return `${row.population.startsWith("all") ? "All listed" : "Fixed panel"}${phone ? "\n" : " "}${label(row.share, "share")}`;
}

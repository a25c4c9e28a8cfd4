import * as Plot from "@observablehq/plot";
import { defineFigure } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { valueAxis } from "#kit/marks.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { float, int } from "#loaders/schema/column.ts";
import { bottomAxis, inked } from "./marks.ts";

const columns = {
  months: int("Months since the first full month", "months"),
  median: float("Median release", "share"),
  lower: float("Lower quartile", "share"),
  upper: float("Upper quartile", "share"),
  models: int("Models", "models"),
};

const toldMonth = 3;
const ticks = [0, 0.5, 1, 1.5, 2];

/** What released models keep of their first full month's downloads. */
export const kept = defineFigure({
  id: "kept",
  title: (_, { fact }) =>
    say`${show.value(toldMonth, "months")} after its first full one the median release keeps ${brief(fact("kept-3"))}`,
  subtitle: (_, { fact }) =>
    say`Downloads in a crawl's window, as a part of those of the first full month after release: median, and the band between quartiles, of releases with ${fact("followed-from")} downloads or more in that month. Namespaces that ${nameText("OSIR-LMTS")} crawls, to ${show.day(fact("release-models").basis.asOf)}`,
  reading: say`The line is the median release; the band lies between the quartiles. Each month has its own releases: those that were followed for so long.`,
  columns,
  n: "release-models",
  plot: (rows, size) => {
    const most = Math.max(...rows.map(({ upper }) => upper));
    const [last] = rows.slice(-1);
    const end = last === undefined ? [] : [last];
    return {
      height: size.phone ? 300 : 340,
      marginLeft: 48,
      marginRight: size.phone ? 84 : 120,
      marginBottom: 44,
      marginTop: 16,
      x: { domain: [0, last?.months ?? 1] },
      y: { domain: [0, Math.max(1, most)], label: null },
      marks: [
        ...valueAxis(
          ticks.filter((tick) => tick <= Math.max(1, most)),
          (tick) => label(tick, "share"),
        ),
        bottomAxis(
          rows.map(({ months }) => months).filter((at) => !size.phone || at % 2 === 0),
          "months since the first full month",
        ),
        Plot.areaY(rows, { x: "months", y1: "lower", y2: "upper", fill: "var(--entity-models)", fillOpacity: 0.18 }),
        Plot.ruleY([0.5], { stroke: "var(--quiet)", strokeDasharray: "4 4" }),
        Plot.lineY(rows, { x: "months", y: "median", stroke: "var(--entity-models)", strokeWidth: 2.5 }),
        Plot.dot(rows, { x: "months", y: "median", r: 3.5, fill: "var(--entity-models)" }),
        Plot.text(end, {
          ...{ x: "months", y: "median", textAnchor: "start", dx: 9, fontWeight: 600, ...inked },
          text: (row: (typeof rows)[number]) => `median${size.phone ? "\n" : " "}${label(row.median, "share")}`,
        }),
        ...(
          [
            ["upper", "third"],
            ["lower", "first"],
          ] as const
        ).map(([y, which]) =>
          Plot.text(end, {
            x: "months",
            y,
            text: () => `${which}${size.phone ? "\n" : " "}quartile`,
            textAnchor: "start",
            dx: 9,
            ...inked,
            fill: "var(--quiet)",
          }),
        ),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Line chart of what releases keep of their first full month's downloads: the median ends at ${show.value(rows.at(-1)?.median ?? 0, "share")}.`,
    long: say`Of ${fact("release-models")} releases. ${merge(
      rows.map(
        (row) =>
          say`After ${show.value(row.months, "models")} months, of ${show.value(row.models, "models")}: median ${show.value(row.median, "share")}, quartiles ${show.value(row.lower, "share")} and ${show.value(row.upper, "share")}.`,
      ),
      " ",
    )}`,
  }),
});

import * as Plot from "@observablehq/plot";
import { range } from "d3";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { endLabels, instant, monthAxis, valueAxis } from "#kit/marks.ts";
import { brief, list, say, show } from "#kit/text.ts";
import { date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { wording } from "../wording.ts";

const columns = {
  observed_on: date("Day of the crawl"),
  place: text("Country or region of the publisher"),
  code: text("Its ISO 3166-1 code"),
  index: float("Downloads, first crawl of 2025 = 100, chained", "index"),
  owners: nullable(int("Namespaces on both this crawl and the one before", "namespaces")),
};

type Row = FrameRow<typeof columns>;

/** Chained growth over namespaces that neighbouring crawls share. */
export const matchedGrowth = defineFigure({
  id: "matched-growth",
  title: (_rows, { fact }) => {
    const [all, less] = [brief(fact("us-growth")), brief(fact("us-growth-without"))];
    const without = all.text === less.text ? say`` : say`, or ${less} without one model`;
    return say`Like for like, Chinese downloads reach ${brief(fact("cn-growth"))} their start; American ones ${all}${without}`;
  },
  subtitle: (rows, { fact, basis }) => {
    const { crawl, crawls, compared } = wording(basis);
    return say`Downloads in the ${fact("window-days")} days to each ${crawl}, indexed to ${show.day(rows[0]?.observed_on ?? "")}; each step compares only ${compared} that both ${crawls} list, so a namespace that joins changes nothing`;
  },
  docs: ({ basis }) => {
    const { complete, crawl } = wording(basis);
    const those = `Namespaces on both this ${crawl} and the one before`;
    const index = `Downloads, ${complete ? "first snapshot" : "first crawl of 2025"} = 100, chained`;
    return { observed_on: `Day of the ${crawl}`, index, owners: those };
  },
  columns,
  n: "listed-models",
  time: { on: "observed_on", counts: ["model-downloads"], members: "fixed" },
  plot: (rows, size) => {
    const days = [...new Set(rows.map((row) => row.observed_on))].sort();
    const x = (row: Row): Date => instant(row.observed_on);
    const last = rows.filter((row) => row.observed_on === days.at(-1));
    const top = Math.ceil(Math.max(...rows.map((row) => row.index)) / 100) * 100;
    return {
      height: 320,
      marginLeft: 50,
      marginRight: size.phone ? 100 : 160,
      x: { type: "utc", label: null },
      y: { domain: [0, top], label: null },
      marks: [
        ...valueAxis(range(0, top + 1, 100), String),
        Plot.ruleY([100], { stroke: "var(--quiet)" }),
        monthAxis(days, size),
        Plot.lineY(rows, { x, y: "index", z: "place", stroke: ({ code }: Row) => colourOf(code), strokeWidth: 2.25 }),
        Plot.dot(last, { x, y: "index", fill: ({ code }: Row) => colourOf(code), r: 3.5 }),
        endLabels(
          last.map((row) => ({ x: x(row), y: row.index, text: ending(row, size.phone) })),
          top * (size.phone ? 0.12 : 0.065),
        ),
      ],
    };
  },
  describe: (rows, { fact, basis }) => ({
    alt: say`Line chart of chained downloads by country: China ends at ${fact("cn-growth")} its start, the United States at ${fact("us-growth")}.`,
    long: say`Indexed to ${wording(basis).complete ? say`the first snapshot` : say`the first crawl of 2025`}, ${list(ends(rows).map((row) => say`${row.place} ends at ${show.value(row.index, "index")}`))}. Steps compare only ${wording(basis).compared} listed by both neighbouring ${wording(basis).crawls}, renames linked.`,
  }),
});

function ends(rows: readonly Row[]): Row[] {
  const last = rows
    .map((row) => row.observed_on)
    .sort()
    .at(-1);
  return rows.filter((row) => row.observed_on === last);
}

function ending(row: Row, phone: boolean): string {
  return `${row.place}${phone ? "\n" : " "}${Math.round(row.index)}`;
}

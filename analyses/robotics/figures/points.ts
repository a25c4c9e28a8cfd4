import * as Plot from "@observablehq/plot";
import { utcYear } from "d3";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label, month, prose } from "#kit/format.ts";
import { instant, valueAxis } from "#kit/marks.ts";
import { merge, say, show } from "#kit/text.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";

const columns = {
  on: date("Day of the count"),
  origin: text("published: by others; counted: created by the end of a month and still listed"),
  datasets: int("Robotics datasets", "datasets"),
  added: nullable(
    int("Datasets added in a mean month since the published count before; null where there is none", "datasets"),
  ),
  id: nullable(text("Id of the published figure")),
};

type Row = FrameRow<typeof columns>;

const words = { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 } as const;

/** Published counts of robotics datasets, with what lies between them, and what a listing with dates counts beside them. */
export const publishedPoints = defineFigure({
  id: "robotics-points",
  title: (_rows, { fact }) =>
    say`Published robotics datasets: ${fact("monthly-2025")} new a month in 2025, ${fact("monthly-2026")} since`,
  subtitle: (rows, { fact }) =>
    say`Robotics datasets of the Hub as others published them up to ${show.month(fact("published-2026").basis.asOf)}, logarithmic axis${rows.some(({ origin }) => origin === "counted") ? say`; line: created by the end of each month and still listed` : say``}`,
  reading: say`Diamonds are published counts, which this edition could not check. Dashes join them for the eye alone; the words on them are the mean number added in a month between two counts. On this axis a flatter line is slower growth.`,
  assumptions: () => [
    say`The two counts of the Spring report are taken as all datasets at the ends of their years; the report does not say whether they are that or the new ones of each year.`,
    say`The last count was published as a floor.`,
  ],
  sensitivity: (_rows, { fact }) =>
    ["monthly-2025", "monthly-2026"].flatMap((id) =>
      fact(id).variants.map((one) => ({
        label: say`new datasets a month ${id.endsWith("2025") ? "in 2025" : "in 2026"}, if the first two counts are new datasets of their year`,
        value: say`${show.value(one.value, "datasets")}`,
      })),
    ),
  columns,
  n: "published-points",
  time: { on: "on", counts: ["published"], members: "fixed" },
  plot: (rows, size) => {
    const [published, counted] = ["published", "counted"].map((is) => rows.filter(({ origin }) => origin === is)) as [
      Row[],
      Row[],
    ];
    const x = ({ on }: Row): Date => instant(on);
    const pairs = published.slice(1).flatMap((to, i) => {
      const from = published[i];
      return from === undefined ? [] : [{ from, to }];
    });
    const low = Math.min(...rows.map(({ datasets }) => datasets));
    const top = Math.max(100_000, ...rows.map(({ datasets }) => datasets * 1.5));
    const ticks = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000].filter((tick) => tick >= low / 10 && tick <= top);
    const days = rows.map(({ on }) => on).sort();
    const [first, last] = [instant(days[0] ?? ""), instant(days.at(-1) ?? "")];
    const added = ({ to }: (typeof pairs)[number]): string => `+${prose(to.added ?? 0, "datasets")} a month`;
    const middle = ({ from, to }: (typeof pairs)[number]): Date => new Date((x(from).getTime() + x(to).getTime()) / 2);
    return {
      height: 340,
      marginLeft: 50,
      marginRight: size.phone ? 62 : 130,
      x: { type: "utc", label: null },
      y: { type: "log", domain: [ticks[0] ?? 1, top], label: null },
      marks: [
        ...valueAxis(ticks, (tick) => label(tick, "datasets")),
        Plot.axisX(utcYear.range(first, last), {
          tickFormat: (tick: Date) => String(tick.getUTCFullYear()),
          ...{ tickSize: 4, tickPadding: 8, color: "var(--quiet)", stroke: null },
        }),
        Plot.lineY(counted, { x, y: "datasets", stroke: colourOf("datasets"), strokeWidth: 2.25 }),
        Plot.lineY(published, { x, y: "datasets", stroke: colourOf("datasets"), strokeDasharray: "4 3" }),
        Plot.dot(published, {
          ...{ x, y: "datasets", symbol: "diamond", r: 5.5, strokeWidth: 1.75 },
          ...{ stroke: colourOf("datasets"), fill: "var(--paper)" },
        }),
        Plot.text(pairs.slice(0, -1), {
          ...{ x: middle, y: ({ from, to }) => Math.sqrt(from.datasets * to.datasets), text: added },
          ...{ textAnchor: "start", dx: 12, dy: 12, ...words },
        }),
        Plot.text(pairs.slice(-1), {
          ...{ x: ({ to }) => x(to), y: ({ from }) => from.datasets, text: added },
          ...{ textAnchor: "end", dx: 50, dy: 14, ...words },
        }),
        ...published.map((row, i) =>
          Plot.text([row], {
            ...{ x, y: "datasets", fontWeight: 600, ...words },
            text: () => `${prose(row.datasets, "datasets")}${size.phone ? "" : `, ${month(row.on)}`}`,
            ...(i === 0
              ? { textAnchor: "start", dx: 12, dy: 6 }
              : i === published.length - 1
                ? { textAnchor: "start", dx: 11 }
                : { textAnchor: "end", dx: -12, dy: -6 }),
          }),
        ),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Dot chart of published robotics datasets on a log axis: ${fact("published-2024")}, ${fact("published-2025")} and ${fact("published-2026")}.`,
    long: merge(
      rows.flatMap(({ on, origin, datasets, added }) =>
        origin === "counted"
          ? []
          : [
              say`Published for ${show.day(on)}: ${show.value(datasets, "datasets")} robotics datasets${added === null ? say`` : say`, ${show.value(added, "datasets")} added in a mean month since the count before`}.`,
            ],
      ),
      " ",
    ),
  }),
});

import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { endLabels } from "#kit/marks.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { float, int, nullable, text } from "#loaders/schema/column.ts";
import { records } from "./timeline.ts";

const columns = {
  row: text("Maker, or model whose weights are drawn"),
  kind: text("accelerator or weights"),
  year: nullable(int("Year of release", "year")),
  name: text("Accelerator with the largest memory, or precision of the weights"),
  memory: float("Memory", "gigabytes"),
  median: nullable(float("Median of the maker's year", "gigabytes")),
  accelerators: nullable(int("Accelerators listed", "accelerators")),
};

type Row = FrameRow<typeof columns>;

const makers = ["NVIDIA", "AMD", "Apple", "Intel"] as const;

/** Memory that makers offer by year, against the weights of open models. */
export const acceleratorMemory = defineFigure({
  id: "accelerator-memory",
  title: (_, { fact }) =>
    say`One graphics processor holds ${brief(fact("memory-last"))} at most; weights worked out here need up to ${brief(fact("largest-weights"))}`,
  subtitle: (_, { fact }) =>
    say`Largest memory that each maker offers on one accelerator, by year of release, logarithmic axis; dotted lines are the weights of open models as published. ${fact("accelerators-listed")} accelerators of Hugging Face's list`,
  reading: say`A line joins a maker's largest memory up to each year. Where it lies below a dotted line, a single accelerator cannot hold those weights.`,
  assumptions: (_, { fact }) => [
    say`Memory is that of the largest variant. Systems on a chip and integrated graphics share it with the processor, so all of it is seldom free.`,
    say`Weights take their parameters times the bits of their published precision; the cache and ${fact("assumed-overhead")} of overhead come on top.`,
    say`The list is kept by hand and lacks some parts of recent years; memory is not stated for ${fact("accelerators-without-memory")} of those it holds.`,
  ],
  sensitivity: (rows) =>
    rows
      .filter(({ kind }) => kind === "weights")
      .map((row) => ({
        label: say`${nameText(row.row)}, ${nameText(row.name)}`,
        value: say`${show.label(row.memory, "gigabytes")}`,
      })),
  columns,
  n: "accelerators-listed",
  time: { on: "year", counts: ["hardware"], members: "fixed" },
  plot: (rows, size) => {
    const chips = rows.filter(({ kind }) => kind === "accelerator");
    const weights = rows.filter(({ kind, name }) => kind === "weights" && name.endsWith("as published"));
    const years = [...new Set(chips.map(({ year }) => year ?? 0))].sort((a, b) => a - b);
    const [first = 0, last = 0] = [years[0], years.at(-1)];
    const ticks = [10, 100, 1000];
    const height = size.phone ? 420 : 440;
    return {
      height,
      marginLeft: size.phone ? 72 : 74,
      marginRight: size.phone ? 64 : 84,
      marginTop: 20,
      marginBottom: 32,
      x: { domain: [first - (size.phone ? 10 : 4.5), last + 0.8], label: null },
      y: { type: "log", domain: [6, 1500], label: null },
      marks: [
        Plot.gridY(ticks, { stroke: "var(--rule)", strokeOpacity: 1 }),
        Plot.axisY(ticks, {
          tickFormat: (tick: number) => label(tick, "gigabytes"),
          tickSize: 0,
          color: "var(--quiet)",
          label: null,
        }),
        Plot.axisX(
          years.filter((year) => (size.phone ? (year - first) % 5 === 0 : year % 2 === 0)),
          {
            tickFormat: (year: number) => String(year),
            tickSize: 4,
            color: "var(--quiet)",
            label: null,
          },
        ),
        Plot.ruleY(weights, { y: "memory", stroke: "var(--quiet)", strokeDasharray: "1 4", strokeWidth: 1.25 }),
        Plot.text(weights, {
          y: "memory",
          text: (row: Row) =>
            `${size.phone ? row.row.replace("-instruct", "") : row.row}, ${label(row.memory, "gigabytes")}`,
          frameAnchor: "left",
          textAnchor: "start",
          dx: 2,
          dy: -8,
          fill: "var(--quiet)",
          stroke: "var(--paper)",
          strokeWidth: 3,
          fontSize: 12,
        }),
        ...makers.map((maker) =>
          Plot.lineY(record(chips, maker, last + 0.8), {
            x: "year",
            y: "memory",
            stroke: colourOf(maker),
            strokeWidth: 2.25,
            curve: "step-after",
          }),
        ),
        Plot.dot(
          chips.filter(({ row }) => makers.some((maker) => maker === row)),
          {
            x: "year",
            y: "memory",
            r: 3.2,
            fill: (row: Row) => colourOf(row.row),
            stroke: "var(--paper)",
          },
        ),
        endLabels(
          makers.flatMap((maker) => {
            const end = record(chips, maker, last + 0.8).at(-1);
            return end === undefined ? [] : [{ x: (last + 0.8) as unknown as Date, y: end.memory, text: maker }];
          }),
          0,
        ),
      ],
      color: { type: "identity" },
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Step lines on a log axis: the largest accelerator memory by maker, ending at ${fact("memory-last")}.`,
    long: merge(
      makers.map((maker) => {
        const end = record(
          rows.filter(({ kind }) => kind === "accelerator"),
          maker,
          0,
        ).at(-1);
        return say`${maker}: ${show.value(end?.memory ?? 0, "gigabytes")} in ${String(end?.year ?? "")}, ${nameText(end?.name ?? "")}.`;
      }),
      " ",
    ),
  }),
});

/** A maker's largest memory so far, one point where it rises, and one at the last year of all. */
function record(rows: readonly Row[], maker: string, last: number): Row[] {
  const own = rows.filter(({ row }) => row === maker).sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const rising = records(own, ({ memory }) => memory);
  const end = rising.at(-1);
  return end === undefined || last === 0 ? rising : [...rising, { ...end, year: last }];
}

import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow, type Size } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { merge, nameText, say, show } from "#kit/text.ts";
import { float, int, nullable, text } from "#loaders/schema/column.ts";
import { logAxis, logDomain, logTicks } from "./log.ts";

const columns = {
  model: text("Model"),
  weights: float("Weights", "gigabytes"),
  cache: float("Cache, long work", "gigabytes"),
  accelerators: int("Accelerators needed, long work", "accelerators"),
  decode: float("Output, long work", "tokens-per-second"),
  prefill: float("Input", "tokens-per-second"),
  own_long: float("Own hardware, long work", "usd-per-mtok"),
  own_short: float("Own hardware, short work", "usd-per-mtok"),
  own_least: float("Long work, all sequences on the same experts", "usd-per-mtok"),
  own_most: float("Long work, every expert read", "usd-per-mtok"),
  cheapest: nullable(float("Cheapest seller", "usd-per-mtok")),
  median: float("Median seller", "usd-per-mtok"),
  sellers: int("Sellers", "providers"),
  kwh: float("Energy of output, long work", "kwh-per-mtok"),
  break_even_long: nullable(float("Busy share at break-even, long work", "share")),
  break_even_short: nullable(float("Busy share at break-even, short work", "share")),
  tokens_long: nullable(float("Tokens a month at break-even, long work", "tokens")),
};

type Row = FrameRow<typeof columns>;

/** Own hardware against sellers, by model. */
export const servingCost = defineFigure({
  id: "serving-cost",
  title: (_, { fact }) =>
    say`Own rented hardware is dearer than the cheapest seller for ${fact("own-dearer")} of ${fact("own-priced")} models in long work, ${fact("own-dearer-short")} in short`,
  subtitle: (_, { fact }) =>
    say`Cost per million tokens, three parts input and one part output, logarithmic axis: own rented hardware for short and for long work, beside sellers' prices of ${show.day(String(fact("models-dev-day").value))}. Models by the size of their weights`,
  reading: say`The bar runs from short work to long work, the thicker stroke. Dots are sellers: filled the cheapest, open the median.`,
  assumptions: (_, { fact }) => [
    say`Long work is ${fact("assumed-batch")} sequences side by side of ${fact("assumed-context")} tokens each, short work ${fact("assumed-short-batch")} of ${fact("assumed-short-context")}; hardware is busy ${fact("assumed-busy")} of the time. These numbers are chosen, not sourced.`,
    say`${nameText("H100 SXM")} at ${fact("rent")}, the median of ${show.value(Number(fact("rent").n), "providers")} sellers with a dated list price. Its memory, bandwidth and rates stand in the reference table of accelerators, with their source.`,
    say`Weights as published (sellers do not state theirs), tokens spread evenly over experts, a cache of two bytes a value, ${fact("assumed-overhead")} of memory on top, ${fact("assumed-usable")} of it used.`,
    say`Output reaches ${fact("assumed-bandwidth")} of the bandwidth, input ${fact("assumed-prefill")} of the peak rate; work inside attention, people, networks and idle copies are left out. Sellers include gateways that resell others.`,
  ],
  sensitivity: (_, { fact }) =>
    fact("own-dearer").variants.map((variant, i) => ({
      label: nameText(variant.label),
      value: say`dearer for ${show.value(variant.value, "models")}; short work ${show.value(fact("own-dearer-short").variants[i]?.value ?? 0, "models")}`,
    })),
  columns,
  n: "own-priced",
  plot: (rows, size) => {
    const domain = logDomain(
      rows.flatMap((row) => [row.own_long, row.own_short, row.median, row.cheapest ?? row.median]),
      1.35,
    );
    const left = size.phone ? 22 : 252;
    return {
      height: (size.phone ? 46 : 32) + rows.length * (size.phone ? 50 : 34),
      marginLeft: left,
      marginRight: 24,
      marginTop: size.phone ? 40 : 26,
      marginBottom: 6,
      x: { type: "log", domain },
      y: { domain: rows.map(({ model }) => model), axis: null, padding: 0.5 },
      marks: [
        ...logAxis(logTicks(domain), (tick) => label(tick, "usd-per-mtok")),
        Plot.text(rows, {
          y: "model",
          text: (row: Row) => `${row.model} · ${row.accelerators} × H100`,
          frameAnchor: "left",
          textAnchor: size.phone ? "start" : "end",
          dx: size.phone ? 0 : -10,
          dy: size.phone ? -17 : 0,
          fill: "var(--ink)",
          stroke: "var(--paper)",
          strokeWidth: 4,
        }),
        Plot.ruleY(rows, {
          y: "model",
          x1: "own_short",
          x2: "own_long",
          stroke: colourOf("rest"),
          strokeWidth: 5,
          strokeLinecap: "butt",
        }),
        Plot.tickX(rows, { x: "own_long", y: "model", stroke: colourOf("rest"), strokeWidth: 3 }),
        Plot.dot(rows, {
          x: "median",
          y: "model",
          r: 4.5,
          fill: "var(--paper)",
          stroke: colourOf("open"),
          strokeWidth: 2,
        }),
        Plot.dot(
          rows.filter((row) => row.cheapest !== null),
          { x: "cheapest", y: "model", r: 4.5, fill: colourOf("open") },
        ),
        ...keys(rows, size),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Range chart on a log axis: own hardware and sellers of open models; dearer for ${fact("own-dearer")} of ${fact("own-priced")} in long work.`,
    long: merge(
      rows.map(
        (row: Row) =>
          say`${nameText(row.model)}: own hardware ${show.value(row.own_short, "usd-per-mtok")} in short work, ${show.value(row.own_long, "usd-per-mtok")} in long work, median seller ${show.value(row.median, "usd-per-mtok")}.`,
      ),
      " ",
    ),
  }),
});

/** Words above the marks, in the rows where these stand farthest from others. */
function keys(rows: readonly Row[], { phone }: Size): Plot.Markish[] {
  const widest = (apart: (row: Row) => number): Row =>
    rows.reduce((a, b) => (apart(b) > apart(a) ? b : a), rows[0] as Row);
  const left = widest(({ cheapest, median }) => (cheapest === null ? 0 : median / cheapest));
  const right = widest(({ median, own_short }) => own_short / median);
  const words: readonly [row: Row, x: number, said: string, anchor: "start" | "end"][] = [
    [left, left.cheapest ?? left.median, phone ? "cheapest" : "cheapest seller", "start"],
    [right, right.median, phone ? "median" : "median seller", "end"],
    [right, right.own_short, phone ? "own" : "own hardware", "start"],
  ];
  return words.map(([row, x, said, textAnchor]) =>
    Plot.text([row], {
      x: () => x,
      y: "model",
      text: () => said,
      dy: phone ? 15 : -14,
      textAnchor,
      dx: textAnchor === "start" ? -5 : 5,
      fill: "var(--quiet)",
      fontSize: 12,
      stroke: "var(--paper)",
      strokeWidth: 3,
    }),
  );
}

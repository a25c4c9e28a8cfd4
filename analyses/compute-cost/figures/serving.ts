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
  cache: float("Cache of the batch", "gigabytes"),
  accelerators: int("Accelerators needed", "accelerators"),
  decode_least: float("Output, every expert read", "tokens-per-second"),
  decode_most: float("Output, fewest experts read", "tokens-per-second"),
  prefill: float("Input", "tokens-per-second"),
  own_least: float("Own hardware at its best", "usd-per-mtok"),
  own_most: float("Own hardware, every expert read", "usd-per-mtok"),
  cheapest: nullable(float("Cheapest seller", "usd-per-mtok")),
  median: float("Median seller", "usd-per-mtok"),
  sellers: int("Sellers", "providers"),
  kwh_least: float("Energy at its best", "kwh-per-mtok"),
  kwh_most: float("Energy, every expert read", "kwh-per-mtok"),
  break_even: nullable(float("Busy share at which own hardware costs what the cheapest seller asks", "share")),
};

type Row = FrameRow<typeof columns>;

/** Own hardware against sellers, by model. */
export const servingCost = defineFigure({
  id: "serving-cost",
  title: (_, { fact }) =>
    say`For ${fact("own-dearer")} of ${fact("own-priced")} open models, rented hardware costs more than the cheapest seller asks`,
  subtitle: (_, { fact }) =>
    say`Cost per million tokens, three parts input and one part output, logarithmic axis: own rented hardware at its ceilings beside sellers' prices of ${show.day(String(fact("models-dev-day").value))}. Models by the size of their weights`,
  reading: say`The bar runs from the best case to that in which every expert of a model is read at each step; dense models have no such range, and a single stroke.`,
  assumptions: (_, { fact }) => [
    say`${nameText("H100 SXM")} at ${fact("rent")}, the median of ${show.value(Number(fact("rent").n), "prices")} dated rents; busy ${fact("assumed-busy")} of the time.`,
    say`Weights as published, ${fact("assumed-batch")} sequences side by side of ${fact("assumed-context")} tokens each, a cache of two bytes a value, ${fact("assumed-overhead")} on top, ${fact("assumed-usable")} of the memory used.`,
    say`Output reaches ${fact("assumed-bandwidth")} of the peak bandwidth, input ${fact("assumed-prefill")} of the peak rate; energy with a PUE of ${fact("assumed-pue")}.`,
    say`Ceilings, not measurements: no server reaches them at all times, and people, networks and idle copies are left out.`,
  ],
  sensitivity: (_, { fact }) =>
    fact("own-dearer").variants.map((variant) => ({
      label: nameText(variant.label),
      value: say`dearer for ${show.value(variant.value, "models")} of ${fact("own-priced")}`,
    })),
  columns,
  n: "own-models",
  plot: (rows, size) => {
    const domain = logDomain(
      rows.flatMap((row) => [row.own_most, row.own_least, row.median, row.cheapest ?? row.median]),
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
          x1: "own_least",
          x2: "own_most",
          stroke: colourOf("rest"),
          strokeWidth: 5,
          strokeLinecap: "butt",
        }),
        Plot.tickX(rows, { x: "own_least", y: "model", stroke: colourOf("rest"), strokeWidth: 3 }),
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
    alt: say`Range chart on a log axis: own hardware against sellers for ${fact("own-models")} open models; dearer for ${fact("own-dearer")}.`,
    long: merge(
      rows.map(
        (row: Row) =>
          say`${nameText(row.model)}: own hardware ${show.between(row.own_least, row.own_most, "usd-per-mtok")}, median seller ${show.value(row.median, "usd-per-mtok")}.`,
      ),
      " ",
    ),
  }),
});

/** Words above the row whose marks stand farthest apart, that say what the marks are. */
function keys(rows: readonly Row[], { phone }: Size): Plot.Markish[] {
  const apart = ({ cheapest, median, own_least }: Row): number =>
    cheapest === null ? 0 : Math.min(median / cheapest, own_least / median);
  const row = rows.reduce((a, b) => (apart(b) > apart(a) ? b : a), rows[0] as Row);
  const words: readonly [number, string][] = [
    [row.cheapest ?? row.median, phone ? "cheapest" : "cheapest seller"],
    [row.median, phone ? "median" : "median seller"],
    [row.own_least, phone ? "own" : "own hardware"],
  ];
  return words.map(([x, said], i) =>
    Plot.text([row], {
      x: () => x,
      y: "model",
      text: () => said,
      dy: phone ? 15 : -14,
      textAnchor: i === 0 ? "start" : "middle",
      dx: i === 0 ? -5 : 0,
      fill: "var(--quiet)",
      fontSize: 12,
      stroke: "var(--paper)",
      strokeWidth: 3,
    }),
  );
}

import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { valueAxis } from "#kit/marks.ts";
import { brief, say, show } from "#kit/text.ts";
import { float, int } from "#loaders/schema/column.ts";
import { powersAround } from "./lines.ts";

const columns = {
  parameters: float("Total parameters", "parameters"),
  active: float("Parameters that work on one token", "parameters"),
  models: int("Curated models with both numbers", "models"),
};

type Row = FrameRow<typeof columns>;

/** Total against active parameters of curated mixtures of experts. */
export const totalAndActive = defineFigure({
  id: "total-and-active",
  title: (_rows, { fact }) =>
    say`The median mixture of experts works with ${brief(fact("curated-active-part"))} of its parameters at a time`,
  subtitle: (_rows, { fact }) =>
    say`Total parameters and those that work on one token, logarithmic axes: ${fact("curated-mixtures")} mixtures of experts among the language models that the ATOM Project curates, ${show.day(fact("curated-models").basis.asOf)}. A large dot is several models`,
  reading: say`A model on the dashed line uses all of its parameters on every token. The further below it, the less computing a token takes for the memory that the model needs.`,
  columns,
  n: "curated-mixtures",
  plot: (rows, size) => {
    const across = powersAround(rows.map(({ parameters }) => parameters));
    const up = powersAround(rows.map(({ active }) => active));
    const format = (tick: number): string => label(tick, "parameters");
    const most = Math.min(across.domain[1], up.domain[1]);
    const least = Math.max(across.domain[0], up.domain[0]);
    return {
      height: size.phone ? 320 : 400,
      ...{ marginLeft: 52, marginRight: 20, marginBottom: 46, marginTop: 34 },
      x: { type: "log", domain: [...across.domain] },
      y: { type: "log", domain: [...up.domain], label: null },
      r: { type: "sqrt", domain: [0, Math.max(...rows.map(({ models }) => models))], range: [0, 9] },
      marks: [
        ...valueAxis(up.ticks, format),
        Plot.axisX(across.ticks, {
          ...{ tickFormat: format, tickSize: 4, tickPadding: 6, stroke: null, color: "var(--quiet)" },
          ...{ label: "total parameters", labelArrow: "none", labelAnchor: "center" },
        }),
        Plot.line(
          [least, most].map((value) => ({ value })),
          { x: "value", y: "value", stroke: "var(--quiet)", strokeDasharray: "4 4" },
        ),
        Plot.dot(rows, {
          ...{ x: "parameters", y: "active", r: "models", fill: colourOf("models"), fillOpacity: 0.75 },
          stroke: "var(--paper)",
        }),
        Plot.text(["active parameters"], {
          ...{ frameAnchor: "top-left", text: (words: string) => words, dx: -44, dy: -30, textAnchor: "start" },
          fill: "var(--quiet)",
        }),
      ],
    };
  },
  describe: (rows, { fact }) => ({
    alt: say`Scatter plot of ${fact("curated-mixtures")} mixtures of experts: median ${brief(fact("curated-total"))} total and ${brief(fact("curated-active"))} active parameters.`,
    long: say`Total parameters lie ${range(rows, "parameters")}, active ones ${range(rows, "active")}. The median model works with ${fact("curated-active-part")} of its parameters on one token.`,
  }),
});

function range(rows: readonly Row[], of: "parameters" | "active") {
  const values = rows.map((row) => row[of]);
  return show.between(Math.min(...values), Math.max(...values), "parameters");
}

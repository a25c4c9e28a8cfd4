import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { hatch, hatched } from "#kit/draw/hatch.ts";
import type { Size } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { merge, nameText, say, show, type Text } from "#kit/text.ts";
import { float, int } from "#loaders/schema/column.ts";

/** Columns of shares by how models may be had. */
export const accessColumns = {
  open: float("Weights published without limits of use", "share"),
  limited: float("Weights published for restricted or non-commercial use", "share"),
  closed: float("Weights not published", "share"),
  unknown: float("Not stated", "share"),
  models: int("Models", "models"),
};

/** One bar: shares that sum to one, and how many models they are of. */
export interface AccessBar {
  /** What stands at its left. */
  readonly name: string;
  readonly open: number;
  readonly limited: number;
  readonly closed: number;
  readonly unknown: number;
  readonly models: number;
}

const kinds = [
  { key: "open", name: "Weights, any use", short: "Any use", fill: colourOf("open"), opacity: 1 },
  { key: "limited", name: "Weights, limited use", short: "Limited", fill: colourOf("open"), opacity: 0.68 },
  { key: "unknown", name: "Not stated", short: "Not stated", fill: hatched("unknown"), opacity: 1 },
  { key: "closed", name: "No weights", short: "No weights", fill: colourOf("closed"), opacity: 1 },
] as const;

/** Stacked bars of access; what is not stated lies between open and closed, for it may be either. */
export function accessBars(rows: readonly AccessBar[], size: Size, names = 46): Plot.PlotOptions {
  return {
    height: 64 + rows.length * 30,
    marginLeft: names,
    marginRight: size.phone ? 44 : 84,
    marginTop: 50,
    marginBottom: 6,
    x: { domain: [0, 1], axis: null },
    y: { domain: rows.map(({ name }) => name), axis: null, padding: 0.22 },
    marks: [
      hatch("unknown"),
      Plot.axisX([0, 0.25, 0.5, 0.75, 1], {
        anchor: "top",
        tickFormat: (tick: number) => label(tick, "share"),
        tickSize: 0,
        color: "var(--quiet)",
        label: null,
        dy: 0,
      }),
      ...parts(rows).map(({ fill, opacity, bars }) =>
        Plot.rectX(bars, {
          x1: "from",
          x2: "to",
          y: "name",
          fill: () => fill,
          fillOpacity: opacity,
          stroke: "var(--paper)",
          strokeWidth: 1,
        }),
      ),
      Plot.text(rows, {
        y: "name",
        text: "name",
        frameAnchor: "left",
        textAnchor: "end",
        dx: -8,
        fontWeight: 600,
        fill: "var(--ink)",
      }),
      Plot.text(rows, {
        y: "name",
        text: (row: AccessBar) => (size.phone ? label(row.models, "models") : `${label(row.models, "models")} models`),
        frameAnchor: "right",
        textAnchor: "start",
        dx: 8,
        fill: "var(--quiet)",
      }),
      ...heads(size.phone),
    ],
    color: { type: "identity" },
  };
}

/** The bars in words. */
export function accessWords(rows: readonly AccessBar[]): Text {
  return merge(
    rows.map(
      (row) =>
        say`${nameText(row.name)}: weights for any use ${show.value(row.open, "share")}, for limited use ${show.value(row.limited, "share")}, not published ${show.value(row.closed, "share")}, not stated ${show.value(row.unknown, "share")}.`,
    ),
    " ",
  );
}

function parts(rows: readonly AccessBar[]) {
  return kinds.map((kind, i) => ({
    ...kind,
    bars: rows.map((row) => {
      const from = kinds.slice(0, i).reduce((sum, { key }) => sum + row[key], 0);
      return { name: row.name, from, to: from + row[kind.key] };
    }),
  }));
}

/** Names of the kinds above the bars, spread over the width; on a phone over its margins too. */
function heads(phone: boolean): Plot.Markish[] {
  const [at, shift] = phone
    ? [
        [0, 0, 0, 1],
        [-40, 18, 78, 40],
      ]
    : [
        [0, 0.24, 0.52, 1],
        [0, 0, 0, 0],
      ];
  return kinds.map(({ name, short }, i) =>
    Plot.text([{ x: at[i] ?? 0 }], {
      x: "x",
      frameAnchor: "top",
      textAnchor: i === kinds.length - 1 ? "end" : "start",
      dx: shift[i] ?? 0,
      dy: -36,
      text: () => (phone ? short : name),
      fontWeight: 600,
      fill: "var(--ink)",
    }),
  );
}

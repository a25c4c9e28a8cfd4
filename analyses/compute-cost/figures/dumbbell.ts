import * as Plot from "@observablehq/plot";
import type { Size } from "#kit/figure.ts";
import { logAxis } from "./log.ts";

/** Two prices of one thing. */
export interface Pair {
  readonly row: string;
  readonly from: number;
  readonly to: number;
  /** Words at the outer ends, in the order of the values. */
  readonly ends: readonly [string, string];
  readonly colour: string;
  /** Whether the arrow is dashed: a second sign for what its colour says. */
  readonly dashed?: boolean;
}

/** How a chart of pairs is laid out. */
export interface PairOptions {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  /** Room for the names at the left of a wide drawing, in pixels. */
  readonly names: number;
  /** Whether a head at `to` shows the direction. */
  readonly arrow: boolean;
}

/** Rows of pairs on a logarithmic axis: names at the left, above each row on a phone, values at the ends. */
export function pairRows(pairs: readonly Pair[], size: Size, options: PairOptions): Plot.PlotOptions {
  const { domain, ticks, format, names, arrow } = options;
  const end = (right: boolean) =>
    pairs.map((pair) => ({
      row: pair.row,
      x: right ? Math.max(pair.from, pair.to) : Math.min(pair.from, pair.to),
      text: pair.ends[pair.from <= pair.to === right ? 1 : 0],
    }));
  const words = { x: "x", y: "row", text: "text", fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3 } as const;
  return {
    height: 34 + pairs.length * (size.phone ? 46 : 28),
    marginLeft: size.phone ? 22 : names,
    marginRight: 22,
    marginTop: 26,
    marginBottom: 6,
    x: { type: "log", domain: [...domain] },
    y: { domain: pairs.map(({ row }) => row), axis: null, padding: 0.5 },
    marks: [
      ...logAxis(ticks, format),
      Plot.text(pairs, {
        y: "row",
        text: "row",
        frameAnchor: "left",
        textAnchor: size.phone ? "start" : "end",
        dx: size.phone ? -22 : -12,
        dy: size.phone ? -17 : 0,
        fill: "var(--ink)",
        stroke: "var(--paper)",
        strokeWidth: 4,
      }),
      ...(arrow ? arrows(pairs) : [links(pairs)]),
      Plot.dot(pairs, {
        x: "from",
        y: "row",
        r: 4,
        fill: "colour",
        ...(arrow ? { fill: "var(--paper)", stroke: "colour", strokeWidth: 1.5 } : {}),
      }),
      ...(arrow
        ? []
        : [Plot.dot(pairs, { x: "to", y: "row", r: 4, fill: "var(--paper)", stroke: "colour", strokeWidth: 2 })]),
      Plot.text(end(false), { ...words, textAnchor: "end", dx: -9 }),
      Plot.text(end(true), { ...words, textAnchor: "start", dx: 9 }),
    ],
    color: { type: "identity" },
  };
}

/** Arrows from one value to the other; dashed ones stand for what is not known. */
function arrows(pairs: readonly Pair[]): Plot.Markish[] {
  const shape = {
    x1: "from",
    x2: "to",
    y: "row",
    stroke: "colour",
    strokeWidth: 2,
    headLength: 6,
    insetStart: 4,
  } as const;
  const [dashed, plain] = [pairs.filter((pair) => pair.dashed), pairs.filter((pair) => !pair.dashed)];
  return [Plot.arrow(plain, shape), Plot.arrow(dashed, { ...shape, strokeDasharray: "3 2" })];
}

function links(pairs: readonly Pair[]): Plot.Markish {
  return Plot.link(pairs, { x1: "from", x2: "to", y: "row", stroke: "var(--quiet)", strokeWidth: 1.5 });
}

import * as Plot from "@observablehq/plot";
import { hatch } from "#kit/draw/hatch.ts";
import type { Size } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { merge, nameText, say, show, type Text } from "#kit/text.ts";
import { keyOf, type Segment, segments } from "./segments.ts";

/** One bar. */
export interface Bar extends Readonly<Record<Segment["key"], number>> {
  /** Distinguishes it from all others, in words that a description can use. */
  readonly id: string;
  /** What it is called, at its left. */
  readonly name: string;
  /** What stands above it where a new group of bars begins. */
  readonly head?: string;
  /** How many things it holds, at its right. */
  readonly note: string;
}

interface Part {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly said: string;
}

/** Parts narrower than this carry no words. */
const least = { wide: 0.075, phone: 0.15 } as const;

/** Stacked bars of shares, with a key of those parts that any bar has. */
export function stackChart(bars: readonly Bar[], size: Size, left: number): Plot.PlotOptions {
  const used = segments.filter(({ key }) => bars.some((bar) => bar[key] > 0));
  const rows = bars.flatMap(({ id, head }) => (head === undefined ? [id] : [headOf(id), id]));
  const margin = size.phone ? 4 : left;
  const key = keyOf(used, size, margin);
  return {
    height: key.height + rows.length * (size.phone ? 42 : 29) + 6,
    marginLeft: margin,
    marginRight: size.phone ? 4 : 76,
    marginTop: key.height,
    marginBottom: 6,
    x: { domain: [0, 1], axis: null },
    y: { domain: rows, axis: null, padding: size.phone ? 0.56 : 0.26 },
    color: { type: "identity" },
    symbol: { type: "identity" },
    marks: [
      hatch("unknown"),
      ...used.flatMap((segment) => partMarks(partsOf(bars, segment), segment, size)),
      ...names(bars, size, margin),
      ...key.marks,
    ],
  };
}

const headOf = (id: string): string => `head of ${id}`;

function partsOf(bars: readonly Bar[], { key }: Segment): Part[] {
  const before = segments.slice(
    0,
    segments.findIndex((one) => one.key === key),
  );
  return bars
    .filter((bar) => bar[key] > 0)
    .map((bar) => {
      const from = before.reduce((sum, one) => sum + bar[one.key], 0);
      return { id: bar.id, from, to: Math.min(1, from + bar[key]), said: label(bar[key], "share") };
    });
}

function partMarks(parts: readonly Part[], { fill, ink }: Segment, { phone }: Size): Plot.Markish[] {
  const wide = parts.filter(({ from, to }) => to - from >= (phone ? least.phone : least.wide));
  const halo = fill.startsWith("url(") ? { stroke: "var(--paper)", strokeWidth: 5 } : {};
  return [
    Plot.rectX(parts, { x1: "from", x2: "to", y: "id", fill: () => fill, stroke: "var(--paper)", strokeWidth: 1 }),
    Plot.text(wide, { x: ({ from, to }: Part) => (from + to) / 2, y: "id", text: "said", fill: ink, ...halo }),
  ];
}

function names(bars: readonly Bar[], { phone }: Size, left: number): Plot.Markish[] {
  const start = { textAnchor: "start", dx: 0 } as const;
  const end = { textAnchor: "end", dx: -8 } as const;
  const place = { frameAnchor: "left", ...(phone ? start : end) } as const;
  const heads = bars.flatMap(({ id, head }) => (head === undefined ? [] : [{ id: headOf(id), head }]));
  return [
    Plot.text(bars, { y: "id", text: "name", ...place, dy: phone ? -18 : 0, fill: "var(--ink)" }),
    Plot.text(heads, {
      ...{ y: "id", text: "head", frameAnchor: "left", textAnchor: "start", dx: phone ? 0 : -left, dy: 5 },
      ...{ fontWeight: 600, fill: "var(--ink)" },
    }),
    Plot.text(bars, {
      ...{ y: "id", text: "note", frameAnchor: "right", fill: "var(--quiet)" },
      ...(phone ? { textAnchor: "end", dy: -18 } : { textAnchor: "start", dx: 8 }),
    }),
  ];
}

/** Every bar in words. */
export function stackWords(bars: readonly Bar[]): Text {
  const said = (bar: Bar): Text[] =>
    segments
      .filter(({ key }) => bar[key] > 0)
      .map(({ key, name }) => say`${nameText(name)} ${show.value(bar[key], "share")}`);
  return merge(
    bars.map((bar) => say`${nameText(bar.id)}: ${merge(said(bar), ", ")}.`),
    " ",
  );
}

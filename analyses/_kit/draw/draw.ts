import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Break, Size } from "../figure.ts";
import type { Told } from "../tell.ts";
import { timeAxis } from "./axis.ts";
import { breakMarks, notesOf, place, roomFor } from "./breaks.ts";
import { escapeXml, type SvgNode, serialise } from "./serialise.ts";

/** Widths in CSS pixels at which every figure is drawn: beside the text column, and on a phone. */
export const sizes = {
  wide: { width: 700, phone: false },
  phone: { width: 328, phone: true },
} as const satisfies Record<string, Size>;

/** A drawn figure: the inside of an `<svg>` and its size in CSS pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Size of labels in CSS pixels: a phone's survive a slight shrinking. */
  readonly fontSize: number;
  readonly inner: string;
  /** Which axis shows time. */
  readonly time: "x" | "y" | null;
  /** Breaks that the series crosses and the axis does not reach. */
  readonly missed: readonly Break[];
}

const { document } = parseHTML("<!doctype html><html><body></body></html>");

const drawn = new WeakMap<Told, Map<Size, Drawing>>();

/** The drawing of a figure at one size, made once; equal input gives equal bytes. */
export function draw(told: Told, size: Size): Drawing {
  const own = drawn.get(told) ?? new Map<Size, Drawing>();
  const drawing = own.get(size) ?? plotted(told, size);
  drawn.set(told, own.set(size, drawing));
  return drawing;
}

/** Space above a picture, in CSS pixels, where a figure names none. */
const usualTop = 16;

function plotted(told: Told, size: Size): Drawing {
  const fontSize = size.phone ? 13.5 : 13;
  const { svg, missed } = broken(told.figure.plot(told.rows, size, told.context), told, (options) =>
    plot(options, size.width, fontSize),
  );
  return {
    width: size.width,
    fontSize,
    height: Number(svg.getAttribute("height")),
    inner: serialise(svg as unknown as SvgNode, `${told.id}-${size.width}`),
    time: timeAxis(svg),
    missed,
  };
}

type Svg = ReturnType<typeof Plot.plot>;

function plot(options: Plot.PlotOptions, width: number, fontSize: number): Svg {
  const style = { fontSize: `${fontSize}px`, fontFamily: "inherit", background: "transparent", overflow: "visible" };
  return Plot.plot({ marginTop: usualTop, ...options, width, style, className: "plot", document, figure: false });
}

/** The picture, drawn again with the breaks that its series crosses once the axis of time says where these lie. */
function broken(options: Plot.PlotOptions, { context }: Told, draw: (options: Plot.PlotOptions) => Svg) {
  const svg = draw(options);
  const scale = timeAxis(svg) === "x" ? svg.scale("x") : undefined;
  if (context.breaks.length === 0 || scale === undefined) return { svg, missed: context.breaks };
  const { placed, missed } = place(context.breaks, scale);
  const notes = notesOf(placed, Number(svg.getAttribute("width")));
  const [above, room] = [options.marginTop ?? usualTop, roomFor(notes)];
  const height = Number(svg.getAttribute("height")) + room;
  const marks = [...breakMarks(placed, notes, above), ...(options.marks ?? [])];
  return { svg: draw({ ...options, marginTop: above + room, height, marks }), missed };
}

/** The drawing as an `<svg>` for a page that carries the long description under `describedBy`. */
export function toSvg(drawing: Drawing, alt: string, describedBy: string): string {
  const { width, height, fontSize, inner } = drawing;
  const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="plot" ${box} role="img" aria-label="${escapeXml(alt)}" ` +
    `aria-describedby="${describedBy}" font-size="${fontSize}" fill="currentColor" text-anchor="middle">${inner}</svg>`
  );
}

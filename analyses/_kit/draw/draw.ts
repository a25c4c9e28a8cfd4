import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Size } from "../figure.ts";
import type { Told } from "../tell.ts";
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

function plotted(told: Told, size: Size): Drawing {
  const options = told.figure.plot(told.rows, size, told.context);
  const fontSize = size.phone ? 13.5 : 13;
  const style = { fontSize: `${fontSize}px`, fontFamily: "inherit", background: "transparent", overflow: "visible" };
  const svg = Plot.plot({
    marginTop: 16,
    ...options,
    width: size.width,
    style,
    className: "plot",
    document,
    figure: false,
  });
  return {
    width: size.width,
    fontSize,
    height: Number(svg.getAttribute("height")),
    inner: serialise(svg as unknown as SvgNode, `${told.id}-${size.width}`),
  };
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

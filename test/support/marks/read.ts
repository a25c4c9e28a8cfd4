import { parseHTML } from "linkedom";
import { type Box, boxOf, type Point, pointsOf } from "./geometry.ts";

/** A colour by its variable (`entity-us`, `ink`), by its pattern (`url(#…)`), or as somebody typed it. */
export interface Paint {
  readonly name: string;
  /** 0 to 1, everything around it counted in. */
  readonly opacity: number;
}

/** A shape of a drawing. */
export interface Mark {
  readonly form: "line" | "area" | "bar" | "dot";
  /** Outline of a dot: `circle`, or the commands of its path. */
  readonly shape: string;
  readonly fill: Paint | null;
  readonly stroke: Paint | null;
  readonly width: number;
  readonly dash: string | null;
  readonly points: readonly Point[];
  readonly box: Box;
  /** Place in the order of painting. */
  readonly order: number;
}

/** Words of a drawing; the box is an estimate from the number of characters. */
export interface Words {
  readonly text: string;
  readonly fill: Paint;
  /** Whether a line of paper runs round the letters. */
  readonly halo: boolean;
  /** Whether it names a tick of an axis of numbers or days. */
  readonly tick: boolean;
  readonly size: number;
  readonly box: Box;
  readonly order: number;
}

export interface Drawn {
  readonly marks: readonly Mark[];
  readonly words: readonly Words[];
  /** Every colour that something is painted in. */
  readonly paints: readonly Paint[];
}

const shapes = ["path", "rect", "circle", "line", "polyline", "polygon"];
const hidden = ["defs", "clipPath", "pattern", "marker", "title", "desc", "style"];
const inherited = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "text-anchor",
  "font-size",
  "font-variant",
] as const;
const opacities = ["opacity", "fill-opacity", "stroke-opacity"] as const;

interface State {
  readonly style: Readonly<Partial<Record<string, string>>>;
  readonly opacity: { readonly all: number; readonly fill: number; readonly stroke: number };
  readonly shift: Point;
}

/** Reads the shapes and words of an `<svg>` as they are drawn. */
export function readDrawing(svg: string): Drawn {
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  const root = document.querySelector("svg");
  if (root === null) throw new Error("no <svg> in the drawing");
  const marks: Mark[] = [];
  const words: Words[] = [];
  let order = 0;
  const walk = (element: Element, around: State): void => {
    const name = element.localName;
    if (hidden.some((one) => one.toLowerCase() === name.toLowerCase())) return;
    const state = within(element, around);
    order += 1;
    if (name === "text") words.push(wordsOf(element, state, order));
    else if (shapes.includes(name)) marks.push(...markOf(element, state, order));
    else for (const child of element.children) walk(child, state);
  };
  walk(root, { style: { fill: "black", "font-size": "16" }, opacity: { all: 1, fill: 1, stroke: 1 }, shift: [0, 0] });
  return { marks, words, paints: [...marks.flatMap(paintsOf), ...words.map(({ fill }) => fill)] };
}

/** The colours of a shape. */
export function paintsOf({ fill, stroke }: Mark): Paint[] {
  return [fill, stroke].filter((paint) => paint !== null);
}

function within(element: Element, { style, opacity, shift }: State): State {
  const own = Object.fromEntries(
    inherited.flatMap((name) => {
      const value = element.getAttribute(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const [all, fill, stroke] = opacities.map((name) => Number.parseFloat(element.getAttribute(name) ?? "NaN"));
  const or = (value: number | undefined, otherwise: number) =>
    Number.isNaN(value ?? Number.NaN) ? otherwise : (value ?? 1);
  const [, dx = "0", dy = "0"] =
    /translate\(([-\d.e]+)[ ,]*([-\d.e]+)?\)/.exec(element.getAttribute("transform") ?? "") ?? [];
  return {
    style: { ...style, ...own },
    opacity: { all: opacity.all * or(all, 1), fill: or(fill, opacity.fill), stroke: or(stroke, opacity.stroke) },
    shift: [shift[0] + Number(dx), shift[1] + Number(dy)],
  };
}

function paint(state: State, part: "fill" | "stroke"): Paint | null {
  const value = state.style[part] ?? "none";
  const opacity = state.opacity.all * state.opacity[part];
  if (value === "none" || value === "transparent" || opacity === 0) return null;
  return { name: value === "currentColor" ? "ink" : value.replace(/^var\(--([\w-]+)\)$/, "$1"), opacity };
}

function markOf(element: Element, state: State, order: number): Mark[] {
  const name = element.localName;
  const [fill, stroke] = [name === "line" ? null : paint(state, "fill"), paint(state, "stroke")];
  const found = pointsOf(name, (key) => element.getAttribute(key));
  if ((fill === null && stroke === null) || found.length === 0) return [];
  const points = found.map(([x, y]): Point => [x + state.shift[0], y + state.shift[1]]);
  const box = boxOf(points);
  const small = box.right - box.left <= 20 && box.bottom - box.top <= 20;
  const closed = fill !== null || /z\s*$/i.test(element.getAttribute("d") ?? "");
  const dot = name === "circle" || (name === "path" && small && closed);
  const form = dot ? "dot" : name === "rect" ? "bar" : fill === null ? "line" : "area";
  const shape = name === "circle" ? name : (element.getAttribute("d") ?? name).replace(/[^a-z]/gi, "");
  const width = stroke === null ? 0 : Number.parseFloat(state.style["stroke-width"] ?? "1");
  const dash = state.style["stroke-dasharray"] ?? null;
  return [{ form, shape, fill, stroke, width, dash: dash === "none" ? null : dash, points, box, order }];
}

/** Mean width of a character, as a fraction of the font's size. */
const character = 0.56;

function wordsOf(element: Element, state: State, order: number): Words {
  const size = Number.parseFloat(state.style["font-size"] ?? "16");
  const spans = [...element.querySelectorAll("tspan")];
  const lines = spans.length === 0 ? [element.textContent ?? ""] : spans.map((span) => span.textContent ?? "");
  const wide = Math.max(...lines.map((line) => [...line].length)) * size * character;
  const high = lines.length * size * 1.25;
  const anchor = state.style["text-anchor"] ?? "start";
  const [x, y] = [state.shift[0] + attribute(element, "x"), state.shift[1]];
  const left = anchor === "end" ? x - wide : anchor === "middle" ? x - wide / 2 : x;
  return {
    text: lines.join(" "),
    fill: paint(state, "fill") ?? { name: "none", opacity: 0 },
    halo: state.style.stroke === "var(--paper)" && Number.parseFloat(state.style["stroke-width"] ?? "1") >= 3,
    tick: state.style["font-variant"] === "tabular-nums",
    size,
    box: { left, right: left + wide, top: y - high / 2, bottom: y + high / 2 },
    order,
  };
}

function attribute(element: Element, name: string): number {
  const value = element.getAttribute(name) ?? "0";
  return value.endsWith("em") ? 0 : Number.parseFloat(value);
}

import * as Plot from "@observablehq/plot";
import type { Break } from "../figure.ts";
import { placeOf } from "./axis.ts";

/** A break with its place in the drawing, in pixels; `from` and `to` are one where it came at once. */
export interface Placed {
  readonly note: string;
  readonly from: number;
  readonly to: number;
}

/** A note above the picture, beside its rule. */
interface Note {
  readonly text: string;
  readonly at: number;
  readonly side: "start" | "end";
  /** Line of notes, counted from the picture up. */
  readonly row: number;
}

/** Height of a line of notes and width of a character, in pixels. */
const size = { row: 15, character: 6.3, font: 12 } as const;

/** Breaks at their places on an axis of time, and those that the axis does not reach. */
export function place(breaks: readonly Break[], scale: Plot.Scale) {
  const found = breaks.map((one) => ({ one, from: placeOf(scale, one.on), to: placeOf(scale, one.until ?? one.on) }));
  const placed = found.flatMap(({ one, from, to }): Placed[] =>
    from === null || to === null ? [] : [{ note: one.note, from, to }],
  );
  const missed = found.filter(({ from, to }) => from === null || to === null).map(({ one }) => one);
  return { placed, missed };
}

/** One note for each kind of break, at its first, on as many lines as they need not to meet. */
export function notesOf(placed: readonly Placed[], width: number): Note[] {
  const firsts = placed.filter(({ note }, i) => placed.findIndex((other) => other.note === note) === i);
  const lines: number[] = [];
  return [...firsts]
    .sort((a, b) => a.from - b.from)
    .map(({ note, from }) => {
      const long = note.length * size.character + 6;
      const side = from + long > width ? "end" : "start";
      const start = side === "start" ? from : from - long;
      const free = lines.findIndex((end) => end < start);
      const row = free < 0 ? lines.length : free;
      lines[row] = start + long;
      return { text: note, at: from, side, row };
    });
}

/** Pixels that the notes need above the picture. */
export function roomFor(notes: readonly Note[]): number {
  return notes.length === 0 ? 0 : (Math.max(...notes.map(({ row }) => row)) + 1) * size.row;
}

/** Dashed rules at breaks, a band where one took its time, and notes above; `above` is the margin that was there before. */
export function breakMarks(placed: readonly Placed[], notes: readonly Note[], above: number): Plot.Markish[] {
  const pixel = (pick: (one: Placed) => number) => ({ value: pick, scale: null }) as unknown as (one: Placed) => number;
  const bands = placed.filter(({ from, to }) => to > from);
  const rule = { stroke: "var(--ink)", strokeOpacity: 0.6, strokeDasharray: "5 3", className: "break" };
  const insetTop = -above;
  return [
    Plot.rect(bands, {
      x1: pixel(({ from }) => from),
      x2: pixel(({ to }) => to),
      fill: "var(--quiet)",
      fillOpacity: 0.15,
      insetTop,
    }),
    Plot.ruleX(placed, { x: pixel(({ from }) => from), insetTop, ...rule }),
    Plot.ruleX(bands, { x: pixel(({ to }) => to), insetTop, ...rule }),
    ...notes.map((note) => words(note, above)),
  ];
}

function words({ text, at, side, row }: Note, above: number): Plot.Markish {
  const dy = -(above + 3 + row * size.row);
  return Plot.text([text], {
    x: { value: () => at, scale: null } as unknown as () => number,
    frameAnchor: "top",
    lineAnchor: "bottom",
    textAnchor: side,
    dx: side === "start" ? 4 : -4,
    dy,
    fontSize: size.font,
    fill: "var(--ink)",
    className: "break-note",
  });
}

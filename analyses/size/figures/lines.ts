import * as Plot from "@observablehq/plot";
import type { Size } from "#kit/figure.ts";

/** One line of a figure whose lines stand in blocks under headings. */
export interface Line {
  readonly block: string;
  readonly row: string;
  /** What stands at its right end on a wide drawing, and after its name on a phone. */
  readonly said: string;
}

/** The axis and the room that lines need. */
export interface LineOptions {
  readonly scale: "log" | "linear";
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (tick: number) => string;
  /** Room for names at the left and for words at the right of a wide drawing, in pixels. */
  readonly names: number;
  readonly words: number;
}

const halo = { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 } as const;
const headed = (block: string): string => `# ${block}`;

/** The place of a line on the y axis. */
export function placeOf({ block, row }: Pick<Line, "block" | "row">): string {
  return `${block} / ${row}`;
}

/** Lines in blocks on one axis of values: headings, names and words; the marks come between. */
export function inBlocks(
  lines: readonly Line[],
  { phone }: Size,
  { scale, domain: x, ticks, format, names, words }: LineOptions,
  marks: Plot.Markish[],
): Plot.PlotOptions {
  const blocks = [...Map.groupBy(lines, ({ block }) => block)];
  const domain = blocks.flatMap(([block, own]) => [headed(block), ...own.map(placeOf)]);
  const marginLeft = phone ? 22 : names;
  const shown = phone && ticks.length > 5 ? ticks.filter((_, i) => i % 2 === 0) : ticks;
  const left = { frameAnchor: "left", ...halo } as const;
  const name = phone
    ? ({ textAnchor: "start", dx: -marginLeft, dy: -17 } as const)
    : ({ textAnchor: "end", dx: -10 } as const);
  const end = Plot.text(lines, {
    ...{ y: placeOf, text: "said", frameAnchor: "right", textAnchor: "start", dx: 12 },
    ...halo,
  });
  return {
    height: 34 + domain.length * (phone ? 42 : 28),
    ...{ marginLeft, marginRight: phone ? 22 : words, marginTop: 26, marginBottom: 6 },
    x: { type: scale, domain: [...x], axis: null },
    y: { domain, axis: null, padding: 0.3 },
    marks: [
      Plot.gridX(shown, { stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.axisX(shown, {
        ...{ anchor: "top", tickFormat: format, tickSize: 0, color: "var(--quiet)", label: null },
      }),
      ...marks,
      Plot.text(
        blocks.map(([block]) => block),
        {
          ...{ y: headed, text: (block: string) => block, textAnchor: "start", dx: -marginLeft, fontWeight: 600 },
          ...left,
        },
      ),
      Plot.text(lines, {
        ...{ y: placeOf, text: (line: Line) => (phone && line.said !== "" ? `${line.row}: ${line.said}` : line.row) },
        ...{ ...name, ...left },
      }),
      ...(phone ? [] : [end]),
    ],
  };
}

/** Powers of ten, and a domain with some room around the values. */
export function powersAround(values: readonly number[]): { domain: readonly [number, number]; ticks: number[] } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [from, to] = [Math.floor(Math.log10(least) + 1e-9), Math.ceil(Math.log10(most) - 1e-9)];
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
  return { domain: [10 ** from, 10 ** to], ticks };
}

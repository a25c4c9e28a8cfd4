import * as Plot from "@observablehq/plot";
import type { Size } from "#kit/figure.ts";
import { label } from "#kit/format.ts";

/** One line of a figure whose lines stand in blocks under headings. */
export interface Line {
  readonly block: string;
  readonly row: string;
  /** What stands at its right end. */
  readonly said: string;
  /** What a phone says above the line instead; the same where it is left out. */
  readonly short?: string;
  /** Where the words at its right end begin, a fraction. */
  readonly end: number;
}

/** How much room the lines need. */
export interface LineOptions {
  /** Room for names at the left of a wide drawing, in pixels. */
  readonly names: number;
  /** Room for words at the right of a wide drawing, in pixels. */
  readonly words: number;
  /** Ticks of the axis, fractions. */
  readonly ticks: readonly number[];
}

const headed = (block: string): string => `# ${block}`;

/** The place of a line on the y axis. */
export function placeOf({ block, row }: Pick<Line, "block" | "row">): string {
  return `${block} / ${row}`;
}

/** Lines in blocks on an axis of shares from zero: headings, names and words; the marks come between. */
export function inBlocks(
  lines: readonly Line[],
  size: Size,
  options: LineOptions,
  marks: Plot.Markish[],
): Plot.PlotOptions {
  const { names, words, ticks } = options;
  const blocks = [...Map.groupBy(lines, ({ block }) => block)];
  const domain = blocks.flatMap(([block, own]) => [headed(block), ...own.map(placeOf)]);
  const marginLeft = size.phone ? 14 : names;
  const halo = { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 } as const;
  return {
    height: 34 + domain.length * (size.phone ? 40 : 26),
    marginLeft,
    marginRight: size.phone ? 22 : words,
    marginTop: 26,
    marginBottom: 6,
    x: { domain: [0, ticks.at(-1) ?? 1], axis: null },
    y: { domain, axis: null, padding: 0.3 },
    marks: [
      Plot.gridX(ticks, { stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.axisX(ticks, {
        anchor: "top",
        tickFormat: (tick: number) => label(tick, "share"),
        tickSize: 0,
        color: "var(--quiet)",
        label: null,
      }),
      ...marks,
      Plot.text(
        blocks.map(([block]) => block),
        {
          ...halo,
          y: headed,
          text: (block: string) => block,
          frameAnchor: "left",
          textAnchor: "start",
          dx: -marginLeft,
          fontWeight: 600,
        },
      ),
      Plot.text(lines, {
        ...halo,
        y: placeOf,
        text: (line: Line) => (size.phone ? `${line.row}: ${line.short ?? line.said}` : line.row),
        frameAnchor: "left",
        textAnchor: size.phone ? "start" : "end",
        dx: size.phone ? -marginLeft : -10,
        dy: size.phone ? -16 : 0,
      }),
      ...(size.phone
        ? []
        : [Plot.text(lines, { ...halo, x: "end", y: placeOf, text: "said", textAnchor: "start", dx: 10 })]),
    ],
  };
}

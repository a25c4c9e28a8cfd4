import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { hatched } from "#kit/draw/hatch.ts";
import type { Size } from "#kit/figure.ts";
import { float } from "#loaders/schema/column.ts";

/** Parts of a bar in the order in which they stand: what nobody knows lies between companies and individuals. */
export const segments = [
  { key: "industry", name: "companies", fill: colourOf("industry"), ink: "var(--paper)" },
  { key: "research", name: "universities, states, non-profits", fill: colourOf("research"), ink: "var(--paper)" },
  { key: "nameless", name: "no owner named", fill: "var(--quiet)", ink: "var(--paper)" },
  { key: "unclassified", name: "not classified", fill: hatched("unknown"), ink: "var(--ink)" },
  { key: "independent", name: "individuals, communities", fill: colourOf("independent"), ink: "var(--paper)" },
] as const;

export type Segment = (typeof segments)[number];

/** Columns of the parts of a bar. */
export const segmentColumns = {
  industry: float("Companies", "share"),
  research: float("Universities, public bodies and non-profits", "share"),
  nameless: float("Ids that name no owner", "share"),
  unclassified: float("Owners without a row in the registry", "share"),
  independent: float("Individuals and communities", "share"),
};

/** Height of a line of the key, and width of a character in it, in pixels. */
const line = { height: 20, character: 7.4, swatch: 16, gap: 12 } as const;

/** The key of the parts above a picture whose margin is `left` wide, set in lines of the drawing's width. */
export function keyOf(used: readonly Segment[], { width }: Size, left: number) {
  const placed: { readonly at: Segment; readonly x: number; readonly row: number }[] = [];
  let [x, row] = [0, 0];
  for (const at of used) {
    const long = line.swatch + at.name.length * line.character;
    if (x > 0 && x + long > width) [x, row] = [0, row + 1];
    placed.push({ at, x, row });
    x += long + line.gap;
  }
  const height = (row + 1) * line.height + 10;
  const marks = placed.flatMap((one) => swatch(one.at, one.x - left, one.row * line.height + 8 - height));
  return { height, marks };
}

function swatch({ name, fill }: Segment, dx: number, dy: number): Plot.Markish[] {
  const at = { frameAnchor: "top-left", dy } as const;
  return [
    Plot.dot([name], { ...at, dx: dx + 6, r: 6, symbol: "square", fill: () => fill }),
    Plot.text([name], { ...at, dx: dx + line.swatch, textAnchor: "start", lineAnchor: "middle", fill: "var(--ink)" }),
  ];
}

import * as Plot from "@observablehq/plot";
import { expect, test } from "vitest";
import { colourVariables } from "#kit/colours.ts";
import { draw, sizes, toSvg } from "#kit/draw/draw.ts";
import { hatch, hatched } from "#kit/draw/hatch.ts";
import { standalone } from "#kit/draw/standalone.ts";
import { chapter, tiny } from "#test/support/chapter.ts";
import { drawingFaults } from "#test/support/marks/faults.ts";
import { valuesOf } from "#test/support/marks/ground.ts";

const plot = (): Plot.PlotOptions => ({
  marks: [hatch("unknown"), Plot.barX([0.2], { x: (share: number) => share, fill: hatched("unknown") })],
});
const [told] = chapter(tiny({}, { plot } as object)).figures.values();
if (told === undefined) throw new Error("no figure");
const svg = toSvg(draw(told, sizes.wide), told.alt, "x");

test("what is unknown is hatched, under an id of the figure's own", () => {
  expect(svg).toMatch(/<pattern [^>]*id="tiny-line-700-hatch-unknown"/);
  expect(svg).toContain('fill="url(#tiny-line-700-hatch-unknown)"');
  expect(svg).toContain('stroke="var(--entity-unknown)"');
  expect(standalone(told, "Source")).toContain('stroke="#8f8b83"');
});

test("a hatch needs no other mark of what it means", () => {
  expect(drawingFaults(svg, valuesOf(colourVariables("light")))).toEqual([]);
});

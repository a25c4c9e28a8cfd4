import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { placeOf, timeAxis } from "#kit/draw/axis.ts";
import { notesOf } from "#kit/draw/breaks.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const plot = (options: Plot.PlotOptions) =>
  Plot.plot({ width: 240, marginLeft: 20, marginRight: 20, document, marks: [Plot.frame()], ...options });

const utc = plot({ x: { type: "utc", domain: [new Date("2025-01-01"), new Date("2025-01-11")] } });
const years = plot({ x: { type: "linear", domain: [2020, 2024] } });
const months = plot({ x: { type: "band", domain: ["2025-01", "2025-02", "2025-03"], padding: 0 } });

test.each([
  ["instants", utc, "x"],
  ["years", years, "x"],
  ["months in a row", months, "x"],
  ["years from top to bottom", plot({ y: { type: "band", domain: ["2023", "2024"] } }), "y"],
  ["amounts", plot({ x: { type: "linear", domain: [0, 100] } }), null],
  ["names", plot({ x: { type: "band", domain: ["China", "France"] } }), null],
])("an axis of %s", (_, drawn, axis) => expect(timeAxis(drawn)).toBe(axis));

test.each([
  ["in the middle of an axis of days", utc, "2025-01-06", 120],
  ["at half of the third year", years, "2022-07-02", 145],
  ["before the month that begins then", months, "2025-02-01", 20 + 200 / 3],
  ["before the next month, where it lies inside one", months, "2025-02-10", 20 + 400 / 3],
  ["nowhere, where the axis does not reach it", utc, "2026-01-01", null],
])("a day %s", (_, drawn, day, pixels) => {
  const found = placeOf(drawn.scale("x") as Plot.Scale, day);
  if (pixels === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(pixels, 0);
});

test("notes that would meet stand on lines of their own, and the last leans back from the edge", () => {
  const at = (note: string, from: number) => ({ note, from, to: from });
  const notes = notesOf([at("list capped", 100), at("zeros listed", 120), at("list capped", 130), at("far", 300)], 310);
  expect(notes.map(({ text, side, row }) => [text, side, row])).toEqual([
    ["list capped", "start", 0],
    ["zeros listed", "start", 1],
    ["far", "end", 0],
  ]);
});

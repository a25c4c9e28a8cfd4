import { describe, expect, test } from "vitest";
import { colourVariables, grounds, type Theme } from "#kit/colours.ts";
import { draw, sizes, toSvg } from "#kit/draw/draw.ts";
import { loadAnalyses } from "#scripts/lib/analyses.ts";
import { compute } from "#site/lib/compute.ts";
import { drawingFaults } from "#test/support/marks/faults.ts";
import { valuesOf } from "#test/support/marks/ground.ts";
import { readDrawing } from "#test/support/marks/read.ts";
import { allSeries } from "#test/support/marks/series.ts";

const reports = await compute(await loadAnalyses("analyses"));
const themes = Object.keys(grounds) as Theme[];
const drawings = reports.flatMap(({ edition, chapters }) =>
  chapters.flatMap(({ figures }) =>
    [...figures.values()].flatMap((told) =>
      Object.entries(sizes).map(
        ([size, at]) => [`${edition.id} ${told.id} ${size}`, toSvg(draw(told, at), told.alt, "x")] as const,
      ),
    ),
  ),
);

test("there are drawings, and marks of entities in most of them", () => {
  expect(drawings.length).toBeGreaterThanOrEqual(12);
  expect(drawings.filter(([, svg]) => allSeries(readDrawing(svg)).length > 0).length).toBeGreaterThan(
    drawings.length / 2,
  );
});

describe.each(themes)("in the %s theme", (theme) => {
  const values = valuesOf(colourVariables(theme));

  test.each(drawings)("everything in %s can be seen and told apart", (_, svg) => {
    expect(drawingFaults(svg, values)).toEqual([]);
  });

  test("a colour of the registry that is flipped to another's, or to the ground's, is found", () => {
    const found = (flipped: Readonly<Record<string, string>>): string[] =>
      drawings.flatMap(([, svg]) => drawingFaults(svg, { ...values, ...flipped }));
    expect(found({ "entity-cn": values["entity-us"] ?? "" }).join()).toMatch(/entity-us and entity-cn differ by 0\.0/);
    expect(found({ "entity-us": values.rule ?? "" }).join()).toMatch(/entity-us is 1\.\d+ to 1 on paper/);
    expect(found({ quiet: values.rule ?? "" }).join()).toMatch(/is 1\.\d+ to 1, less than 7/);
  });
});

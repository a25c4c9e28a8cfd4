import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { draw, sizes, toSvg } from "#kit/draw/draw.ts";
import { standalone } from "#kit/draw/standalone.ts";
import type { Told } from "#kit/tell.ts";
import { loadAnalyses } from "#scripts/lib/analyses.ts";
import { compute } from "#site/lib/compute.ts";

const reports = await compute(await loadAnalyses("analyses"));
const figures = reports.flatMap(({ edition, chapters }) =>
  chapters.flatMap((chapter) =>
    [...chapter.figures.values()].map((told) => [`${edition.id}-${told.id}`, told] as const),
  ),
);

const drawings = {
  wide: (told: Told) => `${toSvg(draw(told, sizes.wide), told.alt, "description")}\n`,
  phone: (told: Told) => `${toSvg(draw(told, sizes.phone), told.alt, "description")}\n`,
  file: (told: Told) => standalone(told, "Source line"),
} as const;

/** Compares with `test/golden/<name>.svg`; leaves `<name>-changed.svg` when they differ. A missing golden is written, but never in CI. */
function compare(name: string, svg: string): void {
  const golden = `test/golden/${name}.svg`;
  const changed = `test/golden/${name}-changed.svg`;
  if (!existsSync(golden) && !process.env.CI) writeFileSync(golden, svg);
  const same = existsSync(golden) && readFileSync(golden, "utf8") === svg;
  if (same) rmSync(changed, { force: true });
  else writeFileSync(changed, svg);
  expect(same, `${golden} differs: compare it with ${changed}`).toBe(true);
}

describe.each(figures)("%s", (name, told) => {
  test.each(Object.keys(drawings) as (keyof typeof drawings)[])("drawn as before: %s", (kind) => {
    compare(`${name}-${kind}`, drawings[kind](told));
  });
});

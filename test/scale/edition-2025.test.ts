import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { envelope } from "#kit/facts.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { loadAnalyses } from "#scripts/lib/analyses.ts";
import { compute } from "#site/lib/compute.ts";
import { committed, onListings } from "#test/support/scale.ts";

const reports = await compute(await loadAnalyses("analyses"));
const chapterIn = (id: string) => {
  const chapter = reports
    .find(({ edition }) => edition.id === id)
    ?.chapters.find(({ analysis }) => analysis.id === "scale");
  if (chapter === undefined) throw new Error(`edition ${id} has no chapter on scale`);
  return chapter;
};
const chapter = chapterIn("2025-autumn");
const last = "2025-09-30";

test("stands on the same two listings as the later edition, row by row", () => {
  const schemas = Object.values(onListings.tables);
  const rows = schemas.map((schema) => {
    const file = readFileSync(`data/tables/2025-autumn/scale/${schema.name}.arrow`);
    return [schema.name, decodeEvidence(file, schema).rows];
  });
  expect(Object.fromEntries(rows)).toEqual(committed());
});

describe("nothing of a later day", () => {
  test("is a fact, a row of a figure or a comparison", () => {
    expect([...chapter.facts].filter(([, { basis }]) => basis.asOf > last).map(([id]) => id)).toEqual([]);
    const rows = [...chapter.figures.values()].flatMap(({ rows }) => rows);
    const days = rows.flatMap((row) => Object.values(row).filter((value) => /^\d{4}-\d\d-\d\d$/.test(String(value))));
    expect(days.length).toBeGreaterThan(100);
    expect(days.filter((day) => String(day) > last)).toEqual([]);
    const held = chapter.findings.comparisons.map(({ published }) => published);
    expect(held).toEqual(["FIO-01", "FIO-02", "FIO-03", "MID-01", "ECO-01", "ECO-02", "S26-06"]);
  });

  test("changes the finding: its own title, and the pace up to the summer of 2025", () => {
    expect(chapter.title).toBe(
      "Hub models: doubling time 5.37 months in 2022, 11.4 months in 2025 by published totals",
    );
    expect(chapterIn("2026-autumn").title).not.toBe(chapter.title);
    expect(chapter.figures.get("totals")?.title).toMatch(/1\.8M published for July 2025$/);
  });
});

test("what the prose says holds: three steps in one direction, and a year at the newest pace about a doubling", () => {
  const fact = (id: string) => {
    const found = chapter.facts.get(id);
    if (found === undefined) throw new Error(`no fact ${id}`);
    return found;
  };
  const steps = ["2023", "2024", "2025"].map((year) => envelope(fact(`published-doubling-${year}`)));
  expect((steps[0]?.upper ?? 0) < (steps[1]?.lower ?? 0) && (steps[1]?.upper ?? 0) < (steps[2]?.lower ?? 0)).toBe(true);
  expect(envelope(fact("published-last-year")).upper).toBeLessThan(envelope(fact("models-growth-least")).lower);
  expect(fact("models-doubling-most").value).toBeLessThan(Number(fact("published-doubling-2023").value));
});

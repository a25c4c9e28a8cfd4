import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { families } from "#analyses/openness/families.ts";
import type { Fact } from "#kit/facts.ts";
import { checkProse } from "#kit/prose/check.ts";
import { readReference } from "#loaders/reference.ts";
import { committed, openness } from "#test/support/openness.ts";

const chapter = await openness();
const facts = [...chapter.facts];

test("the committed evidence and code give a chapter without problems", () => {
  expect(chapter.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
});

test("the prose has no problems", async () => {
  const file = "analyses/openness/2026-autumn.mdx";
  const published = (await readReference("data/reference")).published.map(({ id }) => id);
  const problems = checkProse(file, readFileSync(file, "utf8"), {
    chapter,
    published,
    sources: ["hub-stats-sample", "radar", "model-cards-2022", "dataset-cards-2023", "epoch-models"],
  });
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([]);
});

describe("every fact", () => {
  const uncounted: readonly Fact["unit"][] = ["date", "points", "times"];

  test("is a finite number or a day", () => {
    const wrong = facts.filter(([, { value, unit }]) =>
      unit === "date" ? !/^\d{4}-\d\d-\d\d$/.test(String(value)) : !Number.isFinite(value),
    );
    expect(wrong).toEqual([]);
  });

  test("has a definition of a sentence", () => {
    expect(
      facts
        .filter(([, { definition }]) => !/^[A-Z].{20,}\.$/.test(definition))
        .map(([id, { definition }]) => [id, definition]),
    ).toEqual([]);
  });

  test("has a basis: population, day, tables and sources; only the listings of cards are complete", () => {
    const days = new Set(Object.values(committed()).flatMap((rows) => rows.map((row) => String(row.observed_on))));
    for (const [id, { basis }] of facts) {
      expect(days.has(basis.asOf), `${id}: ${basis.asOf}`).toBe(true);
      expect(basis.population.length, id).toBeGreaterThan(20);
      expect(basis.complete, id).toBe(/card|dataset-file/.test(id));
      expect(basis.tables.length * basis.sources.length, id).toBeGreaterThan(0);
    }
  });

  test("counts its observations, but for days, differences and indices", () => {
    expect(facts.filter(([, { n, unit }]) => n === null && !uncounted.includes(unit)).map(([id]) => id)).toEqual([]);
    expect(
      facts
        .filter(([, { n, unit }]) => n !== null && (n < 0 || !Number.isInteger(n)) && unit !== "date")
        .map(([id]) => id),
    ).toEqual([]);
  });

  test("shares lie within their bounds, and every variant within 0 and 1", () => {
    for (const [id, { value, bounds, unit, variants }] of facts) {
      if (unit !== "share") continue;
      expect(bounds?.lower ?? 0, id).toBeLessThanOrEqual(Number(value) + 1e-12);
      expect(bounds?.upper ?? 1, id).toBeGreaterThanOrEqual(Number(value) - 1e-12);
      for (const variant of variants)
        expect(variant.value >= 0 && variant.value <= 1, `${id} ${variant.label}`).toBe(true);
    }
  });

  test("headline shares name every other way to count", () => {
    for (const id of ["permissive-models", "permissive-downloads", "none-models"])
      expect(chapter.facts.get(id)?.variants.length, id).toBeGreaterThanOrEqual(5);
    const recent = chapter.facts.get("recent-permissive-models")?.variants.map(({ label }) => label);
    expect(recent).toContain("removed models left out");
    expect(recent).toContain("sentence-transformers left out");
  });
});

test.each(["", "recent-"])('families of population "%s" add up to one, by models and by downloads', (prefix) => {
  for (const weight of ["models", "downloads"]) {
    const parts = families.map((family) => Number(chapter.facts.get(`${prefix}${family}-${weight}`)?.value));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
  }
});

test("the publisher that the prose names is the heaviest American one, and its old image models state no licence", () => {
  const rows: readonly Readonly<Record<string, unknown>>[] = committed()["licensed-models"] ?? [];
  const silent = rows.filter(({ owner, licence }) => owner === "openai" && licence === null);
  const downloads = silent.reduce((sum, row) => sum + Number(row.downloads_30d), 0);
  expect(silent.reduce((sum, row) => sum + Number(row.models), 0)).toBe(2);
  expect(downloads).toBe(31_524_064 + 21_759_876);
  expect(chapter.facts.get("none-us-without")?.definition).toContain("without those of openai");
});

test("every published figure of the themes is held against a fact, but for what nothing here measures", async () => {
  const { published } = await readReference("data/reference");
  const themes = ["openness", "licences", "properties"];
  const wanted = published.filter(({ theme }) => themes.includes(theme)).map(({ id }) => id);
  const held = chapter.findings.comparisons.map((comparison) => comparison.published);
  expect(wanted.filter((id) => !held.includes(id))).toEqual(["AII-01", "AII-02"]);
  expect(held.length).toBe(10);
});

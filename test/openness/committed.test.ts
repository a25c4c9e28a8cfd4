import { describe, expect, test } from "vitest";
import { families } from "#analyses/openness/families.ts";
import { readReference } from "#loaders/reference.ts";
import { committed, openness } from "#test/support/openness.ts";

const chapter = await openness();
const facts = [...chapter.facts];

describe("every fact", () => {
  test("is of a day of the evidence; only the listings of cards are complete", () => {
    const days = new Set(Object.values(committed()).flatMap((rows) => rows.map((row) => String(row.observed_on))));
    for (const [id, { basis }] of facts) {
      expect(days.has(basis.asOf), `${id}: ${basis.asOf}`).toBe(true);
      expect(basis.complete, id).toBe(/card|dataset-file/.test(id));
    }
  });

  test("has shares, and other ways to count them, between 0 and 1", () => {
    const shares = facts.filter(([, { unit }]) => unit === "share");
    const values = shares.flatMap(([, { value, variants }]) => [Number(value), ...variants.map((one) => one.value)]);
    expect(values.length).toBeGreaterThan(100);
    expect(values.filter((value) => !(value >= 0 && value <= 1))).toEqual([]);
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

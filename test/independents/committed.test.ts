import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import type { Fact } from "#kit/facts.ts";
import { checkProse } from "#kit/prose/check.ts";
import { readReference } from "#loaders/reference.ts";
import { knownUntil } from "#loaders/until.ts";
import { editionOf } from "#test/support/committed.ts";
import { committed, independents } from "#test/support/independents.ts";

const reference = await readReference("data/reference");

describe.each(["2026-autumn", "2025-autumn"])("%s", async (edition) => {
  const chapter = await independents(edition);
  const facts = [...chapter.facts];

  test("the committed evidence and code give a chapter without problems", () => {
    expect(chapter.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
    expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "independents", {}))).toEqual([]);
    expect(chapter.figures.size).toBe(5);
  });

  test("the prose has no problems", () => {
    const file = `analyses/independents/${edition}.mdx`;
    const published = knownUntil(editionOf(edition), reference).reference.published.map(({ id }) => id);
    const sources = Object.keys(editionOf(edition).sources);
    const problems = checkProse(file, readFileSync(file, "utf8"), { chapter, published, sources });
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([]);
  });

  test("no table names a repository, and none names an owner that the registry does not", () => {
    const known = new Set([...reference.owners.map(({ owner }) => owner), "(none)", "(unregistered)"]);
    const rows = Object.values(committed(edition)).flat();
    expect(rows.filter((row) => Object.values(row).some((cell) => /^[\w.-]+\/[\w.-]+$/.test(String(cell))))).toEqual(
      [],
    );
    expect(rows.filter(({ owner }) => owner !== undefined && !known.has(String(owner)))).toEqual([]);
  });

  test("every fact is finite, defined in a sentence, within its bounds, and of a day that the edition knows", () => {
    const outside = ({ value, bounds }: { value: Fact["value"]; bounds?: Fact["bounds"] }): boolean =>
      bounds !== null && bounds !== undefined && (Number(value) < bounds.lower || Number(value) > bounds.upper);
    for (const [id, one] of facts) {
      expect(one.unit === "date" || Number.isFinite(one.value), id).toBe(true);
      expect(one.definition, id).toMatch(/^[A-Z].{20,}\.$/);
      expect([one, ...one.variants].some(outside), id).toBe(false);
      expect(one.basis.asOf <= editionOf(edition).as_of, id).toBe(true);
    }
  });

  test("kinds and what is unknown add up to the whole, and groups of kinds to theirs", () => {
    const value = (id: string): number => Number(chapter.facts.get(id)?.value ?? 0);
    const sum = (measure: string, ...kinds: string[]): number =>
      kinds.reduce((all, kind) => all + value(`${kind}-${measure}`), 0);
    for (const measure of ["owners", "models", "downloads"]) {
      const all = sum(measure, "industry", "research", "independent", "unclassified", "nameless");
      expect(all, measure).toBeCloseTo(1, 12);
      expect(value(`research-${measure}`)).toBeCloseTo(sum(measure, "academia", "government", "non-profit"), 12);
      expect(value(`independent-${measure}`)).toBeCloseTo(sum(measure, "individual", "community"), 12);
    }
  });

  test("facts of a part of the Hub name it, and those of 2022 are of the whole", () => {
    const part = /^(before|dated|radar|derived|lineage|days|user|other|one|with)-/;
    for (const [id, { basis }] of facts)
      if (id !== "listed-models") expect([id, basis.complete]).toEqual([id, !part.test(id)]);
  });
});

test("the edition of 2025 lacks the list of recent models, and what is in both is the same but for the daily list's end", async () => {
  const [early, late] = [await independents("2025-autumn"), await independents()];
  expect([...early.facts.keys()].filter((id) => /^(radar|derived)-/.test(id))).toEqual([]);
  const moved = [...early.facts].filter(([id, { value }]) => late.facts.get(id)?.value !== value).map(([id]) => id);
  expect(moved.every((id) => /^(user|other|one|days|with|listed)-/.test(id))).toBe(true);
  expect(early.title).not.toBe(late.title);
});

test("what the prose says of published numbers holds: near one, inside wide bounds", async () => {
  const { facts } = await independents("2025-autumn");
  const published = (id: string): number => (reference.published.find((one) => one.id === id)?.value ?? 0) / 100;
  const inside = (id: string, value: number): boolean => {
    const { lower, upper } = facts.get(id)?.bounds ?? { lower: 1, upper: 0 };
    return lower < value && value < upper;
  };
  expect(inside("before-independent-downloads", published("S26-15"))).toBe(true);
  expect(inside("before-industry-downloads", published("S26-17"))).toBe(true);
  const near = Number(facts.get("before-industry-downloads-hosted")?.value) - published("S26-17");
  expect(Math.abs(near)).toBeLessThan(0.02);
  const bounds = ["quantized", "finetune"].map(
    (relation) => facts.get(`lineage-${relation}-independent-models`)?.bounds,
  );
  expect(bounds[0]?.lower).toBeLessThan(bounds[1]?.upper ?? 0);
});

test("published figures on independents and on industry are all held against a fact", async () => {
  const chapter = await independents();
  const held = chapter.findings.comparisons.map(({ published }) => published).sort();
  expect(held).toEqual(["S26-14", "S26-15", "S26-16", "S26-17", "S26-18"]);
});

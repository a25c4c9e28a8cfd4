import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Fact, interval, numeric } from "#kit/facts.ts";
import { checkProse } from "#kit/prose/check.ts";
import { reference } from "#test/support/science.ts";
import { committed, science } from "#test/support/science-chapter.ts";

const chapter = await science();
const facts = [...chapter.facts];
const value = (id: string): number => numeric(chapter.facts.get(id) as Fact);

test("the committed evidence and code give a chapter without problems", () => {
  expect(chapter.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
});

test("the prose has no problems", () => {
  const file = "analyses/science/2026-autumn.mdx";
  const published = reference.published.map(({ id }) => id);
  const sources = ["epoch-models", "hub-stats-sample", "radar"];
  const problems = checkProse(file, readFileSync(file, "utf8"), { chapter, published, sources });
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([]);
});

describe("every fact", () => {
  test("is a finite number, with bounds around it", () => {
    for (const [id, fact] of facts) {
      expect(Number.isFinite(fact.value), id).toBe(true);
      const { lower, upper } = interval(fact);
      expect(lower, id).toBeLessThanOrEqual(numeric(fact) + 1e-12);
      expect(upper, id).toBeGreaterThanOrEqual(numeric(fact) - 1e-12);
    }
  });

  test("says what it is, of whom, and names its sources", () => {
    for (const [id, { definition, basis, n }] of facts) {
      expect(definition, id).toMatch(/^[A-Z].{20,}\.$/s);
      expect(basis.complete, id).toBe(false);
      expect(n, id).not.toBeNull();
    }
  });
});

test("shares of kinds add up with what is unknown", () => {
  for (const group of ["science", "every", "other-science", "other-every"]) {
    const kinds = ["industry", "academia", "government", "non-profit", "community", "individual"];
    const known = kinds.reduce((sum, kind) => sum + value(`${group}-${kind}`), 0);
    expect(known, group).toBeCloseTo(value(`${group}-attributed`), 10);
    const { lower, upper } = interval(chapter.facts.get(`${group}-industry`) as Fact);
    expect(upper - lower, group).toBeCloseTo(1 - known, 10);
  }
});

test("without its three most downloaded, science's share is their variant's", () => {
  const variants = (chapter.facts.get("downloads-share") as Fact).variants;
  expect(value("downloads-share-rest")).toBeCloseTo(variants.at(-1)?.value ?? Number.NaN, 12);
  expect(variants.at(-1)?.label).toContain("granite-docling");
});

test("biology: 351 models once lists are split, open between 14 and 95 percent", () => {
  expect(value("biology-models")).toBe(351);
  const { lower, upper } = interval(chapter.facts.get("biology-open") as Fact);
  expect(lower.toFixed(2)).toBe("0.14");
  expect(upper.toFixed(2)).toBe("0.95");
  expect(value("biology-unrecorded")).toBeCloseTo(284 / 351, 12);
});

test("no table names more than 200 repositories, and none from a source without a licence", () => {
  const named = new Set((committed()["science-top"] ?? []).map(({ repo }) => repo));
  expect(named.size).toBeGreaterThan(50);
  expect(named.size).toBeLessThanOrEqual(200);
});

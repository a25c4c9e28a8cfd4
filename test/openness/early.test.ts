import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkProse } from "#kit/prose/check.ts";
import { editionOf } from "#test/support/committed.ts";
import { openness } from "#test/support/openness.ts";

const chapter = await openness("2025-autumn");
const later = await openness();

test("without lists of licences the chapter speaks of cards and access alone, on the same evidence as later", () => {
  expect(chapter.problems).toEqual([]);
  expect([...chapter.figures.keys()].sort()).toEqual(["access-by-kind", "access-by-year", "cards"]);
  for (const [id, { value, basis }] of chapter.facts) {
    expect(later.facts.get(id)?.value, id).toBe(value);
    expect(basis.asOf <= "2025-09-30", id).toBe(true);
  }
  expect(chapter.facts.has("permissive-models")).toBe(false);
});

test("it compares itself with nothing that was published of later days", () => {
  expect(chapter.findings.comparisons.filter(({ published }) => published.startsWith("SUM"))).toEqual([]);
});

test("the prose of 2025 has no problems", () => {
  const file = "analyses/openness/2025-autumn.mdx";
  const published = ["AII-01", "AII-02", "ECO-10", "ECO-13"];
  const sources = Object.keys(editionOf("2025-autumn").sources);
  expect(checkProse(file, readFileSync(file, "utf8"), { chapter, published, sources })).toEqual([]);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkProse } from "#kit/prose/check.ts";
import { editionOf } from "#test/support/committed.ts";
import { sovereignty } from "#test/support/sovereignty.ts";

const chapter = await sovereignty("2025-autumn");
const later = await sovereignty();

test("without the curated list the panel's facts are those of the edition that has it", () => {
  expect(chapter.problems).toEqual([]);
  const shared = [...chapter.facts].filter(([id]) => later.facts.has(id));
  expect(shared.length).toBe(chapter.facts.size);
  for (const [id, { value }] of shared) expect(later.facts.get(id)?.value, id).toBe(value);
});

test("what rests on the list is not there, rather than zero", () => {
  const curated = [...chapter.facts.keys()].filter((id) => /curated|google-gain|early/.test(id));
  expect(curated.filter((id) => id !== "cn-growth-early")).toEqual([]);
  expect(chapter.figures.has("curated-shares")).toBe(false);
  const rows = chapter.figures.get("company-downloads")?.rows ?? [];
  expect(rows.map((row) => row.curated)).toEqual(rows.map(() => null));
});

test("it stands beside the one published pair that its day knows", () => {
  const rows = chapter.figures.get("beside-published")?.rows ?? [];
  expect(rows.filter(({ origin }) => origin === "published").map(({ row }) => row)).toEqual(["Economies study"]);
  expect(chapter.findings.comparisons.map(({ published }) => published)).toEqual(["ECO-03", "ECO-04", "S26-20"]);
});

test("the prose of 2025 has no problems", () => {
  const file = "analyses/sovereignty/2025-autumn.mdx";
  const sources = Object.keys(editionOf("2025-autumn").sources);
  expect(checkProse(file, readFileSync(file, "utf8"), { chapter, published: ["ECO-03", "ECO-04"], sources })).toEqual(
    [],
  );
});

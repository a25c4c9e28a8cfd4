import { expect, test } from "vitest";
import { checkFamilies } from "#loaders/reference/families.ts";
import { readReference } from "#loaders/reference.ts";

const { families, owners } = await readReference("data/reference");

/** What the check says of one row, beside the registry of owners. */
function faults(changes: Partial<(typeof families)[number]>): string[] {
  const problems: string[] = [];
  const row = { family: "Qwen", owners: "Qwen", pattern: "qwen", source: "unsourced", confidence: "low", note: null };
  const lines = { file: "model-families.csv", rows: [{ ...row, ...changes }], lines: [2] };
  checkFamilies(lines, { file: "owners.csv", rows: owners, lines: [] }, problems);
  return problems;
}

test("a sound row passes; unknown owners, patterns that cannot match and unearned confidence do not", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ owners: "Qwen+nobody-at-all" })).toEqual([
    expect.stringContaining('owner "nobody-at-all" of Qwen has no row'),
  ]);
  expect(faults({ pattern: "Qwen" })).toEqual([expect.stringContaining('pattern "Qwen" of Qwen is no expression')]);
  expect(faults({ pattern: "(" })).toEqual([expect.stringContaining("is no expression")]);
  expect(faults({ confidence: "high" })).toHaveLength(1);
});

test("each namespace belongs to one family, and each family has a source", () => {
  const all = families.flatMap(({ owners: names }) => names.split("+"));
  expect(new Set(all).size).toBe(all.length);
  expect(families.length).toBeGreaterThanOrEqual(20);
  expect(families.filter(({ source }) => source === "unsourced")).toEqual([]);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { conflictFaults, figuresIn } from "#analyses/_ledger/conflicts.ts";
import { sectionsOf } from "#kit/prose/sections.ts";
import { readReference } from "#loaders/reference.ts";
import { conflicts } from "#loaders/schema/published.ts";

const { published } = await readReference("data/reference");
const file = "analyses/_ledger/2026-autumn.mdx";
const mdx = readFileSync(file, "utf8");

test("sections know their figures, in reading order", () => {
  const text =
    'First <Published id="A" />.\n\n## One *two*\n\n<Published id="B" /> and\n<Published id="C" />\n\n## Three\n';
  expect(sectionsOf(text)).toEqual([
    { title: "One two", start: 29, published: ["B", "C"] },
    { title: "Three", start: text.indexOf("## Three"), published: [] },
  ]);
});

test("the prose shows both sides of every conflict", () => {
  expect(conflictFaults(file, mdx, published)).toEqual([]);
  for (const conflict of Object.keys(conflicts)) expect(figuresIn(conflict, published).length).toBeGreaterThan(0);
});

test("a figure that a section leaves out is named with its line", () => {
  const without = mdx.replace('<Published id="ECO-13" />', "its table");
  const line = without.slice(0, without.indexOf(`## ${conflicts.C11}`)).split("\n").length;
  expect(conflictFaults(file, without, published)).toEqual([
    { file, line, column: 1, message: expect.stringContaining("does not show ECO-13, which stands in C11") },
  ]);
});

test("a conflict without a section is named", () => {
  const without = mdx.replace(`## ${conflicts.C5}`, "## Something else");
  expect(conflictFaults(file, without, published)).toEqual([
    expect.objectContaining({ file, line: 1, message: `conflict C5 has no section: add "## ${conflicts.C5}"` }),
  ]);
});

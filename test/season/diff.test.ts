import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import type { Changes } from "#site/lib/changes/types.ts";
import { type Project, project } from "#test/fixtures/project.ts";
import { season } from "#test/support/season.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let it: Project;

/** A project with two drafts, whose one chapter counts what an edition's table says; the later one's table has a row more. */
beforeAll(async () => {
  it = await project();
  const { root } = it.paths;
  const record = JSON.parse(await readFile(join(root, "data/editions/2026-autumn.json"), "utf8"));
  const early = { ...record, id: "2026-spring", title: "Spring 2026", as_of: "2026-03-31" };
  await it.put("data/editions/2026-spring.json", JSON.stringify(early));
  await it.put("analyses/example/analysis.ts", analysis);
  for (const id of ["2026-spring", "2026-autumn"]) {
    await it.put(`analyses/example/${id}.mdx`, "Words that no check has seen: more than 100 percent.\n");
    await it.put(`data/tables/${id}/tables.json`, "{}");
  }
});

const analysis = `
const basis = (asOf) => ({ population: "models of a panel on " + asOf, complete: false, asOf, tables: [], sources: [] });
const fact = (value, unit, asOf) => ({
  value, unit, definition: "Counted one by one, in a panel.", n: null, of: null, basis: basis(asOf), bounds: null, variants: [],
});
const text = { kind: "text", text: "A title", typed: [], refuted: ["it does not hold yet"] };
let day = "2026-03-31";
export default {
  id: "example", order: 1, label: "Example", question: "How many?", needs: [], tables: {}, figures: {},
  compute() {
    const facts = { models: fact(day === "2026-03-31" ? 10 : 12, "models", day), namespaces: fact(3, "namespaces", day) };
    if (day > "2026-03-31") facts.later = fact(0.25, "share", day);
    const found = { title: text, standfirst: text, facts, frames: {}, comparisons: [], basis: basis(day) };
    day = "2026-09-30";
    return found;
  },
};
`;

test("two drafts are compared, whether or not their prose holds already", async () => {
  const { code, out, err } = await season(it.paths.root, ["diff", "2026-spring", "2026-autumn", "--json"]);
  expect([code, err]).toEqual([0, expect.anything()]);
  const { facts } = JSON.parse(out) as Changes;
  const example = facts.filter(({ analysis: of }) => of === "example");
  expect(example.map(({ id, difference, causes: [first] }) => [id, difference, first?.cause])).toEqual([
    ["models", "+2 models", "data"],
    ["namespaces", "none", "unchanged"],
    ["later", null, "not comparable"],
  ]);
});

test("for people: a line a chapter, and on demand one a fact that is not the same", async () => {
  const { out, err } = await season(it.paths.root, ["diff", "2026-spring", "2026-autumn", "--facts"]);
  expect(out).toContain("Spring 2026 (2026-spring) to Autumn 2026 (2026-autumn): ");
  expect(out).toMatch(/^Example +1 +· +· +· +· +1 +1$/m);
  expect(out).toContain("example/models  10 models -> 12 models  +2 models  data (+2 models)\n");
  expect(out).not.toContain("example/namespaces");
  expect(err.trim().split("\n")).toHaveLength(3);
});

test.each([
  [
    ["2026-autumn", "2026-spring"],
    "2026-autumn speaks of a later day than 2026-spring: write diff 2026-spring 2026-autumn",
  ],
  [["2026-autumn", "2026-autumn"], "are one edition: name two"],
  [["2026-autum", "2026-spring"], "did you mean 2026-autumn?"],
  [["2026-spring"], "Missing required positional argument: NEW"],
  [["2026-spring", "2026-autumn", "2026-autumn"], "diff takes two editions"],
])("%j is a wrong call", async (args, message) => {
  const { code, err } = await season(it.paths.root, ["diff", ...args]);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});

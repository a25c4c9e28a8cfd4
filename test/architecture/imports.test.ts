import { describe, expect, test } from "vitest";
import { violations } from "#test/support/boundaries.ts";
import { moduleOf, modules } from "#test/support/modules.ts";

const all = modules(["loaders", "data", "analyses", "site", "scripts", "test"]);

test("imports go one way, and only scripts and tests touch the world", () => {
  expect(all.flatMap(violations)).toEqual([]);
});

test("the walk reaches every folder, and sees the imports in it", () => {
  for (const folder of ["loaders", "analyses", "site", "scripts", "test"]) {
    const own = all.filter(({ file }) => file.startsWith(`${folder}/`));
    expect(own.length, folder).toBeGreaterThan(5);
    expect(own.flatMap(({ imports }) => imports).length, folder).toBeGreaterThan(10);
  }
  expect(all.find(({ file }) => file === "analyses/sovereignty/series.ts")?.imports).toContain(
    "loaders/schema/reference.ts",
  );
  expect(all.some(({ file, imports }) => file.startsWith("site/") && imports.includes("analyses/*/analysis.ts"))).toBe(
    true,
  );
});

test("data holds no code", () => {
  expect(all.filter(({ file }) => file.startsWith("data/"))).toEqual([]);
});

describe("the walk finds imports in every form", () => {
  test.each<[string, string, string[]]>([
    ["import", 'import { a } from "./b.ts";', ["analyses/x/b.ts"]],
    ["a type alone", 'import type { A } from "../y/b.ts";', ["analyses/y/b.ts"]],
    ["without names", 'import "#scripts/report.ts";', ["scripts/report.ts"]],
    ["over lines", 'import {\n  a,\n  b,\n} from\n  "#kit/facts.ts";', ["analyses/_kit/facts.ts"]],
    ["export from", 'export * from "../../site/lib/code.ts";', ["site/lib/code.ts"]],
    ["dynamic", 'const a = await import("#test/x.ts");', ["test/x.ts"]],
    ["dynamic by template", "const a = await import(`#test/x.ts`);", ["test/x.ts"]],
    ["a type import", 'let a: import("#scripts/x.ts").A;', ["scripts/x.ts"]],
    ["require", 'const a = require("node:fs");', ["node:fs"]],
    [
      "glob",
      'import.meta.glob(["/analyses/*/analysis.ts", "!/analyses/_*/**"], { eager: true });',
      ["analyses/*/analysis.ts"],
    ],
    ["no comment, no string", '// import "x"\nconst a = \'import "y"\';', []],
  ])("%s", (_, code, imports) => {
    expect(moduleOf("analyses/x/a.ts", code).imports).toEqual(imports);
  });

  test("in the front matter, scripts and expressions of a page, and in MDX", () => {
    const page =
      '---\nimport a from "#scripts/a.ts";\n---\n<p>{Date.now()}</p>\n<script>import b from "#test/b.ts";</script><script src="../../scripts/c.ts"></script>';
    expect(moduleOf("site/pages/a.astro", page)).toMatchObject({
      imports: ["scripts/a.ts", "test/b.ts", "scripts/c.ts"],
      effects: ["Date.now"],
    });
    expect(moduleOf("analyses/x/2026.mdx", 'Text.\n\nimport a from "#site/a.ts"\n').imports).toEqual(["site/a.ts"]);
  });
});

describe("each rule refuses", () => {
  test.each<[string, string]>([
    ["loaders/a.ts", 'import "#analyses/x/a.ts";'],
    ["loaders/a.ts", 'import "../site/a.ts";'],
    ["loaders/a.ts", 'import "#test/a.ts";'],
    ["loaders/a.ts", 'import { writeFile } from "node:fs/promises";'],
    ["loaders/a.ts", 'import * as fs from "node:fs";'],
    ["loaders/a.ts", 'import "node:https";'],
    ["loaders/a.ts", "process.env.HOME;"],
    ["analyses/x/a.ts", 'import "#loaders/engine/decode.ts";'],
    ["analyses/x/a.ts", 'import "#loaders/reference.ts";'],
    ["analyses/x/a.ts", 'import "#data/tables/a.json";'],
    ["analyses/x/a.ts", 'import "../y/a.ts";'],
    ["analyses/_kit/a.ts", 'import "../x/a.ts";'],
    ["analyses/x/a.ts", 'import { readFileSync } from "node:fs";'],
    ["analyses/x/a.ts", 'import "#site/a.ts";'],
    ["analyses/x/a.ts", "const a = new Date();"],
    ["analyses/x/a.ts", "const a = Date.now();"],
    ["analyses/x/a.ts", "const a = Math.random();"],
    ["analyses/x/a.ts", 'await fetch("x");'],
    ["analyses/x/a.ts", "globalThis.fetch;"],
    ["site/lib/a.ts", 'import "#scripts/a.ts";'],
    ["site/lib/a.ts", 'import "#test/a.ts";'],
    ["site/lib/a.ts", 'import { writeFileSync as w } from "node:fs";'],
    ["site/lib/a.ts", 'await fetch("x");'],
    ["scripts/a.ts", 'import "#test/a.ts";'],
    ["test/oracles/a.ts", 'import "#loaders/schema/column.ts";'],
    ["test/oracles/a.ts", 'import "../../analyses/x/a.ts";'],
    ["test/oracles/a.ts", 'import "#kit/facts.ts";'],
    ["test/oracles/a.ts", 'import "#test/support/chapter.ts";'],
  ])("%s: %s", (file, code) => {
    expect(violations(moduleOf(file, code))).toHaveLength(1);
  });

  test.each<[string, string]>([
    ["loaders/a.ts", 'import { readFile } from "node:fs/promises"; import "./schema/b.ts"; new Date("2025-01-01");'],
    [
      "analyses/x/a.ts",
      'import "#kit/a.ts"; import "#loaders/schema/a.ts"; import "#data/reference/colours.json"; import "./b.ts"; import "arquero";',
    ],
    ["analyses/x/a.ts", 'const a = { process: 1 }; a.process; const b = "Date.now()"; new Date(0);'],
    [
      "site/lib/a.ts",
      'import { readFileSync } from "node:fs"; import "#analyses/x/a.ts"; import "#loaders/reference.ts"; process.cwd();',
    ],
    ["scripts/a.ts", 'import { rm } from "node:fs"; import "#site/a.ts"; await fetch("x"); Date.now();'],
    ["test/oracles/a.ts", 'import { readFileSync } from "node:fs"; import "./b.ts";'],
  ])("but not %s: %s", (file, code) => {
    expect(violations(moduleOf(file, code))).toEqual([]);
  });
});

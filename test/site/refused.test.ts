import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { allDrafts } from "../support/drafts.ts";
import { copyProject } from "../support/tree.ts";

const { root, remove } = copyProject();
allDrafts(root);
const prose = "analyses/sovereignty/2026-autumn.mdx";
const code = "analyses/sovereignty/frames.ts";
const figures = "analyses/sovereignty/figures/growth.ts";
const conflicts = "analyses/_ledger/2026-autumn.mdx";
const record = "data/sources/osir-lmts.json";
const table = "data/tables/2026-autumn/sovereignty/top-models.arrow";
const before = new Map(
  [prose, code, figures, conflicts, record, table].map((file) => [file, readFileSync(join(root, file))]),
);

afterEach(() => before.forEach((bytes, file) => void writeFileSync(join(root, file), bytes)));
afterAll(remove);

/** Replaces the first occurrence of a string in a file of the copy. */
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(
    join(root, file),
    text.replace(from, () => to),
  );
}

/** Runs the main job on the copy. */
function report(...args: string[]): { status: number | null; errors: string } {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/report.ts", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, errors: stderr };
}

/** Line and column, from 1, of a string in a file of the copy. */
function place(file: string, needle: string): string {
  const [head = ""] = readFileSync(join(root, file), "utf8").split(needle);
  const lines = head.split("\n");
  return `${file}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

test("an author's mistakes fail the build, all at once, with file, line and column", () => {
  edit(prose, "The panel is", "About 41 % of it. The panel is");
  edit(prose, 'says="rose">rose<', 'says="fell">fell<');
  edit(prose, '<Fact id="panel-models" />', '<Fact id="panel-modles" />');
  edit(prose, '<Source id="osir-lmts" />', '<Sauce id="osir-lmts" />');
  edit(code, "return named.flatMap", "return [...named].slice(9).flatMap");
  edit(conflicts, "sovereignty/cn-share-last", "sovereignty/cn-share-lost");
  edit(conflicts, '<Published id="ECO-13" />', "39.8 percent");
  const { status, errors } = report();
  expect(status).toBe(1);
  expect(errors).toContain(`${place(prose, "41 %")} "41" is typed by hand`);
  expect(errors).toMatch(/2026-autumn\.mdx:\d+:\d+ claim says "fell" of cn-share-first, cn-share-last/);
  expect(errors).toContain(
    `${place(prose, '<Fact id="panel-modles"')} no fact "panel-modles". Did you mean "panel-models"?`,
  );
  expect(errors).toContain(`${place(prose, "<Sauce")} <Sauce> is not an element of prose. Did you mean "Source"?`);
  expect(errors).toContain(
    `${place(conflicts, '<Fact id="sovereignty/cn-share-lost"')} no fact "sovereignty/cn-share-lost". Did you mean "sovereignty/cn-share-last"?`,
  );
  expect(errors).toContain(`${place(conflicts, "39.8")} "39.8" is typed by hand`);
  expect(errors).toContain(
    `${place(conflicts, "## Disclosed")} section "Disclosed training data, to the decimal" does not show ECO-13`,
  );
  expect(errors).toMatch(/figures\/growth\.ts:\d+:\d+ figure "matched-growth": the frame is empty/);
  expect(existsSync(join(root, "dist"))).toBe(false);
});

test("a figure without a description fails the build", () => {
  edit(figures, "describe: (", "describe_: (");
  const { status, errors } = report();
  expect(status).toBe(1);
  expect(errors).toMatch(/figures\/growth\.ts:\d+:\d+ figure "matched-growth": has no description/);
});

test("a damaged table fails the build before anything is made of it", () => {
  const bytes = Buffer.from(before.get(table) ?? []);
  bytes.writeUInt8(bytes.readUInt8(600) ^ 1, 600);
  writeFileSync(join(root, table), bytes);
  const { status, errors } = report();
  expect(status).toBe(1);
  expect(errors).toContain("top-models.arrow: is damaged");
  expect(existsSync(join(root, "dist"))).toBe(false);
});

test("a table whose source record says otherwise fails the build", () => {
  edit(record, '"spdx": "MIT"', '"spdx": "Apache-2.0"');
  const { status, errors } = report();
  expect(status).toBe(1);
  expect(errors).toContain("source osir-lmts had the licence MIT, its record says Apache-2.0");
});

test("an exception in an analysis is a problem at the line that threw", () => {
  edit(code, "return named.flatMap", "throw new RangeError('no such thing'); return named.flatMap");
  const { status, errors } = report();
  expect(status).toBe(1);
  expect(errors).toContain(`${place(code, "new RangeError")} compute threw: no such thing`);
});

test("prose that nothing computes, or for no edition, is not left out in silence", () => {
  const lost = join(root, "analyses", "sovereignty", "2031-spring.mdx");
  writeFileSync(lost, "## What this edition cannot know\n");
  const { status, errors } = report();
  rmSync(lost);
  expect(status).toBe(1);
  expect(errors).toContain('analyses/sovereignty/2031-spring.mdx:1:1 no edition "2031-spring"');
});

test.each([".", "..", "", "site", ".cache", ".cache/sources", ".cache/builds", "/"])(
  "--out %j is refused: it would replace what stands there",
  (out) => {
    const { status, errors } = report("--out", out);
    expect(status).toBe(2);
    expect(errors).toContain("--out replaces a folder");
    expect(existsSync(join(root, "package.json"))).toBe(true);
  },
);

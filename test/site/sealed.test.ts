import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allDrafts, fewChapters } from "../support/drafts.ts";
import { copyProject } from "../support/tree.ts";

const { root, remove } = copyProject();
afterAll(remove);

const edition = "2026-autumn";

type Files = ReadonlyMap<string, string>;

/** Every file of a folder of the copy by its path, as Latin-1 text, so that bytes are compared. */
function filesOf(folder: string): Files {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(root, folder, name)).isFile());
  return new Map(files.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(root, folder, name), "latin1")]));
}

function run(...args: readonly string[]): void {
  execFileSync(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

/** Builds the site of the copy. */
function built(): Files {
  run("scripts/report.ts");
  return filesOf("dist");
}

/** Replaces a string in a file of the copy. */
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), "utf8");
  expect(text, file).toContain(from);
  writeFileSync(join(root, file), text.replace(from, to));
}

/** Names of files that are not the same in both. */
function otherIn(a: Files, b: Files): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name)).sort();
}

let computed: Files;
let sealed: Files;

beforeAll(() => {
  fewChapters(root, edition, ["scale", "concentration"]);
  run("test/support/seal-here.ts", edition, ".cache/computed");
  computed = filesOf(".cache/computed");
  sealed = built();
});

test("every page and file rendered from the seal is that of the computed edition, byte for byte", () => {
  expect(sealed.size).toBeGreaterThan(50);
  expect(otherIn(computed, sealed)).toEqual([`${edition}/manifest.json`]);
  const [was, is] = [computed, sealed].map((files) => JSON.parse(files.get(`${edition}/manifest.json`) ?? ""));
  expect(is).toEqual({ ...was, edition: { ...was.edition, seal: is.edition.seal } });
});

test("code that computes, draws, formats and writes moves nothing of what is sealed, and all of a draft", () => {
  edit("analyses/_kit/facts.ts", "fact(part / whole,", "fact((part / whole) * 0.9,");
  edit("analyses/_kit/draw/draw.ts", "Plot.plot({ marginTop", "Plot.plot({ insetLeft: 9, marginTop");
  edit("analyses/_kit/format.ts", "return low === high ?", "return true ?");
  edit("site/components/prose/Fact.astro", 'class="fact"', 'class="fact moved"');
  edit("site/components/prose/Claim.astro", 'class="claim"', 'class="claim moved"');
  expect(otherIn(sealed, built())).toEqual([]);
  allDrafts(root);
  const draft = built();
  const name = `${edition}/concentration/index.html`;
  const figures = [...draft.keys()].filter((file) => file.endsWith(".svg") && file.includes("figures/"));
  expect(figures.filter((file) => draft.get(file) === sealed.get(file))).toEqual([]);
  expect(draft.get(name)?.split('class="fact moved"').length).toBeGreaterThan(20);
  expect(draft.get(name)).toContain('class="claim moved"');
  const values = (files: Files) =>
    JSON.parse(files.get(`${edition}/facts.json`) ?? "").facts.map(({ value }: { value: unknown }) => value);
  expect(values(draft)).not.toEqual(values(sealed));
});

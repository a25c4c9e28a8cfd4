import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { putSeal } from "#scripts/lib/season/seal/put.ts";
import { checkOut, HistoryError } from "#scripts/lib/season/verify/history.ts";
import { type Class, classes, type Seal } from "#site/lib/seal/format.ts";
import { readSeal } from "#site/lib/seal/verify.ts";
import { scratch } from "#test/fixtures/source.ts";
import { flip, smallEdition } from "#test/support/sealed.ts";
import { season } from "#test/support/season.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const id = "2031-spring";

/** Code of a release that makes an edition by taking it from a folder, and finds the raw data as it is told. */
const scripts = {
  "season.mjs": `
import { cpSync } from "node:fs";
const [verb, id, , out] = process.argv.slice(2);
if (verb !== "remake" || id !== "${id}") throw new Error("called wrongly");
cpSync("kept", out, { recursive: true });
`,
  "tables.mjs": `
import { existsSync, readFileSync } from "node:fs";
const mirror = process.env.SOURCE_MIRROR;
if (mirror && !existsSync(mirror)) throw new Error("no mirror at " + mirror);
const differences = existsSync("differences.json") ? JSON.parse(readFileSync("differences.json", "utf8")) : [];
console.log(JSON.stringify({ tables: [{}], differences }));
process.exitCode = differences.length > 0 ? 1 : 0;
`,
};

const packages = {
  name: "released",
  version: "1.0.0",
  scripts: { season: "node season.mjs", tables: "node tables.mjs" },
};
const lock = { name: "released", version: "1.0.0", lockfileVersion: 3, requires: true, packages: { "": packages } };

const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@t.test", ...args], { cwd, encoding: "utf8" }).trim();

/** A clone with a released edition: the commit that it was released from, and the seal after it. */
async function released(): Promise<string> {
  const { root } = await smallEdition();
  const sealed = readSeal(id, root);
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(root, name), text);
  writeFileSync(join(root, "package.json"), JSON.stringify(packages));
  writeFileSync(join(root, "package-lock.json"), JSON.stringify(lock));
  const packed = sealed.files.filter(({ class: kind, path }) => kind !== "table" || path.endsWith(`${id}/tables.json`));
  for (const { path } of packed) cpSync(join(root, path), join(root, "kept", path));
  git(root, "init", "-q");
  commitSealed(root);
  return root;
}

/** Commits everything as the commit of the release, and seals what stands there with it. */
function commitSealed(root: string): void {
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "release");
}

/** Seals the same files again, as made by the commit that is checked out. */
async function sealHere(root: string): Promise<Seal> {
  const seal = readSeal(id, root);
  const code = { ...seal.code, commit: git(root, "rev-parse", "HEAD"), tree: git(root, "rev-parse", "HEAD^{tree}") };
  const own = seal.files.filter(({ path }) => path.startsWith(`data/editions/${id}/`));
  const packed = own.map(({ path, class: kind }) => ({
    path,
    class: kind,
    text: readFileSync(join(root, path), "utf8"),
  }));
  const next = { ...seal, code };
  await putSeal(next, packed, root);
  return next;
}

const verify = (root: string, ...args: string[]) => season(root, ["verify", id, ...args]);
const temporary = () => readdirSync(join(process.env.TMPDIR ?? "/tmp")).filter((name) => name.startsWith(`${id}-`));

describe("an edition made again in an empty folder", () => {
  let root = "";

  beforeAll(async () => {
    root = await released();
    await sealHere(root);
  });

  test("by the code that released it is verified, and the folder is gone after", async () => {
    const before = temporary();
    const { code, out, err } = await verify(root);
    expect([code, err.split("\n").at(-2)]).toEqual([0, "verify 4/4 made every sealed file again from its tables"]);
    expect(out).toMatch(/made again {4}\d+ files, all as sealed\n/);
    expect(out).toContain("raw data      left out: neither SOURCE_MIRROR nor --raw\n");
    expect(temporary()).toEqual(before);
  });

  test("and from raw data, when it is asked for or under SOURCE_MIRROR, a relative one too", async () => {
    mkdirSync(join(root, "mirror"));
    const under = (mirror: string) => season(root, ["verify", id], { SOURCE_MIRROR: mirror });
    for (const ran of [verify(root, "--raw"), under(join(root, "mirror")), under("mirror")]) {
      const { code, out, err } = await ran;
      expect([code, err]).toEqual([0, expect.not.stringContaining("no mirror")]);
      expect(out).toContain("raw data      1 files, all as sealed\n");
    }
  });
});

describe("a release whose code makes something else", () => {
  test("by one byte in a file of every class: each of them is named and nothing else", async () => {
    const root = await released();
    const { files } = readSeal(id, root);
    const kinds = Object.keys(classes) as Class[];
    const table = files.find(({ path }) => path.endsWith(".arrow"))?.path ?? "";
    const first = (kind: Class) => files.find((file) => file.class === kind)?.path ?? kind;
    const paths = kinds.map((kind) => (kind === "table" ? table : first(kind)));
    const bytes = readFileSync(join(root, table));
    for (const path of paths) flip(join(root, path === table ? "" : "kept", path));
    commitSealed(root);
    writeFileSync(join(root, table), bytes);
    await sealHere(root);
    const { code, err } = await verify(root);
    const named = err.split("\n").flatMap((line) => /^(data\/\S+): .* when it is made again$/.exec(line)?.[1] ?? []);
    expect([code, named.sort()]).toEqual([1, paths.sort()]);
  });

  test("in too few files, in too many: each is named", async () => {
    const root = await released();
    rmSync(join(root, "kept", `data/editions/${id}/ledger.json`));
    mkdirSync(join(root, "kept/data/editions/more"), { recursive: true });
    writeFileSync(join(root, "kept/data/editions/more/a.json"), "{}");
    commitSealed(root);
    await sealHere(root);
    const { err } = await verify(root);
    expect(err).toContain(
      `data/editions/${id}/ledger.json: the ledger of published figures is sealed, and not made by`,
    );
    expect(err).toContain("data/editions/more/a.json: is made by the code of the release, and not sealed\n");
    expect(err).toContain("is not verified: 2 problems\n");
  });

  test("from raw data: each table is named", async () => {
    const root = await released();
    writeFileSync(join(root, "differences.json"), JSON.stringify(["tiny/rows.arrow: 3 rows committed, 4 rebuilt"]));
    commitSealed(root);
    await sealHere(root);
    const { code, err } = await verify(root, "--raw");
    expect([code, err]).toEqual([
      1,
      expect.stringContaining(`data/tables/${id}/tiny/rows.arrow: from raw data: 3 rows committed, 4 rebuilt\n`),
    ]);
  });

  test("or does not run: what it said is told", async () => {
    const root = await released();
    writeFileSync(join(root, "season.mjs"), 'throw new Error("no such column");\n');
    commitSealed(root);
    await sealHere(root);
    const { code, err } = await verify(root);
    expect([code, err]).toEqual([1, expect.stringContaining("no such column")]);
    expect(err).toContain(`made again: the code of the release does not make ${id} here`);
  });
});

describe("what git must have", () => {
  test("is the tree: a commit that was written anew with the same files will do", async () => {
    const root = await released();
    const { code } = await sealHere(root);
    git(root, "commit", "-q", "--amend", "--no-edit", "--date", "2031-01-01T00:00:00", "--allow-empty");
    const folder = await scratch();
    await checkOut({ ...code, commit: "0".repeat(40) }, root, folder);
    expect(existsSync(join(folder, "kept"))).toBe(true);
    expect(git(root, "status", "--porcelain", "--untracked-files=no")).not.toContain("kept");
  });

  test("in a shallow clone it lacks: the remedy is said, and the sealed files were verified all the same", async () => {
    const root = await released();
    await sealHere(root);
    commitSealed(root);
    const clone = await scratch();
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${root}`, clone]);
    const { code, out, err } = await verify(clone);
    expect(code).toBe(1);
    expect(out).toMatch(/sealed files {2}\d+ files, all as sealed\n/);
    expect(out).toContain("made again    not verified\n");
    expect(err).toContain("is not in this shallow clone: run git fetch --unshallow");
  });

  test("without git at all: the folder is no clone", async () => {
    const [root, folder] = [await scratch(), await scratch()];
    const code = { version: "1.0.0", commit: "a".repeat(40), tree: "b".repeat(40) };
    await expect(checkOut(code, root, folder)).rejects.toThrow(HistoryError);
    await expect(checkOut(code, root, folder)).rejects.toThrow("this folder is no clone of git");
  });
});

import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { edition as record } from "#loaders/schema/edition.ts";
import { readSeal, verifySeal } from "#site/lib/seal/verify.ts";
import { describeReal, mirror } from "../fixtures/real.ts";
import { change, fewChapters } from "../support/drafts.ts";
import { copyProject } from "../support/tree.ts";

const edition = "2026-autumn";
const prose = `analyses/scale/${edition}.mdx`;

describeReal("an edition of one chapter, from raw data to its second seal", () => {
  const { root, remove } = copyProject();
  afterAll(remove);

  const read = (file: string): string => readFileSync(join(root, file), "utf8");
  const env = { ...process.env, NO_COLOR: "1", ...(mirror === undefined ? {} : { SOURCE_MIRROR: mirror }) };
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, env, encoding: "utf8" });
  const release = (...args: string[]) => run("scripts/season.ts", "release", edition, ...args);

  function git(...args: string[]): string {
    const author = ["-c", "user.name=A test", "-c", "user.email=test@example.org"];
    return execFileSync("git", [...author, ...args], { cwd: root, encoding: "utf8" });
  }

  function commit(): void {
    git("add", "--all");
    git("commit", "--quiet", "--message", "As it is");
  }

  beforeAll(() => {
    fewChapters(root, edition, ["scale"]);
    git("init", "--quiet");
    appendFileSync(join(root, ".git/info/exclude"), "node_modules\n");
    expect(run("scripts/tables.ts", edition)).toMatchObject({ status: 0 });
    commit();
  });

  test("is refused with every reason at once, and nothing is written", () => {
    const [text, tables] = [read(prose), read(`data/tables/${edition}/tables.json`)];
    writeFileSync(join(root, prose), `Some 41 models.\n\n${text}`);
    change(root, `data/tables/${edition}/tables.json`, (it) => ({ ...it, registry_sha256: "0".repeat(64) }));
    const { status, stderr } = release();
    writeFileSync(join(root, prose), text);
    writeFileSync(join(root, `data/tables/${edition}/tables.json`), tables);
    expect(status).toBe(1);
    expect(stderr).toContain(`not committed: ${prose}, data/tables/${edition}/tables.json`);
    expect(stderr).toContain("were added or removed since the tables were made");
    expect(stderr).toContain("tables.json: does not describe the tables that were rebuilt");
    expect(stderr).toContain(`${prose}:1:6 "41" is typed by hand`);
    expect(git("status", "--porcelain")).toBe("");
    expect(existsSync(join(root, `data/editions/${edition}`))).toBe(false);
  });

  test("is sealed, with the commit that made it, and written into the changelog", () => {
    const head = git("rev-parse", "HEAD").trim();
    expect(release()).toMatchObject({ status: 0 });
    const released = record.parse(JSON.parse(read(`data/editions/${edition}.json`)));
    expect(released.status).toBe("released");
    expect(verifySeal(released, root)).toEqual([]);
    expect(readSeal(edition, root)).toMatchObject({ because: null, before: null, code: { commit: head } });
    expect(read("data/editions/CHANGELOG.md")).toContain(`* Seal: ${released.seal}, over `);
    expect(
      git("status", "--porcelain")
        .trim()
        .split("\n")
        .every((line) => line.includes("data/editions/")),
    ).toBe(true);
  });

  test("is sealed again only when it is asked with a reason, and keeps the seal before", () => {
    commit();
    const before = read(`data/editions/${edition}/seal.json`);
    expect(release()).toMatchObject({ status: 1, stderr: expect.stringContaining('--again --because "..."') });
    expect(release("--again", "--because", "to see whether it can be")).toMatchObject({ status: 0 });
    expect(read(`data/editions/${edition}/seals/1.json`)).toBe(before);
    expect(verifySeal(record.parse(JSON.parse(read(`data/editions/${edition}.json`))), root)).toEqual([]);
    const [, newest = ""] = read("data/editions/CHANGELOG.md").split("\n## ");
    expect(newest).toContain(
      "* Sealed again because: to see whether it can be\n* Other than in the seal before: nothing.\n",
    );
  });
});

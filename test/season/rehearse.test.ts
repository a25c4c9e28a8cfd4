import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, globSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import type { Rehearsed } from "#scripts/lib/season/rehearse/rehearse.ts";
import { generatedNotice, generatedTitle } from "#site/lib/downloads.ts";
import { describeReal, mirror } from "#test/fixtures/real.ts";
import { scratch } from "#test/fixtures/source.ts";
import { season } from "#test/support/season.ts";
import { copyProject } from "#test/support/tree.ts";

vi.setConfig({ testTimeout: 600_000, hookTimeout: 1_200_000 });

const id = "2026-winter";

/** What git says of the project's own files. */
function state(): string {
  const folders = ["analyses", "data", "loaders", "scripts", "site"];
  return execFileSync("git", ["status", "--porcelain", "--", ...folders], { encoding: "utf8" });
}

describeReal("a season rehearsed on a small generated Hub", () => {
  let root: string;
  let found: Rehearsed;
  let before: string;

  beforeAll(async () => {
    before = state();
    root = join(await scratch(), "season");
    const args = ["rehearse", "--models", "2000", "--months", "3", "--seed", "7", "--out", root, "--json"];
    const { code, out, err } = await season(process.cwd(), args, mirror === undefined ? {} : { SOURCE_MIRROR: mirror });
    expect([code, err.split("\n").slice(-12)]).toEqual([0, expect.anything()]);
    found = JSON.parse(out);
  });

  test("tells thirteen chapters on what was pulled, and every table is what it must be", () => {
    const { edition, snapshots, chapters, tables, generated } = found.season;
    expect([edition.id, generated, chapters.length, found.pages > 40]).toEqual([id, true, 13, true]);
    expect(snapshots.map(({ snapshot }) => snapshot.generated)).toEqual([true, true, true]);
    expect(found.truth.differences).toEqual([]);
    expect(found.truth.compared + found.truth.untold.length).toBe(tables.onHub.length);
    expect(found.truth.compared).toBeGreaterThan(2);
    expect(found.truth.same).toBeGreaterThan(30);
    expect(found.body).toContain(found.truthLines[0]);
    expect(found.body).toContain("**Generated data: nothing here is a finding.**");
  });

  test("marks every page as made up, and every open place once", () => {
    const dist = join(root, found.site);
    const pages = globSync(`${id}/**/*.html`, { cwd: dist });
    expect(pages.length).toBeGreaterThan(18);
    for (const page of pages) {
      const html = readFileSync(join(dist, page), "utf8");
      expect(html, page).toContain(`<title>${generatedTitle}: `);
      expect(html, page).toContain('<meta name="robots" content="noindex"');
      expect(html.split(generatedNotice).length, page).toBeGreaterThan(1);
    }
    const marks = pages.flatMap((page) => [
      ...readFileSync(join(dist, page), "utf8").matchAll(/<mark class="open" id="(open-\d+)"/g),
    ]);
    expect(marks.length).toBe(found.season.open.length);
    expect(new Set(marks.map(([, anchor]) => anchor)).size).toBe(marks.length);
    expect(JSON.parse(readFileSync(join(dist, id, "facts.json"), "utf8"))).toMatchObject({ generated: true });
    expect(readFileSync(join(dist, "2026-autumn/index.html"), "utf8")).not.toContain(generatedNotice);
  });

  test("leaves the project as it was, and its Hub is no more", async () => {
    expect(state()).toBe(before);
    const pulled = found.season.snapshots.flatMap(({ snapshot: { tables } }) => Object.values(tables));
    expect(pulled.length).toBe(9);
    const kept = (cache: string) => pulled.filter((pin) => existsSync(cachedPath(cache, pin))).length;
    expect([kept(pathsAt(root).cache), kept(pathsAt().cache)]).toEqual([9, 0]);
    await expect(fetch(found.endpoint)).rejects.toThrow();
  });

  test("cannot be released, nor built as others are", async () => {
    rmSync(pathsAt(root).cache, { recursive: true });
    const bare = { SOURCE_MIRROR: join(root, "nowhere") };
    const refused = await season(root, ["release", id], bare);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("is released, but the source hub is generated: it can be a draft only");
    const [first] = found.season.open;
    expect(refused.err).toContain(`${first?.file}:${first?.line}:${first?.column}`);
    const built = spawnSync(process.execPath, ["scripts/report.ts"], { cwd: root, encoding: "utf8" });
    expect([built.status, existsSync(join(root, "dist"))]).toEqual([1, false]);
    expect(built.stderr).toContain(`${first?.file}:${first?.line}:${first?.column}`);
  });
});

test.each([
  [["rehearse", "--models", "3"], "--models is 3; give a whole number from 500 on"],
  [["rehearse", "--months", "1"], "--months is 1; give a whole number from 2 on"],
  [["rehearse", "2027-spring"], "rehearse takes options alone"],
])("%j is a wrong call", async (args, message) => {
  const { code, err } = await season(process.cwd(), args);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});

test("without raw data it says how to have it, and leaves nothing behind", async () => {
  const { root: bare, remove } = copyProject();
  const temporary = await scratch();
  try {
    execFileSync("git", ["init", "--quiet"], { cwd: bare });
    const env = { SOURCE_MIRROR: join(temporary, "nowhere"), TMPDIR: temporary };
    const { code, err } = await season(bare, ["rehearse", "--models", "500", "--months", "2"], env);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining("a rehearsal needs the raw data of sources beside the Hub"),
    ]);
    expect(err).toContain("is not in the mirror");
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(join(bare, ".cache"))).toBe(false);
  } finally {
    remove();
  }
});

test("a folder that holds something is left alone", async () => {
  const { code, err } = await season(process.cwd(), ["rehearse", "--out", "data"]);
  expect([code, err]).toEqual([1, expect.stringContaining("is not empty")]);
});

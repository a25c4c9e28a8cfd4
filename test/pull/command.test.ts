import { spawn } from "node:child_process";
import { copyFile, cp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { UsageError } from "#scripts/lib/cli.ts";
import { callOf, type Typed } from "#scripts/lib/snapshots/options.ts";
import { snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { gone } from "#test/hub/loopback/index.ts";
import { namesIn, type World, whole, worldOf } from "./world.ts";

let world: World;
afterEach(() => world?.server.close());

/** Runs the command in the project of a world. */
async function run(...words: string[]) {
  const { HF_TOKEN: _, ...rest } = process.env;
  const env = { ...rest, NO_COLOR: "1", CI: "1", HF_ENDPOINT: world.server.url };
  const child = spawn(process.execPath, [resolve("scripts/snapshot.ts"), ...words], { cwd: world.root, env });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: child.exitCode ?? (await new Promise((done) => child.once("exit", done))), stdout, stderr };
}

test("a week is pulled, checked, admitted and told: exit codes 0, 0 and 1", async () => {
  const project = await snapshotProject();
  world = await worldOf();
  await cp(join(project.root, "data"), join(world.root, "data"), { recursive: true });
  await copyFile("package.json", join(world.root, "package.json"));
  const checked = await run("--source", "weekly", "--date", "2026-05-20", "--check", "--json");
  expect(checked).toMatchObject({ code: 0, stderr: expect.stringContaining("models.parquet 1/1") });
  expect(JSON.parse(checked.stdout)).toMatchObject({
    ...{ source: "hub", label: "2026-05-20", verdict: "sound", revision: "2".repeat(40) },
    found: [{ table: "models", rows: 120, missing: ["gated"], added: [], drift: [] }, { rows: 60 }, { rows: 40 }],
  });
  expect(await run("list")).toMatchObject({ code: 0, stdout: "no snapshots\n" });
  const { code, stdout } = await run("pull", "--source", "weekly", "--date", "2026-05-20");
  expect(code).toBe(0);
  for (const words of [
    `hfmlsoc/hub_weekly_snapshots at ${"2".repeat(40)}`,
    "labelled 2026-05-20, committed 2026-05-21T06:10:00.000Z, its rows speak of 2026-05-20",
    "missing, so unknown: gated",
    "admitted  hub 2026-05-20, the first of its series, made up",
  ])
    expect(stdout).toContain(words);
  expect(await namesIn(world)).toEqual(whole);
  expect((await run("--source", "weekly", "--date", "2026-05-20")).stdout).toContain("models: 120 rows");
  world.server.fail({ path: "/revision/", effect: gone("RevisionNotFound") });
  const failed = await run("--source", "weekly", "--date", "2026-05-20");
  expect(failed).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("[revision]") });
}, 120_000);

describe("called wrongly", () => {
  test.each<[string, string[], Typed, RegExp]>([
    ["no source", ["pull"], {}, /pull needs --source weekly\|daily\|listing/],
    ["an unknown source", [], { source: "week" }, /unknown source "week"; did you mean weekly\?/],
    ["no day", [], { source: "weekly" }, /--date YYYY-MM-DD/],
    [
      "no day of the calendar",
      [],
      { source: "daily", date: "2026-02-30" },
      /--date takes YYYY-MM-DD, not "2026-02-30"/,
    ],
    ["a revision of weekly copies", [], { source: "weekly", revision: "main" }, /--revision goes with --source daily/],
    [
      "day and revision",
      [],
      { source: "daily", date: "2026-05-20", revision: "main" },
      /--date or --revision, not both/,
    ],
    ["a listing without a number", [], { source: "listing", top: "all" }, /--top N, a number from 1 on/],
    [
      "a number without a listing",
      [],
      { source: "weekly", date: "2026-05-20", top: "5" },
      /--top goes with --source listing/,
    ],
    ["a source of a folder", ["admit", "dir"], { source: "weekly" }, /--source goes with pull, not with admit/],
    ["a folder to pull", ["pull", "dir"], { source: "weekly" }, /pull takes no folder/],
  ])("with %s", (_, words, typed, message) => {
    expect(() => callOf(words, typed)).toThrow(UsageError);
    expect(() => callOf(words, typed)).toThrow(message);
  });
});

test("what is asked for", () => {
  expect(callOf([], {})).toEqual({ verb: "list" });
  expect(callOf([], { source: "weekly", date: "2026-05-20", check: true })).toEqual({
    verb: "pull",
    wanted: { source: "weekly", date: "2026-05-20" },
    check: true,
  });
  expect(callOf(["pull"], { source: "daily", revision: "main" })).toMatchObject({
    wanted: { source: "daily", revision: "main" },
  });
  expect(callOf([], { source: "listing", top: "50" })).toMatchObject({ verb: "listing", top: 50 });
});

import { spawnSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { snapshotFolder } from "#test/fixtures/snapshot.ts";
import { filesBelow, snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { replacing } from "#test/gates/breaks.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const paths = await snapshotProject();
const script = resolve("scripts/snapshot.ts");

/** Runs the command in the project of the test. */
function run(...words: string[]) {
  const env = { ...process.env, NO_COLOR: "1", CI: "1", FORCE_COLOR: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    cwd: paths.root,
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

test("list, check and admit, then refuse: exit codes 0, 0, 0 and 1, and words on either stream", async () => {
  expect(run()).toMatchObject({ status: 0, stdout: "no snapshots\n" });
  const sound = await snapshotFolder();
  expect(run("check", sound)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("sound  hub 2026-05-20, the first of its series, made up"),
  });
  const admission = run("admit", sound);
  expect(admission).toMatchObject({ status: 0, stdout: expect.stringContaining("  models: 120 rows, ") });
  expect(admission.stderr).toContain("gates 1/3 models");
  expect(run("list").stdout).toContain("hub  2026-05-20  speaks of 2026-05-20  120 models, 60 datasets, 40 papers");
  const broken = await snapshotFolder({ week: 1, ...replacing("models", "downloads", "downloads // 2") });
  const refusal = run("admit", broken);
  expect(refusal).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("refused  hub 2026-05-27, held against 2026-05-20"),
  });
  expect(refusal.stderr).toContain("what was in use stays; it is in .cache/quarantine/hub/2026-05-27");
  expect(refusal.stderr).toContain(
    `npm run snapshot -- admit ${broken} --accept models/downloads-drift --because "..."`,
  );
  const json = run("check", broken, "--json");
  expect(json.status).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({ verdict: "refused", refused: [{ rule: "models/downloads-drift" }] });
  expect(
    run("admit", broken, "--accept", "models/downloads-drift", "--because", "Half of the window was lost.").status,
  ).toBe(0);
  expect(JSON.parse(run("list", "--json").stdout)).toMatchObject({
    admitted: [{}, { waivers: [{ rule: "models/downloads-drift" }] }],
    refused: [],
  });
}, 60_000);

test.each<[string, string[], string]>([
  ["an unknown verb", ["admitt"], 'unknown verb "admitt"; known: pull, admit, check, list'],
  ["no folder", ["admit"], "admit needs the folder of a snapshot"],
  ["two folders", ["admit", "a", "b"], "admit takes one folder at most"],
  ["a waiver without a reason", ["admit", "a", "--accept", "models/rows-drift"], '--accept needs --because "..."'],
  ["a reason without a waiver", ["admit", "a", "--because", "why"], "--because needs --accept RULE"],
  ["an unknown option", ["admit", "a", "--force"], "unknown option"],
])("called wrongly, with %s: exit code 2", (_, words, message) => {
  const { status, stderr } = run(...words);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

test("a folder that does not say what it is, or says it wrongly, is an error that names every problem", async () => {
  const dir = await snapshotFolder();
  const before = await filesBelow(paths.root);
  const origin = {
    source: "../hub",
    repository: "a/b",
    revision: "r",
    label: "2026-05-20",
    committed_at: null,
    observed_on: "2026-05-20",
    generated: true,
  };
  const files = [
    { table: "datasets", path: "../datasets.parquet", url: "https://files.test/a" },
    { table: "datasets", path: "datasets.parquet", url: "https://files.test/a" },
  ];
  await writeFile(join(dir, "snapshot.json"), JSON.stringify({ ...origin, files }));
  const { status, stderr } = run("admit", dir);
  expect(status).toBe(1);
  expect(stderr).toContain("4 problems");
  for (const words of [
    "source must be lower-case",
    "files must name the models",
    "names datasets twice",
    "../datasets.parquet must be a file of the folder",
  ])
    expect(stderr).toContain(words);
  await writeFile(join(dir, "snapshot.json"), JSON.stringify({ ...origin, label: "last week", files: [] }));
  expect(run("check", dir).stderr).toContain("snapshot.json: 2 problems\nlabel Invalid ISO date");
  await rm(join(dir, "snapshot.json"));
  expect(run("check", dir).stderr).toContain("holds no snapshot.json that says what it is");
  expect(await filesBelow(paths.root)).toEqual(before);
}, 60_000);

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readSnapshots } from "#loaders/snapshots.ts";
import type { Paths } from "#scripts/lib/paths.ts";
import { readRecords } from "#scripts/lib/records.ts";
import { verifySources } from "#scripts/lib/store.ts";
import { heavy, weeksFolder } from "#test/fixtures/series.ts";
import { snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { put } from "#test/fixtures/source.ts";
import { replacing } from "#test/gates/breaks.ts";
import { hubOf, type LoopbackHub, startHub } from "#test/hub/loopback/index.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const script = resolve("scripts/snapshot.ts");
const weighty = { tables: { models: heavy } };
const series = ["--source", "weekly", "--from", "2026-05-20", "--to", "2026-06-10", "--every", "1w"];
let hub: LoopbackHub;

beforeAll(async () => {
  hub = await startHub(hubOf(await weeksFolder({ 0: weighty, 1: weighty, 3: weighty })));
});
afterAll(() => hub.close());

/** Starts the command in a project, against a Hub. */
function start({ root }: Paths, words: readonly string[], url = hub.url) {
  const env = { ...process.env, NO_COLOR: "1", CI: "1", FORCE_COLOR: undefined, HF_ENDPOINT: url, HF_TOKEN: "" };
  const child = spawn(process.execPath, [script, ...words], { cwd: root, env });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (said.stdout += chunk));
  child.stderr.on("data", (chunk) => (said.stderr += chunk));
  const done = once(child, "close").then(([status]) => ({ status: status as number | null, ...said }));
  return { child, said, done };
}

/** Runs the series until it says something, ends it there, and gives the signal that ended it. */
async function killedAt(moment: string, paths: Paths): Promise<NodeJS.Signals | null> {
  const { child, said, done } = start(paths, series);
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", () => `${said.stdout}${said.stderr}`.includes(moment) && child.kill("SIGKILL"));
  await done;
  return child.signalCode;
}

/** Every file of the cache with what it says of itself: that of a sidecar, or its size. */
async function kept({ cache, incoming }: Paths) {
  const names = (await readdir(cache, { recursive: true })).filter((name) => name.includes("."));
  const beside = names.filter((name) => name.endsWith(".json")).sort();
  const texts = await Promise.all(beside.map((name) => readFile(join(cache, name), "utf8")));
  return { names: names.sort(), texts, incoming: await readdir(join(incoming, "hub")) };
}

test("a series from the command line: a line for each day, the missing week among them, and the disk in use", async () => {
  const paths = await snapshotProject();
  const { status, stdout, stderr } = await start(paths, series).done;
  expect([status, stderr.includes("reduce 3/3 models")]).toEqual([0, true]);
  const lines = stdout.split("\n");
  expect(lines.map((line) => line.slice(0, 20))).toEqual([
    ...["admitted  2026-05-20", "admitted  2026-05-27", "missing   2026-06-03", "admitted  2026-06-10"],
    ...["3 admitted, 0 kept, ", ""],
  ]);
  expect(lines[3]).toContain("against 2026-05-27");
  const json = await start(paths, [...series, "--json"]).done;
  expect(json.status).toBe(0);
  expect(JSON.parse(json.stdout)).toMatchObject({
    series: "hub",
    steps: [{ status: "kept", label: "2026-05-20" }, {}, { status: "missing", day: "2026-06-03" }, {}],
    stopped: null,
  });
}, 60_000);

test("killed anywhere, a rerun goes on, and ends as a run that nothing stopped", async () => {
  const whole = await snapshotProject();
  await start(whole, series).done;
  const paths = await snapshotProject();
  for (const moment of ["hash 1/3", "gates 2/3", "reduce 1/3", "reduce 3/3", "admitted  2026-05-27", "reduce 2/3"]) {
    expect(await killedAt(moment, paths), moment).toBe("SIGKILL");
    const [record] = await readRecords(paths.sources);
    const found = record ? await verifySources([record], paths) : [];
    expect(found.flatMap(({ problems }) => problems)).toEqual([]);
  }
  expect((await start(paths, series).done).status).toBe(0);
  expect(await kept(paths)).toEqual(await kept(whole));
  expect(await readSnapshots("hub", paths.snapshots)).toEqual(await readSnapshots("hub", whole.snapshots));
}, 120_000);

test("a reduced file that is lost or damaged is pulled again, the rest is kept", async () => {
  const paths = await snapshotProject();
  await start(paths, series).done;
  const before = await kept(paths);
  const models = (await readSnapshots("hub", paths.snapshots))[1]?.tables.models?.sha256 ?? "";
  await rm(join(paths.cache, models.slice(0, 2), `${models}.reduced.parquet`));
  const { status, stdout } = await start(paths, series).done;
  expect([status, stdout.match(/^\w+/gm)]).toEqual([0, ["kept", "admitted", "missing", "kept", "1"]]);
  expect(await kept(paths)).toEqual(before);
}, 60_000);

test("a refused week ends with exit code 1 and its name, and the later ones are admitted", async () => {
  const broken = replacing("models", "likes", "likes * 5");
  const other = await startHub(hubOf(await weeksFolder({ 0: {}, 1: broken, 3: {} })));
  try {
    const paths = await snapshotProject();
    const { status, stdout, stderr } = await start(paths, series, other.url).done;
    expect([status, stdout.match(/^\w+/gm)]).toEqual([1, ["admitted", "refused", "missing", "admitted", "2"]]);
    expect(stderr).toContain("2026-05-27 is refused, what was in use stays\nmodels/likes-drift: ");
  } finally {
    await other.close();
  }
}, 60_000);

test("a week whose bytes are right but no table is named at the end with exit code 1, and the later ones are admitted", async () => {
  const root = await weeksFolder({ 0: {}, 1: {}, 3: {} });
  await put(join(root, "2026-05-27", "models.parquet"), "no table at all");
  const other = await startHub(hubOf(root));
  try {
    const { status, stdout, stderr } = await start(await snapshotProject(), series, other.url).done;
    expect([status, stdout.match(/^\w+/gm)]).toEqual([1, ["admitted", "failed", "missing", "admitted", "2"]]);
    expect(stderr).toMatch(
      /2026-05-27 cannot be had or used, which stops no other\nmodels\.parquet: upstream's file is/,
    );
    expect(stderr).not.toContain("fetch it again");
  } finally {
    await other.close();
  }
}, 60_000);

test.each<[string, string[], string]>([
  ["no step", ["--source", "weekly", "--from", "2026-05-20", "--to", "2026-06-10"], "--every takes days"],
  ["a waiver", [...series, "--accept", "models/rows-drift", "--because", "x"], "--accept: a series waives nothing"],
  ["a day as well", [...series, "--date", "2026-05-20"], "--date does not go with --from, --to, --every"],
  ["a series to admit", ["admit", "dir", "--every", "4w"], "--every goes with pull, not with admit"],
])("called wrongly, with %s: exit code 2", async (_, words, told) => {
  const { status, stderr } = await start(await snapshotProject(), words).done;
  expect([status, stderr.includes(told)]).toEqual([2, true]);
});

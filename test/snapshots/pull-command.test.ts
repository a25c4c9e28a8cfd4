import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readSnapshots } from "#loaders/snapshots.ts";
import type { Paths } from "#scripts/lib/paths.ts";
import { weeksFolder } from "#test/fixtures/series.ts";
import { filesBelow, snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { hubOf, type LoopbackHub, startHub } from "#test/hub/loopback/index.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const script = resolve("scripts/snapshot.ts");
const token = "hf_secretSECRETsecret0123456789";
const weekly = ["--source", "weekly", "--date", "2026-05-20"];
const daily = ["--source", "daily", "--date", "2026-05-27"];
const listing = (top: number) => ["--source", "listing", "--top", `${top}`];
let hub: LoopbackHub;

beforeAll(async () => {
  hub = await startHub(hubOf(await weeksFolder({ 0: {}, 1: {} })));
});
afterAll(() => hub.close());

/** Runs the command in a project against the Hub, with a token, and gives its exit code and what it said. */
async function run({ root }: Paths, ...words: string[]) {
  const env = { ...process.env, NO_COLOR: "1", CI: "1", FORCE_COLOR: undefined, HF_ENDPOINT: hub.url, HF_TOKEN: token };
  const child = spawn(process.execPath, [script, ...words], { cwd: root, env });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (said.stdout += chunk));
  child.stderr.on("data", (chunk) => (said.stderr += chunk));
  const [status] = await once(child, "close");
  return { status, ...said };
}

/** Files of a project that hold the token. */
async function leaks({ root }: Paths): Promise<string[]> {
  const names = Object.keys(await filesBelow(root));
  const held = await Promise.all(names.map(async (name) => (await readFile(join(root, name))).includes(token)));
  return names.filter((_, i) => held[i]);
}

test.each([
  ["weekly", weekly, "2026-05-20"],
  ["daily", daily, "2026-05-27"],
  ["listing", listing(10), new Date().toISOString().slice(0, 10)],
])(
  "%s: --check admits nothing, then it is admitted; JSON is pure and the token is nowhere",
  async (_, words, label) => {
    const paths = await snapshotProject();
    const look = await run(paths, ...words, "--check", "--json");
    expect(look.status, look.stderr).toBe(0);
    expect(JSON.parse(look.stdout)).toMatchObject({ verdict: "sound", label });
    expect(await readdir(paths.sources)).toEqual([]);
    const pulled = await run(paths, ...words, "--json");
    expect(pulled.status, pulled.stderr).toBe(0);
    const { source, verdict } = JSON.parse(pulled.stdout);
    expect(verdict).toBe("admitted");
    expect((await readSnapshots(source, paths.snapshots)).map((one) => one.label)).toEqual([label]);
    expect([look, pulled].filter((one) => JSON.stringify(one).includes(token))).toEqual([]);
    expect(hub.requests.some(({ headers }) => headers.authorization === `Bearer ${token}`)).toBe(true);
    expect(await leaks(paths)).toEqual([]);
  },
  60_000,
);

test("a list of today that is admitted is not made again, and one of another number is called wrongly", async () => {
  const paths = await snapshotProject();
  expect(await run(paths, ...listing(10))).toMatchObject({ status: 0 });
  await rm(paths.incoming, { recursive: true });
  const asked = hub.requests.length;
  expect(await run(paths, ...listing(10))).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("nothing was asked of the Hub"),
  });
  expect(JSON.parse((await run(paths, ...listing(10), "--json")).stdout)).toMatchObject({ verdict: "admitted" });
  expect(await run(paths, ...listing(20))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("the series hub-listing is of the 10 most downloaded; give --top 10"),
  });
  expect(hub.requests.length).toBe(asked);
}, 60_000);

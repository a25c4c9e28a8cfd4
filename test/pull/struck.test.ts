import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSnapshots } from "#loaders/snapshots.ts";
import { openHub } from "#scripts/lib/hub/hub.ts";
import { pullListing } from "#scripts/lib/hub/pull-listing.ts";
import type { Paths } from "#scripts/lib/paths.ts";
import { readRecords } from "#scripts/lib/records.ts";
import { verifySources } from "#scripts/lib/store.ts";
import { snapshotFolder } from "#test/fixtures/snapshot.ts";
import { admitted, filesBelow, snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { listingHub } from "./listing-support.ts";

const { server } = await listingHub();
afterAll(() => server.close());

/** Runs the child, which is struck at its call number `at` that writes, and gives how it ended. */
async function strike(what: string, how: string, at: number, { root }: Paths, of: string) {
  const words = [resolve("test/pull/struck-child.ts"), what, how, String(at), root, of];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return { ended: signal ?? code, stderr };
}

/** Every file but those that a killed run was making, which nothing reads. */
async function kept({ root }: Paths): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(Object.entries(await filesBelow(root)).filter(([name]) => !name.includes(".part-")));
}

const ends = { kill: "SIGKILL", full: 1 } as const;

test.each(["kill", "full"] as const)(
  "an admission ended at any write (%s) leaves no record without its files, and a rerun ends right",
  async (how) => {
    const dir = await snapshotFolder();
    const sound = await snapshotProject();
    await admitted(sound, dir);
    let at = 0;
    for (let ended: string | number | null = null; ended !== 0; at++) {
      const paths = await snapshotProject();
      const run = await strike("admit", how, at, paths, dir);
      ended = run.ended;
      expect([0, ends[how]], `${at}: ${run.stderr}`).toContain(ended);
      if (how === "full" && ended !== 0) expect(run.stderr).toContain("ENOSPC");
      const found = await verifySources(await readRecords(paths.sources), paths);
      expect(found.flatMap(({ problems }) => problems)).toEqual([]);
      await readSnapshots("hub", paths.snapshots);
      await admitted(paths, dir);
      expect(await kept(paths), `at ${at}`).toEqual(await kept(sound));
    }
    expect(at).toBeGreaterThan(8);
  },
  120_000,
);

test("a listing that is killed at any write is not taken for done, and a rerun ends right", async () => {
  let at = 0;
  for (let ended: string | number | null = null; ended !== 0; at++) {
    const paths = await snapshotProject();
    const run = await strike("listing", "kill", at, paths, server.url);
    ended = run.ended;
    expect([0, "SIGKILL"], `${at}: ${run.stderr}`).toContain(ended);
    const left = Object.keys(await filesBelow(paths.incoming));
    expect(left.some((name) => name.endsWith("snapshot.json"))).toBe(ended === 0);
    const dir = await pullListing({ top: 600 }, { hub: openHub({ endpoint: server.url, token: "" }), paths });
    expect((await readdir(dir)).filter((name) => !name.startsWith("snapshot.json.part-")).sort()).toEqual([
      "datasets.parquet",
      "models.parquet",
      "snapshot.json",
    ]);
  }
  expect(at).toBeGreaterThan(3);
}, 120_000);

import { spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { readSnapshots } from "#loaders/snapshots.ts";
import { readRecords } from "#scripts/lib/records.ts";
import { snapshotFolder } from "#test/fixtures/snapshot.ts";
import { admitted, filesBelow, snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { put } from "#test/fixtures/source.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

test("of two runs at once one admits, and the other says so; run again, it is held against the first", async () => {
  const paths = await snapshotProject();
  const [first, second] = [await snapshotFolder(), await snapshotFolder({ week: 1 })];
  const both = await Promise.allSettled([admitted(paths, first), admitted(paths, second)]);
  const refused = both.filter((one) => one.status === "rejected");
  expect(refused.map(({ reason }) => String(reason))).toEqual([
    expect.stringContaining(`another run (pid ${process.pid}) is admitting to hub; wait for it`),
  ]);
  await admitted(paths, first);
  await admitted(paths, second);
  const before = both[0]?.status === "fulfilled" ? "2026-05-20" : null;
  const all = await readSnapshots("hub", paths.snapshots);
  expect(all.map(({ predecessor }) => predecessor)).toEqual([null, before]);
  expect((await readRecords(paths.sources))[0]?.files).toHaveLength(6);
});

test("a run that goes on elsewhere keeps its lock, and nothing changes; other sources are free", async () => {
  const paths = await snapshotProject();
  await put(join(paths.locks, "hub", `${process.ppid}`), "");
  const before = await filesBelow(paths.root);
  await expect(admitted(paths, await snapshotFolder())).rejects.toThrow(`another run (pid ${process.ppid})`);
  expect(await filesBelow(paths.root)).toEqual(before);
  expect(await readdir(paths.locks)).toEqual(["hub"]);
  expect((await admitted(paths, await snapshotFolder({ origin: { source: "other" } }))).verdict).toBe("admitted");
});

test.each([
  ["a run that is over", () => spawnSync(process.execPath, ["--version"]).pid],
  ["a run that is over and had this id", () => process.pid],
])("the lock of %s is taken over, and given back, even after an error", async (_, pid) => {
  const paths = await snapshotProject();
  await put(join(paths.locks, "hub", `${pid()}`), "");
  expect((await admitted(paths, await snapshotFolder())).verdict).toBe("admitted");
  expect(await readdir(paths.locks)).toEqual([]);
  const other = await snapshotFolder({ week: 1, origin: { label: "2026-05-20" } });
  await expect(admitted(paths, other)).rejects.toThrow("another content");
  expect(await readdir(paths.locks)).toEqual([]);
});

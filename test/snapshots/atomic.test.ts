import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cachedPath } from "#scripts/lib/cache.ts";
import { putFile, putText } from "#scripts/lib/snapshots/put.ts";
import { snapshotFolder } from "#test/fixtures/snapshot.ts";
import { admitted, filesBelow, snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { put, scratch } from "#test/fixtures/source.ts";

const sha256 = async (path: string) =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

test("mends what a crash left undone after the record was written", async () => {
  const paths = await snapshotProject();
  const dir = await snapshotFolder();
  await admitted(paths, dir);
  const before = await filesBelow(paths.root);
  await rm(join(paths.sources, "hub.json"));
  await rm(cachedPath(paths.cache, { sha256: await sha256(join(dir, "models.parquet")) }));
  await admitted(paths, dir);
  expect(await filesBelow(paths.root)).toEqual(before);
});

test("pins nothing in the source before the record that admits it is written", async () => {
  const paths = await snapshotProject();
  await put(paths.snapshots, "a file where the folder of the records should be");
  await expect(admitted(paths, await snapshotFolder())).rejects.toThrow();
  expect(await readdir(paths.sources)).toEqual([]);
  await rm(paths.snapshots);
  expect((await admitted(paths, await snapshotFolder())).verdict).toBe("admitted");
});

test("a file that cannot be put whole leaves what was there, and nothing beside it", async () => {
  const dir = await scratch();
  const path = join(dir, "a.json");
  await putText(path, "first");
  await expect(putFile(join(dir, "missing"), path)).rejects.toThrow("ENOENT");
  expect(await readFile(path, "utf8")).toBe("first");
  await put(join(dir, "second.json"), "second");
  await putFile(join(dir, "second.json"), path);
  expect(await filesBelow(dir)).toEqual({ "a.json": "second", "second.json": "second" });
});

import { existsSync } from "node:fs";
import { lstat, mkdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { put } from "#test/fixtures/source.ts";
import { bodiesOf, namesIn, strangers, type World, whole, worldOf } from "./world.ts";

let world: World;
afterEach(() => world.server.close());

test("without room nothing is asked for, and it is said how much is needed", async () => {
  world = await worldOf();
  const needed = Object.values(world.originals).reduce((sum, { length }) => sum + length, 0);
  await expect(world.pull({ free: async () => needed - 1 })).rejects.toThrow(
    /\[disk\] .+ kB will come, and .+ kB are free; make room/,
  );
  expect([bodiesOf(world.server, "models"), await namesIn(world)]).toEqual([[], []]);
  await put(join(world.dir, "models.parquet.part"), world.originals.models.subarray(0, 1000));
  await world.pull({ free: async () => needed - 1000 });
  expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
});

test.skipIf(!existsSync("/dev/full"))(
  "a disk that is full half-way is an error, keeps the part, and the rerun is right",
  async () => {
    world = await worldOf();
    await mkdir(world.dir, { recursive: true });
    const part = join(world.dir, "datasets.parquet.part");
    await symlink("/dev/full", part);
    await expect(world.pull()).rejects.toThrow(/datasets.parquet: \[disk\] no room is left.+what came so far is kept/);
    expect(await namesIn(world)).toEqual(["datasets.parquet.part", "models.parquet"]);
    expect((await lstat(part)).isSymbolicLink()).toBe(true);
    await rm(part);
    await world.pull();
    expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
    expect(bodiesOf(world.server, "models")).toHaveLength(1);
  },
);

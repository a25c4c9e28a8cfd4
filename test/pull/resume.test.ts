import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { cachedPath } from "#scripts/lib/cache.ts";
import { put } from "#test/fixtures/source.ts";
import { cut, short } from "#test/hub/loopback/index.ts";
import { bodiesOf, idOf, namesIn, sha256, strangers, type World, whole, worldOf } from "./world.ts";

let world: World;
afterEach(() => world.server.close());

const body = { path: "models.parquet", origin: "cdn", after: 1, times: 1 } as const;

test("a pull brings every file as it is, at the commit that brought it, and says where it is from", async () => {
  world = await worldOf();
  expect(await world.pull()).toBe(world.dir);
  expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
  expect(JSON.parse(await readFile(join(world.dir, "snapshot.json"), "utf8"))).toMatchObject({
    ...{ source: "hub", repository: "hfmlsoc/hub_weekly_snapshots", revision: idOf("2"), label: "2026-05-20" },
    ...{ committed_at: "2026-05-21T06:10:00.000Z", observed_on: "2026-05-20", generated: true },
    files: [
      {
        table: "models",
        path: "models.parquet",
        url: `https://huggingface.co/datasets/hfmlsoc/hub_weekly_snapshots/resolve/${idOf("2")}/models/2026-05-20/models.parquet`,
      },
      { table: "datasets" },
      { table: "daily_papers" },
    ],
  });
});

describe("a connection that drops", () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
    "after %i tenths of the file: the rest alone is asked for",
    async (tenths) => {
      world = await worldOf();
      world.server.fail({ ...body, effect: cut({ fraction: tenths / 10 }) });
      await world.pull();
      expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
      const size = world.originals.models.length;
      const held = Math.floor((size * tenths) / 10);
      expect(bodiesOf(world.server, "models")).toEqual(["", held === 0 ? "" : `bytes=${held}-${size - 1}`]);
    },
  );

  test("at each tenth of the same file still ends with the file", async () => {
    world = await worldOf();
    const size = world.originals.models.length;
    world.server.fail({ ...body, path: /models\.parquet/, times: 99, effect: cut({ bytes: Math.ceil(size / 10) }) });
    await world.pull();
    expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
    expect(bodiesOf(world.server, "models")).toHaveLength(10);
  });

  test("for good ends in an error, and the next run goes on where it was", async () => {
    world = await worldOf();
    world.server.fail({ ...body, effect: cut({ bytes: 700 }) });
    const forGood = world.server.fail({ ...body, after: 2, times: 99, effect: cut({ bytes: 0 }) });
    await expect(world.pull()).rejects.toThrow(/models\/2026-05-20\/models.parquet: \[network\]/);
    expect(await namesIn(world)).toEqual(["models.parquet.part"]);
    forGood.lift();
    const before = bodiesOf(world.server, "models").length;
    await world.pull();
    expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
    expect(bodiesOf(world.server, "models").slice(before)).toEqual([expect.stringMatching(/^bytes=700-/)]);
  });
});

test("a short but well-formed body is gone on with", async () => {
  world = await worldOf();
  world.server.fail({ ...body, effect: short({ bytes: 1000 }) });
  await world.pull();
  expect(await strangers(world)).toEqual([]);
  expect(bodiesOf(world.server, "models")[1]).toMatch(/^bytes=1000-/);
});

test("what an earlier run left is gone on with; garbage in its place is found out by the sha256", async () => {
  world = await worldOf();
  await put(join(world.dir, "models.parquet.part"), world.originals.models.subarray(0, 1500));
  await put(join(world.dir, "datasets.parquet.part"), "x".repeat(1500));
  await world.pull();
  expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
  expect(bodiesOf(world.server, "models")).toHaveLength(1);
  expect(bodiesOf(world.server, "models")[0]).toMatch(/^bytes=1500-/);
  expect(bodiesOf(world.server, "datasets").map((range) => range.split("-")[0])).toEqual(["bytes=1500", ""]);
});

describe("what is verified is not asked for again", () => {
  test("in the folder, unless it was damaged since", async () => {
    world = await worldOf();
    await world.pull();
    const before = world.server.requests.length;
    await world.pull();
    const paths = world.server.requests.slice(before).map(({ path }) => path);
    expect(paths.filter((path) => path.includes("/resolve/"))).toEqual([]);
    await writeFile(join(world.dir, "datasets.parquet"), "damaged");
    await world.pull();
    expect([await strangers(world), bodiesOf(world.server, "datasets")]).toEqual([[], ["", ""]]);
  });

  test("in the cache", async () => {
    world = await worldOf();
    const models = world.originals.models;
    await put(cachedPath(world.options.paths.cache, { sha256: sha256(models) }), models);
    await world.pull();
    expect([await strangers(world), bodiesOf(world.server, "models")]).toEqual([[], []]);
  });
});

test("two runs at the same time both end with the right files", async () => {
  world = await worldOf();
  expect(await Promise.all([world.pull(), world.pull(), world.pull()])).toEqual([world.dir, world.dir, world.dir]);
  expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
});

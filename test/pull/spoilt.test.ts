import { afterEach, expect, test } from "vitest";
import { cut, gone, gzipJunk, otherContent } from "#test/hub/loopback/index.ts";
import { bodiesOf, namesIn, type World, worldOf } from "./world.ts";

let world: World;
afterEach(() => world.server.close());

const store = { path: "models.parquet", origin: "cdn" } as const;

test("wrong bytes that come in pieces, come once more from the start and no more", async () => {
  world = await worldOf();
  world.server.fail({ ...store, effect: otherContent("same") });
  world.server.fail({ ...store, effect: cut({ bytes: Math.ceil(world.originals.models.length * 0.6) }) });
  world.server.fail({ ...store, after: 200, effect: gone("RevisionNotFound") });
  await expect(world.pull()).rejects.toThrow(/models.parquet: \[hash\] has sha256 .{64} instead of/);
  expect(bodiesOf(world.server, "models").filter((range) => range === "")).toHaveLength(2);
  expect(await namesIn(world)).toEqual([]);
});

test("packed bytes are not taken for a piece of the file", async () => {
  world = await worldOf();
  world.server.fail({ ...store, after: 1, effect: gzipJunk() });
  await expect(world.pull()).rejects.toThrow(/models.parquet: \[json\] answers with gzip where the bytes as they are/);
  expect(bodiesOf(world.server, "models")).toEqual([""]);
});

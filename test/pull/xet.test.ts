import { afterEach, expect, test } from "vitest";
import { cut, otherContent } from "#test/hub/loopback/index.ts";
import { namesIn, strangers, type World, whole, worldOf } from "./world.ts";

let world: World;
afterEach(() => world.server.close());

const xorbs = { path: "/xorbs/", origin: "cdn" } as const;

/** `Range` of the requests for how files are put together. */
function ranges(): string[] {
  const asked = world.server.requests.filter(({ path }) => path.startsWith("/v2/reconstructions/"));
  return asked.map(({ headers }) => String(headers.range ?? ""));
}

test("files in Xet come whole, in pieces from the store", async () => {
  world = await worldOf({ storage: "xet" });
  await world.pull();
  expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
  expect(world.server.requests.filter(({ path }) => path.startsWith("/xorbs/")).length).toBeGreaterThan(3);
});

test("a file in Xet whose pieces stop coming goes on where it was", async () => {
  world = await worldOf({ storage: "xet" });
  world.server.fail({ ...xorbs, after: 1, times: 3, effect: cut({ bytes: 100 }) });
  await world.pull();
  expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
  expect(ranges().some((range) => /^bytes=[1-9]/.test(range))).toBe(true);
});

test("a file in Xet with wrong bytes is never stored", async () => {
  world = await worldOf({ storage: "xet" });
  world.server.fail({ ...xorbs, effect: otherContent("same") });
  await expect(world.pull()).rejects.toThrow(/models.parquet: \[hash\]/);
  expect(await namesIn(world)).toEqual([]);
});

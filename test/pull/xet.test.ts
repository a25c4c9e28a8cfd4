import { afterEach, expect, test, vi } from "vitest";
import { cut, otherContent, redirectTo, status, tooMany } from "#test/hub/loopback/index.ts";
import { namesIn, strangers, type World, whole, worldOf } from "./world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

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

test.each([
  ["429 for the token", "xet-read-token", tooMany(), /models.parquet: \[limited\]/],
  ["401 for the token", "xet-read-token", status(401), /models.parquet: \[repository\]/],
  ["403 for the token", "xet-read-token", status(403), /models.parquet: \[refused\]/],
  ["the token at another server", "xet-read-token", redirectTo("foreign"), /models.parquet: \[foreign\]/],
  ["403 of the store, again and again", "/xorbs/", status(403), /models.parquet: \[refused\]/],
] as const)("%s is named as what it is", async (_, path, effect, message) => {
  world = await worldOf({ storage: "xet" });
  world.server.fail({ path, effect });
  await expect(world.pull()).rejects.toThrow(message);
  expect(await namesIn(world)).toEqual(["models.parquet.part"]);
});

test("one refusal of the store, whose signatures expire, is tried again", async () => {
  world = await worldOf({ storage: "xet" });
  world.server.fail({ ...xorbs, times: 1, effect: status(403) });
  await world.pull();
  expect(await strangers(world)).toEqual([]);
});

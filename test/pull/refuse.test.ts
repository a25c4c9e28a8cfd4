import { afterEach, describe, expect, test } from "vitest";
import { pullSnapshot } from "#scripts/lib/hub/pull.ts";
import { cut, type Effect, gone, otherContent, type Repository, wrongEtag } from "#test/hub/loopback/index.ts";
import { bodiesOf, namesIn, strangers, type World, type WorldOptions, whole, worldOf } from "./world.ts";

let world: World;
afterEach(() => world.server.close());

const body = { path: "models.parquet", origin: "cdn", after: 1 } as const;

/** What a pull fails with; its folder must be without a snapshot then. */
async function failing(options: WorldOptions = {}, arm: (world: World) => void = () => {}): Promise<string> {
  world = await worldOf(options);
  arm(world);
  const error = await world.pull().then(
    () => new Error("did not fail"),
    (thrown: Error) => thrown,
  );
  expect(await namesIn(world)).not.toContain("snapshot.json");
  return error.message;
}

const failed = (effect: Effect, more: object = {}) =>
  failing({}, ({ server }) => void server.fail({ ...body, ...more, effect }));

describe("a file that is not what was announced", () => {
  test("with the right size, is never stored", async () => {
    expect(await failed(otherContent("same"))).toMatch(
      /file models\/2026-05-20\/models.parquet: \[hash\] has sha256 .{64} instead of/,
    );
    expect(await namesIn(world)).toEqual([]);
  });

  test("that changes between two ranges, is never stored", async () => {
    const message = await failing({}, ({ server }) => {
      server.fail({ ...body, times: 1, effect: cut({ fraction: 0.5 }) });
      server.fail({ ...body, after: 2, effect: otherContent("new") });
    });
    expect(message).toMatch(/\[hash\]|\[changed\]/);
    expect(await namesIn(world)).toEqual([]);
  });

  test("in its second range alone, comes again from the start", async () => {
    world = await worldOf();
    world.server.fail({ ...body, times: 1, effect: cut({ fraction: 0.5 }) });
    world.server.fail({ ...body, after: 3, times: 1, effect: otherContent("same") });
    await world.pull();
    expect(bodiesOf(world.server, "models").at(-1)).toBe("");
    expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
  });

  test("under another ETag, is judged by its bytes", async () => {
    world = await worldOf();
    world.server.fail({ path: "models.parquet", effect: wrongEtag() });
    await world.pull();
    expect([await strangers(world), await namesIn(world)]).toEqual([[], whole]);
  });
});

describe("what is not there", () => {
  test("a repository", async () => {
    world = await worldOf();
    await expect(pullSnapshot({ source: "daily", date: "2026-05-20" }, world.options)).rejects.toThrow(
      /cfahlgren1\/hub-stats, revision main: \[repository\]/,
    );
  });

  test("a week, with the nearest ones", async () => {
    world = await worldOf();
    const wanted = (date: string) => pullSnapshot({ source: "weekly", date }, world.options);
    await expect(wanted("2026-05-13")).rejects.toThrow("the nearest are 2026-05-06 and 2026-05-20");
    await expect(wanted("2026-06-13")).rejects.toThrow("the nearest is 2026-05-20; ask for 2026-05-20");
  });

  test("a file that goes away", async () => {
    const message = await failed(gone("EntryNotFound"), { origin: "hub", path: "resolve/", after: 0 });
    expect(message).toMatch(/models.parquet: \[file\]/);
  });

  test("a revision that disappears half-way: the first file stays for the next run, and there is no snapshot", async () => {
    const message = await failed(gone("RevisionNotFound"), { origin: "hub", path: "resolve/", after: 2 });
    expect(message).toMatch(/revision 2{40}, file datasets\/2026-05-20\/datasets.parquet: \[revision\]/);
    expect(await namesIn(world)).toEqual(["models.parquet"]);
  });

  test("a second file whose bytes are wrong: the same", async () => {
    const message = await failed(otherContent("same"), { path: "datasets.parquet" });
    expect(message).toContain("[hash]");
    expect(await namesIn(world)).toEqual(["models.parquet"]);
    expect(bodiesOf(world.server, "daily_papers")).toEqual([]);
  });
});

describe("a gated repository", () => {
  const gated: Repository["gated"] = "manual";

  test("masks its hashes from the anonymous, who are told what to do", async () => {
    expect(await failing({ gated })).toMatch(/\[gated\] masks the sha256 of its files; accept the conditions/);
    expect(bodiesOf(world.server, "models")).toEqual([]);
  });

  test("refuses its files to a token that is not let in", async () => {
    const message = await failing({ gated, token: "hf_notLetIn" });
    expect(message).toMatch(/models.parquet: \[gated\]/);
    expect(message).not.toContain("notLetIn");
  });
});

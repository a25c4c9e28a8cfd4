import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import type { SourceArchive } from "#loaders/schema/source.ts";
import { cachedPath, unpackedPath } from "#scripts/lib/cache.ts";
import { localSource, type Place } from "#scripts/lib/local.ts";
import { fetchSources, type Outcome, verifySources } from "#scripts/lib/store.ts";
import { transport } from "#scripts/lib/transport.ts";
import { put, record, scratch } from "#test/fixtures/source.ts";
import { listed, pinArchive, type Raw, tar, tarball } from "#test/fixtures/tarball.ts";

const contents = { "data/b.json": "beta", "data/a:0.json": "alpha", README: "", "data/l": { link: "b.json" } };
const listing = [
  listed("README", ""),
  listed("data/a:0.json", "alpha"),
  listed("data/b.json", "beta"),
  "link  b.json  data/l",
];

interface Setting {
  readonly place: Place;
  readonly archive: SourceArchive;
  /** The folder that the archive is unpacked into. */
  readonly dir: string;
  readonly fetch: (archives?: readonly SourceArchive[]) => Promise<Outcome[]>;
  readonly fetchOffline: () => Promise<Outcome[]>;
  readonly verify: () => Promise<Outcome[]>;
}

async function setting(bytes?: Uint8Array): Promise<Setting> {
  const content = bytes ?? (await tarball(contents));
  const archive = pinArchive("example.tar.gz", content, listing);
  const mirror = await scratch();
  await put(join(mirror, "files.test", "example.tar.gz"), content);
  const place = { cache: await scratch(), root: await scratch() };
  const fetch = (archives = [archive], open = transport({ mirror })) =>
    fetchSources([example(...archives)], place, { open, wait: async () => undefined });
  const offline = () => Promise.reject(new Error("the source was read"));
  return {
    ...{ place, archive, dir: unpackedPath(place.cache, archive) },
    fetch: (archives) => fetch(archives && [...archives]),
    fetchOffline: () => fetch([archive], offline),
    verify: () => verifySources([example(archive)], place),
  };
}

const example = (...archives: SourceArchive[]) => record({ files: [], archives });
const told = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ status, problems }) => [status, ...problems.map(({ file, rule }) => `${file} ${rule}`)].join(", "));
const beside = async ({ dir }: Setting) => (await readdir(dirname(dir))).filter((name) => name.includes(".d")).sort();

let it: Setting;
beforeEach(async () => {
  it = await setting();
});

describe("an archive", () => {
  test("is brought, unpacked and verified once; after that the source is not read again", async () => {
    expect(told(await it.verify())).toEqual(["failed, example.tar.gz not-cached, example.tar.gz not-cached"]);
    expect(told(await it.fetch())).toEqual(["fetched"]);
    expect(told(await it.fetchOffline())).toEqual(["cached"]);
    expect(told(await it.verify())).toEqual(["cached"]);
    expect(await beside(it)).toEqual([`${it.archive.sha256}.d`]);
  });

  test("gives its members sorted by path: files with their bytes, links with their target and no file", async () => {
    await it.fetch();
    const source = localSource(example(it.archive), it.place);
    const members = source.members("example.tar.gz");
    expect(members.map(({ path, target }) => `${path} ${target}`)).toEqual([
      "README null",
      "data/a:0.json null",
      "data/b.json null",
      "data/l b.json",
    ]);
    const read = members.map(({ local }) => (local === null ? null : readFile(local, "utf8")));
    expect(await Promise.all(read)).toEqual(["", "alpha", "beta", null]);
    expect((await readdir(join(it.dir, "files", "data"))).sort()).toEqual(["a%3a0.json", "b.json"]);
    expect(() => source.members("other.tar.gz")).toThrow("source example: the record lists no archive other.tar.gz");
  });

  test.each(["missing", "damaged"])("eight runs at once leave one whole folder where one is %s", async (state) => {
    if (state === "damaged") await put(join(it.dir, "files/README"), "!");
    const runs = await Promise.all(Array.from({ length: 8 }, () => it.fetch()));
    expect(runs.flatMap((outcomes) => outcomes.flatMap(({ problems }) => problems))).toEqual([]);
    expect(told(await it.verify())).toEqual(["cached"]);
    expect(await beside(it)).toEqual([`${it.archive.sha256}.d`]);
  });

  test("a second archive with the same bytes shares what is unpacked", async () => {
    const twin = { ...it.archive, path: "twin.tar.gz" };
    expect(told(await it.fetch([it.archive, twin]))).toEqual(["fetched", "fetched"]);
    const source = localSource(example(it.archive, twin), it.place);
    expect(source.members("twin.tar.gz")).toEqual(source.members("example.tar.gz"));
  });
});

describe("damage is found by name and mended from the archive", () => {
  const damages: [string, (it: Setting) => Promise<unknown>, string][] = [
    ["a flipped byte", ({ dir }) => put(join(dir, "files/data/a%3a0.json"), "alphb"), "data/a:0.json hash"],
    ["a cut member", ({ dir }) => put(join(dir, "files/data/b.json"), "bet"), "data/b.json short"],
    ["a longer member", ({ dir }) => put(join(dir, "files/README"), "!"), "README long"],
    ["a missing member", ({ dir }) => rm(join(dir, "files/data/b.json")), "data/b.json not-cached"],
    ["one file more", ({ dir }) => put(join(dir, "files/data/c.json"), "c"), "data/c.json extra"],
    ["a folder without listing", ({ dir }) => rm(join(dir, "listing")), "example.tar.gz not-cached"],
    ["another listing", ({ dir }) => put(join(dir, "listing"), `${listed("a", "a")}\n`), "example.tar.gz members"],
  ];

  test.each(damages)("%s", async (_, damage, expected) => {
    await it.fetch();
    await damage(it);
    expect(told(await it.verify())).toEqual([`failed, ${expected}`]);
    expect(told(await it.fetchOffline())).toEqual(["unpacked"]);
    expect(told(await it.verify())).toEqual(["cached"]);
  });

  test("a link in place of a member, whatever it leads to", async () => {
    await it.fetch();
    const at = join(it.dir, "files/data/b.json");
    await rm(at);
    await put(join(it.place.root, "beta"), "beta");
    await symlink(join(it.place.root, "beta"), at);
    expect(told(await it.verify())).toEqual(["failed, data/b.json not-cached, data/b.json (not a regular file) extra"]);
    expect(told(await it.fetchOffline())).toEqual(["unpacked"]);
  });

  test("a half-written folder of a run that was stopped is never used", async () => {
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    await put(join(`${it.dir}.part-${dead}-0`, "files/data/b.json"), "beta");
    await put(join(it.dir, "files/data/b.json"), "be");
    expect(told(await it.verify())).toEqual(["failed, example.tar.gz not-cached, example.tar.gz not-cached"]);
    expect(() => localSource(example(it.archive), it.place).members("example.tar.gz")).toThrow("ENOENT");
    expect(told(await it.fetch())).toEqual(["fetched"]);
    expect(await readFile(join(it.dir, "files/data/b.json"), "utf8")).toBe("beta");
    expect(await beside(it)).toEqual([`${it.archive.sha256}.d`]);
  });

  test("the archive itself: it is brought again, and what was unpacked stays", async () => {
    await it.fetch();
    const path = cachedPath(it.place.cache, it.archive);
    const bytes = await readFile(path);
    await put(path, Buffer.from(bytes.map((byte, i) => (i === 30 ? byte ^ 1 : byte))));
    expect(told(await it.verify())).toEqual(["failed, example.tar.gz hash"]);
    expect(told(await it.fetch())).toEqual(["fetched"]);
    expect(await readFile(path)).toEqual(bytes);
  });

  test("a damaged listing is not handed to a loader", async () => {
    await it.fetch();
    await put(join(it.dir, "listing"), `${listed("a", "a")}\n`);
    expect(() => localSource(example(it.archive), it.place).members("example.tar.gz")).toThrow("not the pinned one");
  });

  test("the message has member, rule, sizes and remedy", async () => {
    await it.fetch();
    await put(join(it.dir, "files/data/b.json"), "bet");
    expect((await it.verify())[0]?.problems).toEqual([
      {
        ...{ record: "example", file: "data/b.json", rule: "short", detail: "has 3 bytes instead of 4" },
        remedy: "run npm run sources: it unpacks the archive again",
      },
    ]);
  });
});

describe("a record that is wrong about its archive puts nothing in place", () => {
  const wrong = (members: Partial<SourceArchive["members"]>) => [
    { ...it.archive, members: { ...it.archive.members, ...members } },
  ];

  test.each([
    ["another listing", { sha256: "0".repeat(64) }, `instead of ${"0".repeat(64)}`],
    ["another number of files", { files: 4 }, "holds 3 files, not 4"],
    ["another number of links", { links: 0 }, "holds 1 links, not 0"],
    ["another size", { bytes: 10 }, "holds 9 bytes, not 10"],
  ])("%s", async (_, members, detail) => {
    const [outcome] = await it.fetch(wrong(members));
    expect(outcome?.problems).toMatchObject([{ file: "example.tar.gz", rule: "members" }]);
    expect(outcome?.problems[0]?.detail).toContain(detail);
    expect(await beside(it)).toEqual([]);
  });

  test("an entry that is refused", async () => {
    const evil: Raw[] = [
      [{ name: "top/ok", type: "file" }, "ok"],
      [{ name: "top/../../evil", type: "file" }, "evil"],
    ];
    it = await setting(gzipSync(await tar(evil)));
    const [outcome] = await it.fetch();
    expect(outcome?.problems).toMatchObject([{ file: "example.tar.gz", rule: "archive" }]);
    expect(outcome?.problems[0]?.detail).toContain('entry "top/../../evil" leaves the archive');
    expect(await beside(it)).toEqual([]);
    expect(existsSync(join(dirname(dirname(it.dir)), "evil"))).toBe(false);
  });

  test("what was whole before stays when unpacking again fails", async () => {
    await it.fetch();
    await it.fetch(wrong({ files: 4 }));
    expect(told(await it.verify())).toEqual(["cached"]);
  });
});

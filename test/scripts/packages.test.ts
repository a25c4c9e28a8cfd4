import { rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { SourcePackage } from "#loaders/schema/source.ts";
import { localSource, type Place } from "#scripts/lib/local.ts";
import { pinsOf } from "#scripts/lib/pin.ts";
import { fetchSources, verifySources } from "#scripts/lib/store.ts";
import { pin, put, record, scratch } from "#test/fixtures/source.ts";

const integrity = `sha512-${"a".repeat(86)}==`;
const name = "@somebody/prices";
const files = {
  "dist/index.js": "export default [];\n",
  "package.json": '{"name":"@somebody/prices","version":"1.2.3"}\n',
};

const pinned = ([path, content]: readonly [string, string]) => {
  const { url: _, ...rest } = pin(path, content);
  return rest;
};
const prices: SourcePackage = { name, version: "1.2.3", integrity, files: Object.entries(files).map(pinned) };
const example = record({ revision: "1.2.3", files: [], package: prices });

let place: Place;
const install = (path: string, content: string) => put(join(place.root, "node_modules", name, path), content);
const lock = (entry: object | null) => {
  const packages = { "": {}, ...(entry && { [`node_modules/${name}`]: entry }) };
  return put(join(place.root, "package-lock.json"), JSON.stringify({ lockfileVersion: 3, packages }));
};
const problems = async () => (await verifySources([example], place)).flatMap((outcome) => outcome.problems);

beforeEach(async () => {
  place = { cache: await scratch(), root: await scratch() };
  for (const [path, content] of Object.entries(files)) await install(path, content);
  await lock({ version: "1.2.3", integrity });
});

describe("a package of npm", () => {
  test("verifies as installed, without the network, and gives its files", async () => {
    const open = () => Promise.reject(new Error("the network was used"));
    const outcomes = await fetchSources([example], place, { open });
    expect(outcomes).toEqual([{ record: "example", path: name, status: "installed", problems: [] }]);
    const { local } = localSource(example, place);
    expect(local("dist/index.js")).toBe(join(place.root, "node_modules/@somebody/prices/dist/index.js"));
    expect(() => local("dist/other.js")).toThrow("source example: the record lists no file dist/other.js");
  });

  test.each<[string, () => Promise<unknown>, string, string, string]>([
    [
      "a flipped byte",
      () => install("dist/index.js", "export default {};\n"),
      `${name}/dist/index.js`,
      "[hash] has sha256",
      "run npm ci",
    ],
    [
      "a cut file",
      () => install("dist/index.js", "export"),
      `${name}/dist/index.js`,
      "[short] has 6 bytes",
      "run npm ci",
    ],
    [
      "a missing file",
      () => rm(join(place.root, "node_modules", name, "dist/index.js")),
      `${name}/dist/index.js`,
      "[not-installed] is missing",
      "run npm ci",
    ],
    [
      "no package",
      () => rm(join(place.root, "node_modules"), { recursive: true }),
      name,
      "[not-installed] is not installed",
      "run npm ci",
    ],
    [
      "another integrity in the lockfile",
      () => lock({ version: "1.2.3", integrity: `sha512-${"b".repeat(86)}==` }),
      name,
      `[lock] has integrity sha512-${"b".repeat(86)}== in package-lock.json, not ${integrity}`,
      "install the pinned version, or pin the one of package-lock.json",
    ],
    [
      "another version in the lockfile",
      () => lock({ version: "1.2.4", integrity }),
      name,
      "[lock] has version 1.2.4 in package-lock.json, not 1.2.3",
      "install the pinned version, or pin the one of package-lock.json",
    ],
    [
      "a lockfile without it",
      () => lock(null),
      name,
      "[lock] is not in package-lock.json",
      "install the pinned version",
    ],
    [
      "no lockfile",
      () => rm(join(place.root, "package-lock.json")),
      name,
      "[lock] is not in package-lock.json",
      "install the pinned version",
    ],
  ])("%s is named with its remedy, and alone", async (_, damage, file, what, remedy) => {
    await damage();
    const found = (await problems()).map(({ record, file, rule, detail, remedy }) => ({
      ...{ record, file, what: `[${rule}] ${detail}`, remedy },
    }));
    expect(found).toEqual([
      { record: "example", file, what: expect.stringContaining(what), remedy: expect.stringContaining(remedy) },
    ]);
  });

  test("another version as installed is named, and so is its changed file", async () => {
    await install("package.json", '{"name":"@somebody/prices","version":"1.3.0"}\n');
    expect((await problems()).map(({ file, rule, detail }) => `${file} ${rule} ${detail.slice(0, 40)}`)).toEqual([
      `${name} not-installed is installed in version 1.3.0, not 1.2.3`.slice(0, name.length + 15 + 40),
      expect.stringMatching(/package\.json hash has sha256/),
    ]);
  });

  test("its pins are those of the lockfile and of the files as installed", async () => {
    const open = () => Promise.reject(new Error("the network was used"));
    const stale = { ...prices, version: "1.0.0", files: prices.files.map((file) => ({ ...file, bytes: 0 })) };
    const pins = await pinsOf(record({ files: [], package: stale }), place.root, open);
    expect(pins).toEqual({ files: [], archives: [], package: prices });
  });
});

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { licenceOf } from "#loaders/schema/source.ts";
import { parseSource, readSources } from "#loaders/sources.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { readRecords, recordProblem } from "#scripts/lib/records.ts";
import { pin, put, record, scratch } from "#test/fixtures/source.ts";

function parse(changes: Record<string, unknown>) {
  return parseSource(JSON.stringify({ ...record(), ...changes }), "example.json");
}

describe("source records", () => {
  test("a complete record parses", () => {
    expect(parse({})).toEqual({ record: record() });
  });

  test("a licence that is not stated is null, and still an object", () => {
    expect(parse({ licence: { spdx: null, url: null, note: "none stated" } })).toHaveProperty("record");
  });

  test("archives and packages parse in place of files, which are then empty", () => {
    expect(parse({ files: undefined, archives: [archive] })).toEqual({
      record: record({ files: [], archives: [archive] }),
    });
    expect(parse({ files: undefined, revision: "1.2.3", package: npm })).toEqual({
      record: record({ files: [], revision: "1.2.3", package: npm }),
    });
  });

  const file = pin("a.txt", "a");
  const members = { files: 1, links: 0, bytes: 1, sha256: file.sha256 };
  const archive = { ...pin("a.tar.gz", "a"), members };
  const { url: _, ...inside } = file;
  const npm = { name: "@a/b", version: "1.2.3", integrity: `sha512-${"a".repeat(86)}==`, files: [inside] };
  const released = { revision: "1.2.3", files: [] };
  test.each([
    ["no licence", { licence: undefined }, "licence", "$.licence "],
    ["a licence without spdx", { licence: { url: null, note: "" } }, "licence", "$.licence.spdx "],
    ["http", { files: [{ ...file, url: "http://files.test/a" }] }, "record", "$.files[0].url "],
    ["a path that leaves the source", { files: [{ ...file, path: "../a" }] }, "record", "$.files[0].path "],
    ["a path twice", { files: [file, file] }, "record", "$.files[1].path repeats a.txt"],
    ["a hash that is none", { files: [{ ...file, sha256: "abc" }] }, "record", "$.files[0].sha256 "],
    ["a day that is none", { last: "2025-02-30" }, "record", "$.last "],
    ["last before first", { first: "2025-02-01" }, "record", "$.last is before first"],
    ["no content", { files: [] }, "record", "$ has no content: give files, archives or a package"],
    [
      "an archive of another kind",
      { archives: [{ ...archive, path: "a.zip" }] },
      "record",
      "$.archives[0].path must end with .tar.gz",
    ],
    ["an archive without members", { archives: [pin("a.tar.gz", "a")] }, "record", "$.archives[0].members "],
    [
      "an empty archive",
      { archives: [{ ...archive, members: { ...members, files: 0 } }] },
      "record",
      "$.archives[0].members.files ",
    ],
    [
      "a listing in place of its hash",
      { archives: [{ ...archive, members: { ...members, sha256: "a  1  a.txt" } }] },
      "record",
      "$.archives[0].members.sha256 must be 64",
    ],
    [
      "an archive with the path of a file",
      { files: [{ ...file, path: "a.tar.gz" }], archives: [archive] },
      "record",
      "$.archives[0].path repeats a.tar.gz",
    ],
    [
      "a package with a path of a file",
      { files: [file], revision: "1.2.3", package: npm },
      "record",
      "$.package.files[0].path repeats a.txt",
    ],
    [
      "a name that is no package",
      { ...released, package: { ...npm, name: "../b" } },
      "record",
      "$.package.name must be the name of an npm package",
    ],
    [
      "a range of versions",
      { ...released, package: { ...npm, version: "^1.2.3" } },
      "record",
      "$.package.version must be an exact version",
    ],
    [
      "a version that is not the revision",
      { files: [], package: npm },
      "record",
      "$.package.version is not the revision (r1)",
    ],
    [
      "another kind of integrity",
      { ...released, package: { ...npm, integrity: "sha1-abc=" } },
      "record",
      "$.package.integrity must be sha512-",
    ],
    ["a package without files", { ...released, package: { ...npm, files: [] } }, "record", "$.package.files "],
    ["a URL inside a package", { ...released, package: { ...npm, files: [file] } }, "record", "$.package.files[0] "],
    ["an unknown field", { licensing: "MIT" }, "record", "licensing"],
    ["another id than its file", { id: "other" }, "record", '$.id is "other" but the file is example.json'],
  ])("refuses %s, naming file and place in the JSON", (_, changes, rule, detail) => {
    const parsed = parse(changes);
    const [problem] = "faults" in parsed ? parsed.faults.map(recordProblem) : [];
    expect(problem).toMatchObject({ record: "example", file: "example.json", rule });
    expect(problem?.detail).toContain(detail);
  });

  test("all records that do not parse are named at once", async () => {
    const dir = await scratch();
    await put(join(dir, "a.json"), "{");
    await put(join(dir, "b.json"), "{}");
    const error: unknown = await readRecords(dir).catch((caught: unknown) => caught);
    expect(String(error)).toMatch(/a a\.json: \[record\] \$ is not JSON/);
    expect(String(error)).toMatch(/b b\.json: \[licence\] \$\.licence/);
    await expect(readSources(dir)).rejects.toThrow(/a\.json: \$ is not JSON[\s\S]*b\.json: \$\.licence/);
  });

  test("a table's licence follows from its sources", () => {
    const of = (spdx: string | null) => record({ licence: { spdx, url: null, note: "" } });
    expect(licenceOf([of("MIT"), of("Apache-2.0"), of("MIT")])).toBe("Apache-2.0 AND MIT");
    expect(licenceOf([of(null), of("MIT")])).toBe("MIT AND NOASSERTION");
  });
});

describe("the records of the project", () => {
  const ids = [
    ...["dataset-cards-2023", "epoch-models", "genai-prices", "hub-stats-sample", "huggingface-tasks", "iso-countries"],
    ...["model-cards-2022", "models-dev", "openrouter-list", "osir-lmts", "radar", "textgen-lineage", "tracked-models"],
    "transformersjs-daily",
  ];
  const unlicensed = ["model-cards-2022", "textgen-lineage"];
  const whole = ["dataset-cards-2023", "model-cards-2022"];

  test("are those that the project knows, each with a title that is short before its colon", async () => {
    const records = await readRecords(pathsAt().sources);
    expect(records.map(({ id }) => id)).toEqual(ids);
    expect(records.filter(({ title }) => !/^[^:]{3,40}: .+$/.test(title))).toEqual([]);
  });

  test("are pinned: a commit in every URL, or the version of a package", async () => {
    for (const { id, revision, files, archives, package: pin } of await readRecords(pathsAt().sources)) {
      expect(revision, id).toMatch(pin ? /^\d+\.\d+\.\d+$/ : /^[0-9a-f]{40}$/);
      expect(
        [...files, ...archives].filter(({ url }) => !url.includes(revision)),
        id,
      ).toEqual([]);
    }
  });

  test("pin real bytes: no hash stands for nothing, and none but equal files share one", async () => {
    const records = await readRecords(pathsAt().sources);
    const all = records.flatMap(({ id, files, archives, package: pin }) =>
      [...files, ...archives, ...archives.map(({ members }) => members), ...(pin?.files ?? [])].map((one) => ({
        id,
        ...one,
      })),
    );
    expect(all.length).toBeGreaterThan(780);
    for (const { sha256, bytes } of all) {
      expect(sha256).toMatch(/^(?!(.)\1+$)[0-9a-f]{64}$/);
      expect(bytes).toBeGreaterThan(0);
      expect(new Set(all.filter((other) => other.sha256 === sha256).map((other) => other.bytes)).size).toBe(1);
    }
  });

  test("state a licence but for two, and are complete but for two others", async () => {
    const records = await readRecords(pathsAt().sources);
    expect(records.filter(({ licence }) => licence.spdx === null).map(({ id }) => id)).toEqual(unlicensed);
    expect(records.filter(({ complete }) => complete).map(({ id }) => id)).toEqual(whole);
  });

  test("say what is wrong with them, one sentence each", async () => {
    for (const { id, faults, counters } of await readRecords(pathsAt().sources)) {
      expect(faults.length, id).toBeGreaterThanOrEqual(3);
      for (const sentence of [...faults, ...Object.values(counters)]) expect(sentence, id).toMatch(/^[\p{L}\d"].*\.$/u);
    }
  });
});

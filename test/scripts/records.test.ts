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

  const file = pin("a.txt", "a");
  test.each([
    ["no licence", { licence: undefined }, "licence", "$.licence "],
    ["a licence without spdx", { licence: { url: null, note: "" } }, "licence", "$.licence.spdx "],
    ["http", { files: [{ ...file, url: "http://files.test/a" }] }, "record", "$.files[0].url "],
    ["a path that leaves the source", { files: [{ ...file, path: "../a" }] }, "record", "$.files[0].path "],
    ["a path twice", { files: [file, file] }, "record", "$.files[1].path repeats a.txt"],
    ["a hash that is none", { files: [{ ...file, sha256: "abc" }] }, "record", "$.files[0].sha256 "],
    ["a day that is none", { last: "2025-02-30" }, "record", "$.last "],
    ["last before first", { first: "2025-02-01" }, "record", "$.last is before first"],
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

  test("the records of the project parse, are pinned to their revision, and state a licence", async () => {
    const records = await readRecords(pathsAt().sources);
    for (const { revision, files, licence } of records) {
      expect(files.filter(({ url }) => !url.includes(revision))).toEqual([]);
      expect(licence.spdx).not.toBeNull();
    }
  });

  test("a table's licence follows from its sources", () => {
    const of = (spdx: string | null) => record({ licence: { spdx, url: null, note: "" } });
    expect(licenceOf([of("MIT"), of("Apache-2.0"), of("MIT")])).toBe("Apache-2.0 AND MIT");
    expect(licenceOf([of(null), of("MIT")])).toBe("MIT AND NOASSERTION");
  });
});

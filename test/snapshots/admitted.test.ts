import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import { readRecords } from "#scripts/lib/records.ts";
import { checkAdmitted } from "#scripts/lib/snapshots/admitted.ts";
import { jsonText } from "#scripts/lib/snapshots/put.ts";
import { snapshotFolder } from "#test/fixtures/snapshot.ts";
import { admitted, filesBelow, snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { record } from "#test/fixtures/source.ts";

const paths = await snapshotProject();
await admitted(paths, await snapshotFolder());
await admitted(paths, await snapshotFolder({ week: 1, tables: { daily_papers: null }, origin: {} }), {
  rules: ["daily_papers/columns-kept"],
  because: "There was no list that week.",
});
const snapshots = await readSnapshots("hub", paths.snapshots);
const source = (await readRecords(paths.sources))[0] as SourceRecord;
const place = "models/2026-05-27/models.parquet";

describe("tables are built from admitted snapshots alone", () => {
  const told = (changed: SourceRecord, known = snapshots) =>
    checkAdmitted(changed, known).map(({ file, rule, detail, remedy }) => ({ file, rule, detail, remedy }));

  test("what was admitted is in order, and so are sources without snapshots", () => {
    expect(told(source)).toEqual([]);
    expect(told(record(), [])).toEqual([]);
  });

  test("a file whose content no snapshot has", () => {
    const files = source.files.map((file) => (file.path === place ? { ...file, sha256: "0".repeat(64) } : file));
    expect(told({ ...source, files }).map(({ file, detail }) => [file, detail])).toEqual([
      [place, "belongs to no admitted snapshot of this content"],
      [place, "snapshot 2026-05-27 is admitted, but the record does not pin it"],
    ]);
  });

  test("a file of a label that was never admitted", () => {
    const [problem, ...more] = told(source, snapshots.slice(0, 1));
    expect(problem).toMatchObject({ rule: "admitted", file: "datasets/2026-05-27/datasets.parquet" });
    expect(problem?.remedy).toContain("npm run snapshot -- admit DIR");
    expect(more.map(({ file }) => file)).toEqual([place]);
  });

  test("a snapshot whose file the record does not pin", () => {
    const files = source.files.filter(({ path }) => path !== place);
    expect(told({ ...source, files })).toMatchObject([
      { file: place, detail: expect.stringContaining("does not pin it") },
    ]);
  });

  test("rows that were made up in a record that does not say so", () => {
    expect(told({ ...source, generated: false }).map(({ detail, remedy }) => [detail, remedy])).toEqual(
      ["2026-05-20", "2026-05-27"].map((label) => [
        `says that nothing was made up, but snapshot ${label} was`,
        'set "generated": true',
      ]),
    );
  });
});

describe("records are written as the project's formatter writes them", () => {
  const formatted = (path: string, text: string) =>
    spawnSync("node_modules/.bin/biome", ["format", `--stdin-file-path=${path}`], { input: text, encoding: "utf8" })
      .stdout;

  test("those of snapshots and of their source", async () => {
    const data = await filesBelow(join(paths.root, "data"));
    const records = Object.entries(data).filter(([path]) => /^(snapshots|sources)\//.test(path));
    expect(records.map(([path]) => path)).toEqual([
      "snapshots/hub/2026-05-20.json",
      "snapshots/hub/2026-05-27.json",
      "sources/hub.json",
    ]);
    for (const [path, text] of records) expect(formatted(`data/${path}`, text)).toBe(text);
  });

  test.each([
    [[]],
    [["a"]],
    [["a".repeat(55), "b".repeat(52)]],
    [["a".repeat(55), "b".repeat(53)]],
    [['"', "\\", "],"]],
  ])("%j", (list) => {
    const value = { list, last: [list, { list }] };
    expect(JSON.parse(jsonText(value))).toEqual(value);
    expect(formatted("data/a.json", jsonText({ list }))).toBe(jsonText({ list }));
  });
});

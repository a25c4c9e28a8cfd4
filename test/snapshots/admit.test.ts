import { createHash } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSnapshots } from "#loaders/snapshots.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { readRecords } from "#scripts/lib/records.ts";
import { checkSnapshot } from "#scripts/lib/snapshots/admit.ts";
import { checkAdmitted } from "#scripts/lib/snapshots/admitted.ts";
import { verifySources } from "#scripts/lib/store.ts";
import { snapshotFolder } from "#test/fixtures/snapshot.ts";
import { admitted, filesBelow, optionsOf, small, snapshotProject } from "#test/fixtures/snapshot-project.ts";

const sha256 = async (path: string) =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

describe("a snapshot that keeps the rules", () => {
  test("goes to the cache, and into the records of the snapshot and of its source", async () => {
    const paths = await snapshotProject();
    const dir = await snapshotFolder();
    const outcome = await admitted(paths, dir);
    expect(outcome.verdict).toBe("admitted");
    const [record, ...more] = await readSnapshots("hub", paths.snapshots);
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      ...{
        source: "hub",
        label: "2026-05-20",
        observed_on: "2026-05-20",
        admitted_on: "2026-06-30",
        predecessor: null,
      },
      ...{ generated: true, waivers: [], notes: [] },
    });
    expect(record?.tables.models).toMatchObject({ rows: 120, missing: ["gated"], unread: ["author", "trendingScore"] });
    expect(record?.tables.models?.sha256).toBe(await sha256(join(dir, "models.parquet")));
    expect(record?.tables.daily_papers?.rows).toBe(40);
    expect(record?.passed).toContain("models/counters-whole");
    expect(record?.not_applicable).toContain("models/gated-words");
    const [source] = await readRecords(paths.sources);
    expect(source).toMatchObject({
      ...{
        id: "hub",
        complete: true,
        generated: true,
        first: "2026-05-20",
        last: "2026-05-20",
        accessed: "2026-06-30",
      },
      population: "models and datasets of the Hugging Face Hub",
    });
    expect(source?.files.map(({ path }) => path)).toEqual([
      "daily_papers/2026-05-20/daily_papers.parquet",
      "datasets/2026-05-20/datasets.parquet",
      "models/2026-05-20/models.parquet",
    ]);
    expect(source && (await verifySources([source], paths)).flatMap(({ problems }) => problems)).toEqual([]);
    expect(source && record && checkAdmitted(source, [record])).toEqual([]);
  });

  test("is linked, not moved: the given folder stays as it is", async () => {
    const paths = await snapshotProject();
    const dir = await snapshotFolder();
    const before = await filesBelow(dir);
    await admitted(paths, dir);
    expect(await filesBelow(dir)).toEqual(before);
    const kept = cachedPath(paths.cache, { sha256: await sha256(join(dir, "models.parquet")) });
    expect((await stat(kept)).ino).toBe((await stat(join(dir, "models.parquet"))).ino);
  });

  test("joins its predecessors, in whatever order they come", async () => {
    const paths = await snapshotProject();
    for (const week of [0, 2, 1])
      await admitted(paths, await snapshotFolder({ week, origin: { revision: `r${week}` } }));
    const all = await readSnapshots("hub", paths.snapshots);
    expect(all.map(({ label, predecessor }) => [label, predecessor])).toEqual([
      ["2026-05-20", null],
      ["2026-05-27", "2026-05-20"],
      ["2026-06-03", "2026-05-20"],
    ]);
    const [source] = await readRecords(paths.sources);
    expect(source).toMatchObject({ revision: "r2", first: "2026-05-20", last: "2026-06-03" });
    expect(source?.files).toHaveLength(9);
  });

  test("of the real Hub gets the licence of its copies", async () => {
    const paths = await snapshotProject();
    const dir = await snapshotFolder({ origin: { generated: false } });
    expect((await admitted(paths, dir, small)).verdict).toBe("admitted");
    const [source] = await readRecords(paths.sources);
    expect(source).toMatchObject({ generated: false, licence: { spdx: "ODbL-1.0" } });
    const unknown = await snapshotFolder({ origin: { source: "other", generated: false, repository: "some/body" } });
    await expect(admitted(paths, unknown, small)).rejects.toThrow("nothing is known of these copies");
  });
});

test("check looks and changes nothing", async () => {
  const paths = await snapshotProject();
  const before = await filesBelow(paths.root);
  expect((await checkSnapshot(await snapshotFolder(), optionsOf(paths))).verdict).toBe("sound");
  const broken = await snapshotFolder({ truncated: "models" });
  expect((await checkSnapshot(broken, optionsOf(paths))).verdict).toBe("refused");
  expect(await filesBelow(paths.root)).toEqual(before);
});

describe("admitting again", () => {
  test("changes nothing, and needs no rule", async () => {
    const paths = await snapshotProject();
    const dir = await snapshotFolder();
    await admitted(paths, dir);
    const before = await filesBelow(paths.root);
    expect((await admitted(paths, dir, { on: "2026-07-31" })).verdict).toBe("admitted");
    expect(await filesBelow(paths.root)).toEqual(before);
  });

  test("under the same label refuses another content, another day and another origin", async () => {
    const paths = await snapshotProject();
    await admitted(paths, await snapshotFolder());
    const before = await filesBelow(paths.root);
    const label = { label: "2026-05-20" };
    for (const other of [
      { week: 1, origin: label },
      { origin: { repository: "example/other" } },
      { tables: { daily_papers: null } },
    ])
      await expect(admitted(paths, await snapshotFolder(other))).rejects.toThrow(
        "is admitted with another content or origin",
      );
    await expect(admitted(paths, await snapshotFolder({ origin: { label: "2026-05-19" } }))).rejects.toThrow(
      "one snapshot a day",
    );
    expect(await filesBelow(paths.root)).toEqual(before);
  });

  test("takes the same bytes of another commit as what is admitted, and keeps the records of then", async () => {
    const paths = await snapshotProject();
    const dir = await snapshotFolder();
    await admitted(paths, dir);
    const before = await filesBelow(paths.root);
    const origin = JSON.parse(await readFile(join(dir, "snapshot.json"), "utf8"));
    const files = origin.files.map((file: { url: string }) => ({ ...file, url: `${file.url}?later` }));
    const later = { revision: "b".repeat(40), committed_at: "2026-05-29T06:10:00Z", files };
    await writeFile(join(dir, "snapshot.json"), JSON.stringify({ ...origin, ...later }));
    expect((await admitted(paths, dir, { on: "2026-07-31" })).verdict).toBe("admitted");
    expect(await filesBelow(paths.root)).toEqual(before);
  });

  test("never mixes rows that were made up with the Hub's own, nor two copies of it", async () => {
    const paths = await snapshotProject();
    await admitted(paths, await snapshotFolder());
    const real = await snapshotFolder({ week: 1, origin: { generated: false } });
    await expect(admitted(paths, real, small)).rejects.toThrow("cannot stand in one source");
    const other = await snapshotFolder({ week: 1, origin: { repository: "example/other" } });
    await expect(admitted(paths, other)).rejects.toThrow("the source holds copies of example/generated");
  });
});

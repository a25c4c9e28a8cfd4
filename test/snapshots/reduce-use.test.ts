import { readFile, rm, truncate } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { localSource } from "#scripts/lib/local.ts";
import type { Paths } from "#scripts/lib/paths.ts";
import { readRecords } from "#scripts/lib/records.ts";
import { checkSnapshot } from "#scripts/lib/snapshots/admit.ts";
import { reduceFile } from "#scripts/lib/snapshots/reduce/reduce.ts";
import { reducedPath, sidecarPath } from "#scripts/lib/snapshots/reduce/sidecar.ts";
import { reducer } from "#scripts/lib/snapshots/reduce/sql.ts";
import { linesOf, reducedLines } from "#scripts/lib/sources-report.ts";
import { fetchSources, raiseFailures, verifySources } from "#scripts/lib/store.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { canonicalRows } from "#test/fixtures/reduced.ts";
import { snapshotFolder } from "#test/fixtures/snapshot.ts";
import { admitted, optionsOf, snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { put } from "#test/fixtures/source.ts";
import { replacingOne } from "#test/gates/breaks.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const unreachable = { open: () => Promise.reject(new Error("the network was asked")) };

interface Started {
  readonly paths: Paths;
  readonly record: SourceRecord;
  readonly snapshot: Snapshot;
}

/** A project with one admitted snapshot, whose files are there raw and reduced. */
async function started(): Promise<Started> {
  const paths = await snapshotProject();
  await admitted(paths, await snapshotFolder());
  const [record] = await readRecords(paths.sources);
  const [snapshot] = await readSnapshots("hub", paths.snapshots);
  if (!record || !snapshot) throw new Error("nothing was admitted");
  for (const file of record.files)
    await reduceFile(paths.cache, { ...file, table: file.path.split("/")[0] as "models" }, 1);
  return { paths, record, snapshot };
}

async function withoutRaw({ paths, record }: Started): Promise<void> {
  for (const file of record.files) await rm(cachedPath(paths.cache, file));
}

test("raw files are preferred; where they are gone, reduced copies give loaders the same rows, without the network", async () => {
  const it = await started();
  const { paths, record, snapshot } = it;
  const loads = () => hubLoads(localSource(record, paths, [snapshot]));
  const statuses = async () => (await fetchSources([record], paths, unreachable)).map(({ status }) => status);
  expect(await statuses()).toEqual(["cached", "cached", "cached"]);
  const raw = await canonicalRows(loads());
  await withoutRaw(it);
  expect(await statuses()).toEqual(["reduced", "reduced", "reduced"]);
  expect(await canonicalRows(loads())).toEqual(raw);
  const outcomes = await verifySources([record], paths);
  expect(linesOf([record], outcomes)).toMatch(/verified.*, 3 files reduced\n$/);
  expect(reducedLines(outcomes)).toEqual(["hub, 3 files reduced: their raw files are gone"]);
});

test("a copy of another reducer, or a damaged one, is a problem whose remedy is to pull again", async () => {
  const it = await started();
  const [first, second] = it.record.files;
  await withoutRaw(it);
  const beside = sidecarPath(it.paths.cache, first ?? { sha256: "" });
  await put(beside, (await readFile(beside, "utf8")).replace(reducer, "0123456789abcdef"));
  await truncate(reducedPath(it.paths.cache, second ?? { sha256: "" }), 100);
  const found = (await verifySources([it.record], it.paths)).flatMap(({ problems }) => problems);
  expect(found.map(({ file, rule }) => [file, rule])).toEqual([
    [first?.path, "reduced"],
    [second?.path, "reduced"],
  ]);
  expect(found[0]?.detail).toContain("was made by reducer 0123456789abcdef");
  expect(found[1]?.detail).toContain("has 100 bytes instead of");
  expect(found[0]?.remedy).toMatch(/npm run snapshot .* pulls the raw file again/);
  const offline = { open: unreachable.open, wait: async () => undefined };
  await expect(fetchSources([it.record], it.paths, offline)).rejects.toThrow("the network was asked");
});

test("a raw file that is damaged is told as such, though a reduced copy is there, and fetching takes the copy", async () => {
  const { paths, record } = await started();
  await truncate(cachedPath(paths.cache, record.files[0] ?? { sha256: "" }), 100);
  const [bad] = await verifySources([record], paths);
  expect(bad?.problems[0]?.rule).toBe("short");
  const outcomes = await fetchSources([record], paths, unreachable);
  raiseFailures(outcomes);
  expect(outcomes.map(({ status }) => status)).toEqual(["reduced", "cached", "cached"]);
});

test("gates find the same beside a predecessor of which reduced copies alone are there", async () => {
  const it = await started();
  const options = optionsOf(it.paths);
  const fallen = replacingOne("models", "downloadsAllTime", "1930");
  const dirs = [await snapshotFolder({ week: 1 }), await snapshotFolder({ week: 1, ...fallen })];
  const look = () => Promise.all(dirs.map((dir) => checkSnapshot(dir, options)));
  const raw = await look();
  await withoutRaw(it);
  expect(await look()).toEqual(raw);
  expect(raw.map(({ verdict }) => verdict)).toEqual(["sound", "refused"]);
  const models = it.snapshot.tables.models?.sha256 ?? "";
  await rm(sidecarPath(it.paths.cache, { sha256: models }));
  const [bare] = await look();
  expect(bare?.decision.refused.map(({ found }) => found)).toContain(
    "the files of 2026-05-20 are not at hand: fetch them first",
  );
});

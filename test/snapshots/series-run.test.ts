import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { DataError } from "#loaders/schema/errors.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import { HubError } from "#scripts/lib/hub/error.ts";
import type { Paths } from "#scripts/lib/paths.ts";
import { readRecords } from "#scripts/lib/records.ts";
import { diskOf } from "#scripts/lib/snapshots/series/disk.ts";
import type { Feed } from "#scripts/lib/snapshots/series/feed.ts";
import { endLine, stepLine } from "#scripts/lib/snapshots/series/report.ts";
import { raiseSeries, runSeries } from "#scripts/lib/snapshots/series/run.ts";
import { verifySources } from "#scripts/lib/store.ts";
import { feedFrom, heavy, seriesOptions, weeksFolder } from "#test/fixtures/series.ts";
import { filesBelow, snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { replacing } from "#test/gates/breaks.ts";

vi.setConfig({ testTimeout: 60_000 });

const weekly = { from: "2026-05-20", to: "2026-06-24", every: { count: 1, unit: "w" } } as const;
const three = { ...weekly, to: "2026-06-03" };
const labels = ["2026-05-20", "2026-05-27", "2026-06-03", "2026-06-10", "2026-06-17", "2026-06-24"];
const weighty = { tables: { models: heavy, datasets: heavy } };
const statuses = ({ steps }: { readonly steps: readonly { readonly status: string }[] }) =>
  steps.map(({ status }) => status);

async function cacheNames({ cache }: Paths): Promise<string[]> {
  const names = await readdir(cache, { recursive: true });
  return names.filter((name) => /[0-9a-f]{64}/.test(name)).map((name) => name.replace(/^.*[0-9a-f]{64}/, "raw"));
}

test("a year costs the disk of one: six snapshots take less than the raw files of one, and never those of two", async () => {
  const root = await weeksFolder(Object.fromEntries([0, 1, 2, 3, 4, 5].map((week) => [week, weighty])));
  const paths = await snapshotProject();
  const one = (await diskOf({ ...paths, cache: join(root, "2026-05-20") })).cache;
  let most = 0;
  const feed = feedFrom(root, labels, paths);
  const measured: Feed = {
    ...feed,
    pull: async (candidate) => {
      const dir = await feed.pull(candidate);
      const { cache, incoming } = await diskOf(paths);
      most = Math.max(most, cache + incoming);
      return dir;
    },
  };
  const lines: string[] = [];
  const result = await runSeries(weekly, measured, seriesOptions(paths), (step) => lines.push(stepLine(step)));
  expect(statuses(result)).toEqual(Array(6).fill("admitted"));
  expect(feed.pulled).toEqual(labels);
  expect(result.disk.cache).toBeLessThan(one);
  expect(result.disk).toMatchObject({ incoming: 0, quarantine: 0 });
  expect(most).toBeLessThan(2 * one);
  expect(await readdir(join(paths.incoming, "hub"))).toEqual([]);
  expect(new Set(await cacheNames(paths))).toEqual(new Set(["raw.reduced.json", "raw.reduced.parquet"]));
  const [record] = await readRecords(paths.sources);
  const outcomes = record ? await verifySources([record], paths) : [];
  expect(outcomes.map(({ status }) => status)).toEqual(Array(18).fill("reduced"));
  expect((await readSnapshots("hub", paths.snapshots)).map(({ predecessor }) => predecessor)).toEqual([
    null,
    ...labels.slice(0, 5),
  ]);
  expect(lines[1]).toMatch(
    /^admitted {2}2026-05-27 {2}120 models, 60 datasets, 40 papers; missing models\.gated; against 2026-05-20 1\.00 times its models' rows and 1\.00 times its models' downloads; [\d.]+ [kM]B -> [\d.]+ kB\n$/,
  );
  expect(endLine(result)).toMatch(
    /^6 admitted, 0 kept, 0 refused, 0 failed, 0 missing; on the disk: cache [\d.]+ [kM]B/,
  );
}, 60_000);

test("a second run asks for nothing and changes nothing", async () => {
  const root = await weeksFolder({ 0: {}, 1: {}, 2: {} });
  const paths = await snapshotProject();
  await runSeries(three, feedFrom(root, labels, paths), seriesOptions(paths));
  const before = await filesBelow(paths.root);
  const again = feedFrom(root, labels, paths);
  expect(statuses(await runSeries(three, again, seriesOptions(paths)))).toEqual(["kept", "kept", "kept"]);
  expect([again.pulled, await filesBelow(paths.root)]).toEqual([[], before]);
});

test("a missing week is told, and the nearest earlier one within the step is used and named", async () => {
  const root = await weeksFolder({ 0: {}, 2: {}, 5: {} });
  const paths = await snapshotProject();
  const lines: string[] = [];
  const have = ["2026-05-20", "2026-06-03", "2026-06-24"];
  const span = { from: "2026-05-20", to: "2026-07-15", every: { count: 2, unit: "w" } } as const;
  const result = await runSeries(span, feedFrom(root, have, paths), seriesOptions(paths), (step) =>
    lines.push(stepLine(step)),
  );
  expect(statuses(result)).toEqual(["admitted", "admitted", "missing", "admitted", "missing"]);
  expect(lines[2]).toBe("missing   2026-06-17  upstream has nothing after 2026-06-03 and up to this day\n");
  expect(lines[3]).toMatch(/^admitted {2}2026-06-24 for 2026-07-01 {2}/);
  expect(() => raiseSeries(result)).not.toThrow();
  const none = await runSeries(span, feedFrom(root, [], paths), seriesOptions(paths));
  expect(() => raiseSeries(none)).toThrow("upstream has no snapshot on any of these days");
});

describe("a snapshot that is not let in", () => {
  const broken = replacing("models", "downloads", "downloads // 2");

  test("stops no other: the next is held against the last that was admitted, and the error names it", async () => {
    const root = await weeksFolder({ 0: {}, 1: broken, 2: {} });
    const paths = await snapshotProject();
    const result = await runSeries(three, feedFrom(root, labels, paths), seriesOptions(paths));
    expect(statuses(result)).toEqual(["admitted", "refused", "admitted"]);
    const all = await readSnapshots("hub", paths.snapshots);
    expect(all.map(({ label, predecessor }) => [label, predecessor])).toEqual([
      ["2026-05-20", null],
      ["2026-06-03", "2026-05-20"],
    ]);
    expect(() => raiseSeries(result)).toThrow(
      /2026-05-27 is refused, what was in use stays\nmodels\/downloads-drift: /,
    );
    expect(() => raiseSeries(result)).toThrow("admit .cache/quarantine/hub/2026-05-27 --accept models/downloads-drift");
    expect(await readdir(join(paths.incoming, "hub"))).toEqual([]);
    expect(await readdir(join(paths.quarantine, "hub", "2026-05-27"))).toContain("models.parquet");
  });

  test("because it speaks of the day of another is named too", async () => {
    const root = await weeksFolder({ 0: {}, 1: { week: 0, origin: { label: "2026-05-27" } }, 2: {} });
    const paths = await snapshotProject();
    const result = await runSeries(three, feedFrom(root, labels, paths), seriesOptions(paths));
    expect(statuses(result)).toEqual(["admitted", "refused", "admitted"]);
    expect(() => raiseSeries(result)).toThrow("2026-05-20 speaks of 2026-05-20 already");
  });

  const failing = (feed: Feed, error: Error): Feed => ({
    ...feed,
    pull: (candidate) => (candidate.label === "2026-05-27" ? Promise.reject(error) : feed.pull(candidate)),
  });

  test("because upstream lacks a file is left out; a Hub that is away ends the series, and a rerun goes on", async () => {
    const root = await weeksFolder({ 0: {}, 1: {}, 2: {} });
    const paths = await snapshotProject();
    const feed = feedFrom(root, labels, paths);
    const away = await runSeries(three, failing(feed, new HubError("week", "server", "503")), seriesOptions(paths));
    expect(statuses(away)).toEqual(["admitted"]);
    expect(() => raiseSeries(away)).toThrow("stopped at 2026-05-27: week: [server] 503");
    const gone = await runSeries(
      three,
      failing(feed, new HubError("week", "file", "is not there")),
      seriesOptions(paths),
    );
    expect(statuses(gone)).toEqual(["kept", "failed", "admitted"]);
    expect(() => raiseSeries(gone)).toThrow("2026-05-27 cannot be had or used, which stops no other\nweek: [file]");
    expect(statuses(await runSeries(three, feed, seriesOptions(paths)))).toEqual(["kept", "admitted", "kept"]);
  });

  test.each([
    ["has a file without a sha256", new DataError("week", ["models.parquet: is kept without a sha256"])],
    ["lacks its models", new HubError("week", "file", "is not there")],
  ])("because what upstream tells of it %s stops no other", async (_, error) => {
    const paths = await snapshotProject();
    const feed = feedFrom(await weeksFolder({ 0: {}, 1: {}, 2: {} }), labels, paths);
    const find: Feed["find"] = (due) => (due.day === "2026-05-27" ? Promise.reject(error) : feed.find(due));
    const result = await runSeries(three, { ...feed, find }, seriesOptions(paths));
    expect(statuses(result)).toEqual(["admitted", "failed", "admitted"]);
    expect(() => raiseSeries(result)).toThrow("2026-05-27 cannot be had or used, which stops no other\n");
  });
});

test("--keep-raw keeps raw files; raw files that no series brought stay too", async () => {
  const root = await weeksFolder({ 0: {}, 1: {} });
  const paths = await snapshotProject();
  const two = { ...weekly, to: "2026-05-27" };
  const kept = await runSeries(two, feedFrom(root, labels, paths), seriesOptions(paths, true));
  expect(stepLine(kept.steps[0] ?? { status: "missing", due: { day: "", after: "" } })).toMatch(/; [\d.]+ kB raw\n$/);
  const names = await cacheNames(paths);
  expect(names).toEqual(Array(names.length).fill("raw"));
  expect(statuses(await runSeries(two, feedFrom(root, labels, paths), seriesOptions(paths)))).toEqual(["kept", "kept"]);
  expect(await cacheNames(paths)).toEqual(names);
  expect((await stat(paths.incoming)).isDirectory()).toBe(true);
});

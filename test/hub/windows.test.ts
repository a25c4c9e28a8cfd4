import { describe, expect, test } from "vitest";
import { hubFlows, hubWindows } from "#kit/hub/windows.ts";
import { owner } from "#test/fixtures/crawls.ts";
import { hubLoads, hubSource, type Written } from "#test/fixtures/hub-files.ts";
import { evidenceOf } from "#test/support/hub.ts";

const standing = { sources: ["hub"], population: "a few models", complete: true };
const reference = { owners: [owner("Qwen")], renames: [], corrections: [] };

const row = (_id: string, id: string, downloadsAllTime: number | null, created = "2025-06-01") => ({
  ...{ _id, id, downloadsAllTime, createdAt: `${created} 12:00:00` },
});

const earlier = [
  row("a", "Qwen/one", 100),
  row("b", "qwen/two", 50),
  row("c", "other/gone", 7),
  row("d", "other/old-name", 10),
  row("e", "other/reset", 1000),
  row("f", "other/unknown", 5),
];
const later = [
  row("a", "Qwen/one", 160),
  row("b", "qwen/two", 50),
  row("d", "other/new-name", 25),
  row("e", "other/reset", 400),
  row("f", "other/unknown", null),
  row("g", "other/fresh", 3, "2026-01-01"),
  row("h", "other/late", 900, "2025-12-31"),
  row("i", "other/floor", 80, "2022-03-02"),
];

async function tables(types: Written["types"] = {}) {
  const files = await hubSource({
    "2026-01-01": { models: { rows: earlier, types } },
    "2026-02-01": { models: { rows: later, types } },
  });
  return evidenceOf(hubLoads(files), [hubWindows(standing), hubFlows(standing)], reference);
}

const days = { window_from: "2026-01-01", observed_on: "2026-02-01" };

describe("downloads inside a window", () => {
  test("joined by identity, across a rename; resets clipped and counted; the late unknown", async () => {
    const found = await tables();
    expect(found.get("hub-windows")).toEqual([
      {
        ...{ ...days, owner: "(unregistered)", models: 6, downloads: 15 + 0 + 3, resets: 1, fell: 600 },
        ...{ first_year_downloads: 18, first_year_downloads_most: 18, created: 1, reappeared: 2, unknown: 3 },
      },
      {
        ...{ ...days, owner: "Qwen", models: 2, downloads: 60, resets: 0, fell: 0 },
        ...{ first_year_downloads: 60, first_year_downloads_most: 60, created: 0, reappeared: 0, unknown: 0 },
      },
    ]);
    expect(found.get("hub-flows")).toEqual([
      { ...days, before: 6, after: 8, created: 1, reappeared: 2, vanished: 1, renamed: 1, resets: 1 },
    ]);
  });

  test("joined by name where a snapshot has no identities: the renamed one is lost and found", async () => {
    const found = await tables({ _id: null });
    expect(found.get("hub-flows")).toEqual([
      { ...days, before: 6, after: 8, created: 1, reappeared: 3, vanished: 2, renamed: null, resets: 1 },
    ]);
    expect(found.get("hub-windows")?.[0]).toMatchObject({ downloads: 3, unknown: 4 });
  });

  test("unknown without lifetime counters", async () => {
    const found = await tables({ downloadsAllTime: null });
    const unknown = {
      downloads: null,
      first_year_downloads: null,
      first_year_downloads_most: null,
      resets: 0,
      fell: 0,
    };
    expect(found.get("hub-windows")?.[1]).toMatchObject({ owner: "Qwen", models: 2, ...unknown, unknown: 2 });
  });
});

test("a year after creation: the window that a birthday falls into is in the upper count alone", async () => {
  const models = ["2025-01-02", "2025-01-31", "2025-02-01", "2025-02-02", "2025-01-01"].map((created, i) => [
    row(`${i}`, `other/${i}`, 0, created),
    row(`${i}`, `other/${i}`, 10 ** i, created),
  ]);
  const files = await hubSource({
    "2026-01-01": { models: { rows: models.map(([before]) => before ?? {}) } },
    "2026-02-01": { models: { rows: models.map(([, after]) => after ?? {}) } },
  });
  const found = await evidenceOf(hubLoads(files), [hubWindows(standing)], reference);
  expect(found.get("hub-windows")?.[0]).toMatchObject({
    downloads: 11111,
    first_year_downloads: 1100,
    first_year_downloads_most: 1111,
  });
});

test("a single snapshot has no window", async () => {
  const files = await hubSource({ "2026-01-01": { models: { rows: earlier } } });
  const found = await evidenceOf(hubLoads(files), [hubWindows(standing), hubFlows(standing)], reference);
  expect([...found.values()]).toEqual([[], []]);
});

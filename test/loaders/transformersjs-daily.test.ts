import { expect, test } from "vitest";
import { parquetFiles } from "#test/fixtures/parquet.ts";
import { querySources } from "#test/fixtures/query.ts";
import { dailyLoad } from "#test/fixtures/transformersjs-daily.ts";
import { unsaid } from "#test/fixtures/unsaid.ts";

const load = async (days: Parameters<typeof dailyLoad>[0]) =>
  querySources([await dailyLoad(days)], "FROM models ORDER BY observed_on, repo");

test("a row, every column", async () => {
  expect(await load({ "2024-05-08": [{ id: "Xenova/M", downloads: 5, likes: 2 }] })).toEqual([
    {
      ...unsaid,
      ...{ source: "transformersjs-daily", platform: "huggingface", repo: "Xenova/M", repo_key: "xenova/m" },
      ...{ owner: "Xenova", name: "M", owner_type: "user", observed_on: "2024-05-08", crawled_on: null },
      ...{ window_start: "2024-04-08", downloads_30d: 5, downloads_all_time: null, likes: 2, discussions: null },
      ...{ derivatives: null, pipeline_tag: "feature-extraction", parameters: null },
    },
  ]);
});

test("names of files have the day first: 03-02-2025 is in February", async () => {
  const rows = await load({ "2025-02-03": [{ id: "a/m", downloads: 1 }] });
  expect(rows.map(({ observed_on }) => observed_on)).toEqual(["2025-02-03"]);
});

test.each([
  ["another day", "02-03-2025", "says that it was mined on 02-03-2025"],
  ["no day", null, "says that it was mined on no day"],
])("a listing that says %s than its name is an error", async (_, mined, message) => {
  const days = { "2025-02-03": [{ id: "a/m", downloads: 1, mined }] };
  await expect(load(days)).rejects.toThrow(message);
});

test("a file whose name has no day is an error that names it", async () => {
  const { loader } = await dailyLoad({});
  const files = await parquetFiles([{ path: "today.parquet", types: { id: "VARCHAR" }, rows: [{ id: "a/m" }] }]);
  await expect(querySources([{ loader, files }], "FROM models")).rejects.toThrow(
    "today.parquet: its name ends with no day",
  );
});

test("columns that differ from file to file are no trouble: account, providers, parameters", async () => {
  const listed = [{ id: "a/m", downloads: 1, type: "org" as const }];
  const rows = await load({ "2025-01-01": listed, "2025-01-02": listed, "2025-01-03": listed, "2025-01-04": listed });
  expect(rows.map(({ observed_on, owner_type }) => [observed_on, owner_type])).toEqual([
    ["2025-01-01", "org"],
    ["2025-01-02", "org"],
    ["2025-01-03", "org"],
    ["2025-01-04", "org"],
  ]);
});

test("a day that is cut short, or capped, makes no row for the models that it leaves out", async () => {
  const rows = await load({
    "2024-09-13": [
      { id: "a/large", downloads: 900 },
      { id: "a/small", downloads: 1 },
    ],
    "2024-09-14": [{ id: "a/small", downloads: 1 }],
    "2024-09-15": [
      { id: "a/large", downloads: 910 },
      { id: "a/small", downloads: 1 },
    ],
  });
  expect(rows.map(({ observed_on, name, downloads_30d }) => [observed_on, name, downloads_30d])).toEqual([
    ["2024-09-13", "large", 900],
    ["2024-09-13", "small", 1],
    ["2024-09-14", "small", 1],
    ["2024-09-15", "large", 910],
    ["2024-09-15", "small", 1],
  ]);
});

test("0 downloads are unknown", async () => {
  const rows = await load({
    "2024-06-26": [{ id: "a/m", downloads: 3 }],
    "2024-06-27": [{ id: "a/m", downloads: 0 }],
    "2024-06-28": [{ id: "a/m", downloads: 4 }],
  });
  expect(rows.map(({ downloads_30d }) => downloads_30d)).toEqual([3, null, 4]);
});

test("a listing that repeats every counter of the one before has that one's window, likes that moved on or not", async () => {
  const pair = (downloads: number, likes: number) => [
    { id: "a/m", downloads, likes },
    { id: "a/n", downloads: 7 },
  ];
  const rows = await load({
    "2025-06-28": pair(10, 1),
    "2025-06-29": pair(10, 2),
    "2025-06-30": pair(10, 2),
    "2025-07-01": pair(11, 2),
    "2025-07-02": [{ id: "a/m", downloads: 11, likes: 2 }],
  });
  expect(rows.filter(({ name }) => name === "m").map(({ window_start, likes }) => [window_start, likes])).toEqual([
    ["2025-05-29", 1],
    ["2025-05-29", 2],
    ["2025-05-29", 2],
    ["2025-06-01", 2],
    ["2025-06-02", 2],
  ]);
});

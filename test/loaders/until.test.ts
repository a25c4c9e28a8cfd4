import { expect, test } from "vitest";
import { until } from "#loaders/until.ts";
import { hubSource } from "#test/fixtures/hub-files.ts";

const rows = [{ id: "a/b" }];

test("an edition does not see snapshots of later days, nor their files", async () => {
  const { record, snapshots } = await hubSource({
    "2026-09-23": { models: { rows } },
    "2026-09-30": { models: { rows } },
    "2026-10-07": { models: { rows } },
  });
  const seen = until("2026-09-30", record, snapshots);
  expect(seen.snapshots.map(({ label }) => label)).toEqual(["2026-09-23", "2026-09-30"]);
  expect(seen.record.files.map(({ path }) => path)).toEqual([
    "models/2026-09-23/models.parquet",
    "models/2026-09-30/models.parquet",
  ]);
});

test("files of other sources stay", async () => {
  const { record } = await hubSource({ "2026-09-30": { models: { rows } } });
  expect(until("2020-01-01", record, []).record).toEqual(record);
});

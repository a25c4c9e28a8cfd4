import { beforeAll, describe, expect, test } from "vitest";
import { owner } from "#test/fixtures/crawls.ts";
import { datasetCardsLoads } from "#test/fixtures/dataset-cards.ts";
import { hubLoads, hubSource } from "#test/fixtures/hub-files.ts";
import { modelCardsLoad } from "#test/fixtures/model-cards.ts";
import { onHub, onListings, type Rows, reduced } from "#test/support/scale.ts";

const reference = { owners: ["Qwen", "google"].map(owner), renames: [], corrections: [] };
const floor = "2022-03-02 23:29:04";
const card = (modelId: string, day: string | null) => ({
  modelId,
  creation_time: day && `${day}T12:00:00Z`,
  downloads: 1,
});
const shown = (rows: Rows[string] = [], ...columns: string[]) =>
  rows.map((row) => columns.map((column) => row[column]));

const cards = [
  card("Qwen/A", "2022-01-05"),
  card("qwen/B", "2022-01-06"),
  card("other/C", "2022-02-01"),
  card("bare", "2022-02-01"),
  card("google/D", null),
];

describe("the listings, worked out by hand", () => {
  let rows: Rows;
  beforeAll(async () => {
    const old = { dataset_name: "glue", dataset_creation_time: "Tue Jan 25 16:34:18 2022 +0100", downloads: 0 };
    const loads = [await modelCardsLoad(cards), ...(await datasetCardsLoads({}, old))];
    rows = await reduced(onListings, loads, reference);
  }, 60_000);

  test("created: by source, kind and month; a name without a slash is of no namespace, and of none of the largest", () => {
    const columns = [
      "source",
      "observed_on",
      "kind",
      "month",
      "at_floor",
      "repositories",
      "of_largest",
      "without_namespace",
    ];
    expect(shown(rows.created, ...columns)).toEqual([
      ["dataset-cards-2023", "2023-03-16", "dataset", "2021-10-01", false, 1, 1, 0],
      ["dataset-cards-2023", "2023-03-16", "dataset", "2022-01-01", false, 1, 0, 1],
      ["model-cards-2022", "2022-10-01", "model", null, false, 1, 1, 0],
      ["model-cards-2022", "2022-10-01", "model", "2022-01-01", false, 2, 2, 0],
      ["model-cards-2022", "2022-10-01", "model", "2022-02-01", false, 2, 1, 1],
    ]);
  });

  test("totals: everything that is listed, dated or not", () => {
    expect(
      shown(rows.totals, "observed_on", "kind", "repositories", "owners", "downloaded", "dated", "floored"),
    ).toEqual([
      ["2022-10-01", "model", 5, 4, 5, 4, 0],
      ["2023-03-16", "dataset", 2, 2, 1, 2, 0],
    ]);
  });

  test("busiest-days: the namespace with the most, in the registry's spelling, or none or unregistered", () => {
    expect(shown(rows["busiest-days"], "kind", "created_on", "repositories", "of_first", "first_owner")).toEqual([
      ["dataset", "2021-10-14", 1, 1, "(unregistered)"],
      ["dataset", "2022-01-25", 1, 1, "(none)"],
      ["model", "2022-01-05", 1, 1, "Qwen"],
      ["model", "2022-01-06", 1, 1, "Qwen"],
      ["model", "2022-02-01", 2, 1, "(unregistered)"],
    ]);
  });
});

describe("the Hub beside the listings, worked out by hand", () => {
  let rows: Rows;
  const models = (...found: [string, string][]) => ({
    models: { rows: found.map(([id, createdAt]) => ({ id, createdAt })) },
  });
  beforeAll(async () => {
    const hub = await hubSource({
      "2024-01-01": models(["Qwen/A", floor], ["other/C", "2022-03-05 00:00:00"]),
      "2024-02-01": models(["Qwen/A", floor]),
      "2024-03-01": {
        ...models(["Qwen/A", floor], ["x/new", "2024-02-20 00:00:00"], ["y/new", "2024-02-20 00:00:00"]),
        datasets: { rows: [{ id: "a/d", createdAt: "2023-05-01 00:00:00" }] },
      },
    });
    const loads = [...hubLoads(hub), await modelCardsLoad(cards.slice(0, 2)), ...(await datasetCardsLoads({}))];
    rows = await reduced(onHub, loads, reference);
  }, 60_000);

  test("created: the first and last snapshot and the listings, the floor apart and of no month", () => {
    expect(shown(rows.created, "source", "observed_on", "kind", "month", "at_floor", "repositories")).toEqual([
      ["dataset-cards-2023", "2023-03-16", "dataset", "2021-10-01", false, 1],
      ["hub", "2024-01-01", "model", null, true, 1],
      ["hub", "2024-01-01", "model", "2022-03-01", false, 1],
      ["hub", "2024-03-01", "dataset", "2023-05-01", false, 1],
      ["hub", "2024-03-01", "model", null, true, 1],
      ["hub", "2024-03-01", "model", "2024-02-01", false, 2],
      ["model-cards-2022", "2022-10-01", "model", "2022-01-01", false, 2],
    ]);
  });

  test("totals: every snapshot and both listings", () => {
    expect(shown(rows.totals, "observed_on", "kind", "repositories", "floored")).toEqual([
      ["2022-10-01", "model", 2, 0],
      ["2023-03-16", "dataset", 1, 0],
      ["2024-01-01", "model", 2, 1],
      ["2024-02-01", "model", 1, 1],
      ["2024-03-01", "dataset", 1, 0],
      ["2024-03-01", "model", 3, 1],
    ]);
  });

  test("busiest-days: of the newest snapshot, and the floor is no day", () => {
    const hub = (rows["busiest-days"] ?? []).filter((row) => row.source === "hub");
    expect(shown(hub, "observed_on", "kind", "created_on", "repositories")).toEqual([
      ["2024-03-01", "dataset", "2023-05-01", 1],
      ["2024-03-01", "model", "2024-02-20", 2],
    ]);
  });
});

test("an edition stands on the Hub only where it pins the listings too", () => {
  const [listed, whole] = [onListings, onHub].map(({ tables }) =>
    Object.values(tables).map(({ sources }) => sources.length),
  );
  expect([listed, whole]).toEqual([
    [2, 2, 2],
    [3, 3, 3],
  ]);
  for (const { complete } of Object.values(onHub.tables)) expect(complete).toBe(true);
});

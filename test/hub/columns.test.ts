import { describe, expect, test } from "vitest";
import { hubLoads, hubSource } from "#test/fixtures/hub-files.ts";
import { querySources } from "#test/fixtures/query.ts";
import { day, models } from "#test/support/hub-rows.ts";

describe("struct fields that depend on the data", () => {
  test.each([
    ["another set of dtypes", "STRUCT(parameters STRUCT(BF16 BIGINT, F9_E9M9 BIGINT), total BIGINT)"],
    ["a total alone", "STRUCT(total BIGINT)"],
    ["the total first", "STRUCT(total BIGINT, parameters STRUCT(U8 BIGINT))"],
  ])("%s", async (_, safetensors) => {
    const rows = [{ id: "a/b", safetensors: { total: 12 } }, { id: "a/c" }];
    const found = await models("parameters, parameters_from", rows, { safetensors });
    expect(found).toEqual([
      { parameters: 12, parameters_from: "safetensors" },
      { parameters: null, parameters_from: null },
    ]);
  });
});

describe("columns that are missing by era", () => {
  const wanted =
    "hub_id, downloads_all_time, licence, parameters, relation, bases, base_key, own_base, pipeline_tag, library, modified_on";
  const optional = [
    "_id",
    "downloadsAllTime",
    "cardData",
    "safetensors",
    "gguf",
    "baseModels",
    "pipeline_tag",
    "library_name",
    "lastModified",
  ];

  test("are unknown in every row, never zero", async () => {
    const types = Object.fromEntries(optional.map((name) => [name, null]));
    const [row] = await models(wanted, [{ id: "a/b" }], types);
    expect(Object.values(row ?? { none: 1 })).toEqual(Array(11).fill(null));
  });

  test("are unknown in that snapshot alone", async () => {
    const files = await hubSource({
      "2025-01-01": { models: { rows: [{ id: "a/b" }], types: { downloadsAllTime: null, baseModels: null } } },
      "2025-08-01": { models: { rows: [{ id: "a/b", downloadsAllTime: 7 }] } },
    });
    const sql = "SELECT observed_on, downloads_all_time, bases FROM models ORDER BY 1";
    expect(await querySources(hubLoads(files), sql)).toEqual([
      { observed_on: "2025-01-01", downloads_all_time: null, bases: null },
      { observed_on: "2025-08-01", downloads_all_time: 7, bases: 0 },
    ]);
  });

  test.each(["id", "createdAt", "downloads", "likes", "tags"])("%s may not be missing", async (name) => {
    const found = models("repo", [{ id: "a/b" }], { [name]: null });
    await expect(found).rejects.toThrow(`models/${day}/models.parquet`);
    await expect(found).rejects.toThrow(`models.${name}: is missing`);
  });
});

describe("columns of another type are refused by name", () => {
  test.each([
    ["downloads", "VARCHAR", "a whole number"],
    ["downloads", "DOUBLE", "a whole number"],
    ["likes", "BOOLEAN", "a whole number"],
    ["tags", "VARCHAR", "a list of text"],
    ["createdAt", "VARCHAR", "a timestamp"],
    ["cardData", "BIGINT", "text"],
    ["safetensors", "VARCHAR", "a struct with a whole number total"],
    ["safetensors", "STRUCT(total VARCHAR)", "a struct with a whole number total"],
    ["safetensors", "STRUCT(sum BIGINT)", "a struct with a whole number total"],
    ["baseModels", "VARCHAR[]", "a struct with relation"],
    ["baseModels", "STRUCT(relation VARCHAR, models VARCHAR[])", "a struct with relation"],
  ])("%s as %s", async (name, type, words) => {
    const found = models("repo", [{ id: "a/b", [name]: null }], { [name]: type });
    await expect(found).rejects.toThrow(new RegExp(`models\\.${name}: is .*, not ${words}`));
  });
});

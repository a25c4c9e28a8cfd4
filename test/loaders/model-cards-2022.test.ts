import { expect, test } from "vitest";
import { modelCardsLoad } from "#test/fixtures/model-cards.ts";
import { querySources } from "#test/fixtures/query.ts";
import { unsaid } from "#test/fixtures/unsaid.ts";
import type { RawListed } from "#test/oracles/model-cards.ts";

const load = async (...rows: Partial<RawListed>[]) =>
  querySources([await modelCardsLoad(rows)], "FROM models ORDER BY repo");

test("a row, every column", async () => {
  expect(await load({ modelId: "Acme/M", author: "Acme", downloads: 31924518 })).toEqual([
    {
      ...unsaid,
      ...{ source: "model-cards-2022", platform: "huggingface", repo: "Acme/M", repo_key: "acme/m" },
      ...{ owner: "Acme", name: "M", observed_on: "2022-10-01", crawled_on: null, window_start: "2022-09-01" },
      ...{ downloads_30d: 31924518, downloads_all_time: null, likes: null, discussions: null, derivatives: null },
      ...{ created_on: "2022-01-01", pipeline_tag: "fill-mask", has_card: true, parameters: null },
    },
  ]);
});

test("canonical models have no owner, although the file's author is huggingface", async () => {
  const rows = await load(
    { modelId: "base", author: "huggingface" },
    { modelId: "huggingface/m", author: "huggingface" },
  );
  expect(rows.map(({ repo, owner, name }) => [repo, owner, name])).toEqual([
    ["base", "(none)", "base"],
    ["huggingface/m", "huggingface", "m"],
  ]);
});

test("the counter, stored as a float, is a whole number, and 0 stays 0", async () => {
  const rows = await load({ downloads: 0 }, { modelId: "acme/n", downloads: 9007199254740991 });
  expect(rows.map(({ downloads_30d }) => downloads_30d)).toEqual([0, 9007199254740991]);
});

test.each([0.5, -1])("a counter of %d is an error that names the loader", async (downloads) => {
  await expect(load({ downloads })).rejects.toThrow(
    /loaders\/model-cards-2022\.ts.*is not a whole number of downloads/s,
  );
});

test("a model without a date has an unknown day, and a day before the Hub's floor is kept", async () => {
  const rows = await load({ creation_time: null }, { modelId: "acme/n", creation_time: "2018-11-14T23:35:08Z" });
  expect(rows.map(({ created_on, at_floor }) => [created_on, at_floor])).toEqual([
    [null, null],
    ["2018-11-14", null],
  ]);
});

test("days are those of UTC", async () => {
  const rows = await load({ creation_time: "2022-01-01T23:30:00-05:00" });
  expect(rows).toMatchObject([{ created_on: "2022-01-02" }]);
});

test("ids that differ by case alone are two models with one key", async () => {
  const rows = await load({ modelId: "acme/Tiny" }, { modelId: "acme/tiny" });
  expect(rows.map(({ repo, repo_key }) => [repo, repo_key])).toEqual([
    ["acme/Tiny", "acme/tiny"],
    ["acme/tiny", "acme/tiny"],
  ]);
});

test("an unknown task is null by the category's own word; the domain is not read", async () => {
  const rows = await load(
    { task_category: "unknown", task_domain: "nlp" },
    { modelId: "acme/n", task_category: "multiple-choice", task_domain: "unknown" },
    { modelId: "acme/o", task_category: "reinforcement-learning", task_domain: "reinfocement_learning" },
  );
  expect(rows.map(({ pipeline_tag }) => pipeline_tag)).toEqual([null, "multiple-choice", "reinforcement-learning"]);
});

test("a card that is empty or missing is no card", async () => {
  expect(await load({ has_modelcard: false })).toMatchObject([{ has_card: false }]);
});

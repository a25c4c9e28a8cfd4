import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { readReference } from "#loaders/reference.ts";
import { modelCardsLoad } from "#test/fixtures/model-cards.ts";
import { evaluated, standing } from "#test/support/concentration.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";

/** Nine models with a hundred downloads: two canonical, three of registered owners, two of one without a row, two unused. */
const listing = [
  { modelId: "bert", author: "huggingface", downloads: 30, creation_time: "2019-01-01T00:00:00Z" },
  { modelId: "gpt", author: "huggingface", downloads: 20, creation_time: "2019-01-01T00:00:00Z" },
  { modelId: "google/a", downloads: 20, creation_time: "2022-08-01T00:00:00Z" },
  { modelId: "Google/b", downloads: 10, creation_time: "2022-08-01T00:00:00Z" },
  { modelId: "Qwen/c", downloads: 10, creation_time: "2021-10-01T00:00:00Z" },
  { modelId: "nobody/d", downloads: 6, creation_time: "2021-10-02T00:00:00Z" },
  { modelId: "nobody/e", downloads: 4, creation_time: null },
  { modelId: "noone/f", downloads: 0 },
  { modelId: "noone/g", downloads: 0 },
];

/** No part stands beside the listing. */
const ofParts = { "crawl-downloads": [], "part-downloads": [], "crawl-tops": [] };

let rows: Map<string, EvidenceRows>;
let chapter: Chapter;
const value = (id: string) => chapter.facts.get(id)?.value;
const near = (number: number) => expect.closeTo(number, 9);
const other = (id: string, label: string) => chapter.facts.get(id)?.variants.find((one) => one.label === label)?.value;

beforeAll(async () => {
  const reference = await readReference("data/reference");
  const on = standing([]);
  const schemas = Object.values(on.tables).filter(({ name }) => !(name in ofParts));
  rows = await evidenceOf([await modelCardsLoad(listing)], schemas, reference);
  chapter = evaluated(on, { ...Object.fromEntries(rows), ...ofParts }, reference);
}, 60_000);

test("shares of the top, and models without a download", () => {
  expect(["hub-models", "hub-downloads", "hub-unused"].map(value)).toEqual([9, 100, near(2 / 9)]);
  expect(["hub-top-1", "hub-top-10", "hub-top-200", "top-200-models"].map(value)).toEqual([near(0.3), 1, 1, 9]);
  expect(["reach-50-models", "reach-90-models", "reach-50"].map(value)).toEqual([2, 5, near(2 / 9)]);
  expect(["hub-median", "hub-mean"].map(value)).toEqual([10, near(100 / 9)]);
});

test("a part of the models that is no whole number of them counts the last one in part", () => {
  expect(value("hub-top-percent")).toEqual(near(0.09 * 0.3));
});

test("Gini coefficients with and without those that have nothing", () => {
  expect([value("hub-gini"), value("hub-gini-used")]).toEqual([near(432 / 900), near(232 / 700)]);
});

test("indices over models and over namespaces, spelling apart, and canonical models in every place", () => {
  expect([value("hhi-model"), value("hhi-owner")]).toEqual([near(1952), near(3600)]);
  expect(other("hhi-owner", "each canonical model by itself")).toEqual(near(2400));
  expect(other("hhi-owner", "canonical models left out")).toEqual(near(4400));
  expect(other("hhi-owner", "most downloaded namespace left out")).toEqual(near((2500 + 200) / 0.49));
  expect([value("owners"), value("canonical-models"), value("canonical-share")]).toEqual([4, 2, near(0.5)]);
});

test("canonical models counted as Hugging Face's are one group with its own", () => {
  expect(other("hhi-owner", "canonical models counted as Hugging Face’s")).toEqual(near(3600));
});

test("bounds by group: all apart at the least, all with the largest group at the most", () => {
  const { value: index, bounds } = chapter.facts.get("hhi-parent") ?? {};
  expect([index, bounds]).toEqual([near(3600), { lower: near(2400), upper: near(90 ** 2 + 10 ** 2) }]);
  expect(value("unknown-parent")).toEqual(near(0.6));
});

test("bounds by country: spread thin at the least, all in the largest place at the most", () => {
  const { value: index, bounds } = chapter.facts.get("hhi-country") ?? {};
  expect([index, bounds]).toEqual([near(75 ** 2 + 25 ** 2), { lower: near(1000), upper: near(8200) }]);
  const turned = chapter.facts.get("effective-country");
  expect([turned?.value, turned?.bounds]).toEqual([near(1.6), { lower: near(10_000 / 8200), upper: near(10) }]);
});

test("a model is a year old on its birthday, and of an unknown age without a date", () => {
  const old = (rows.get("model-downloads") ?? []).map(({ downloads, year_old }) => [downloads, year_old]);
  expect(old).toContainEqual([10, true]);
  expect(old).toContainEqual([6, false]);
  expect(old).toContainEqual([4, null]);
});

test("leave-outs of the share of the top", () => {
  expect(other("hub-top-1", "most downloaded model left out")).toEqual(near(20 / 70));
  expect(other("hub-top-1", "canonical models left out")).toEqual(near(20 / 50));
  expect(other("hub-top-1", "most downloaded namespace left out")).toEqual(near(30 / 70));
  expect(other("hub-top-1", "models of a year or older alone")).toEqual(near(30 / 60));
});

test("nothing is wrong with the chapter, and titles fit the numbers", () => {
  expect(chapter.problems.map(({ message }) => message)).toEqual([]);
  expect(chapter.title).toBe("In the month to 1 October 2022, 9 models took 100% of the Hub’s downloads");
  expect(chapter.figures.has("hub-series")).toBe(false);
});

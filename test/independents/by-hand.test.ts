import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { readReference } from "#loaders/reference.ts";
import lineage from "#loaders/textgen-lineage.ts";
import { modelCardsLoad } from "#test/fixtures/model-cards.ts";
import { localFiles } from "#test/fixtures/source.ts";
import { dailyLoad } from "#test/fixtures/transformersjs-daily.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";
import { evaluated, standing } from "#test/support/independents.ts";

/** Ten models with a hundred downloads: two canonical, five of registered owners, three of two owners without a row. */
const listing = [
  { modelId: "bert", author: "huggingface", downloads: 40, creation_time: "2019-01-01T00:00:00Z" },
  { modelId: "gpt", author: "huggingface", downloads: 10, creation_time: "2019-01-01T00:00:00Z" },
  { modelId: "google/a", downloads: 20, creation_time: "2021-08-01T00:00:00Z" },
  { modelId: "Google/b", downloads: 5, creation_time: "2022-08-01T00:00:00Z" },
  { modelId: "allenai/c", downloads: 5, creation_time: "2021-10-01T00:00:00Z" },
  { modelId: "mrm8488/d", downloads: 8, creation_time: "2021-10-02T00:00:00Z" },
  { modelId: "bigscience/e", downloads: 2, creation_time: "2022-10-02T00:00:00Z" },
  { modelId: "nobody-at-all/f", downloads: 10, creation_time: null },
  { modelId: "noone-at-all/g", downloads: 0, creation_time: "2022-01-01T00:00:00Z" },
  { modelId: "noone-at-all/h", downloads: 0, creation_time: "2021-12-31T00:00:00Z" },
];

/** Three quantised models, one of an owner's own base; two fine-tuned; one merged from two bases. */
const edges = [
  "google/a,mrm8488/a-gguf,quantized",
  "google/a,Google/a-awq,quantized",
  "google/a,nobody-at-all/a-gguf,quantized",
  "google/a,allenai/x,finetuned",
  "google/b,noone-at-all/y,finetuned",
  "google/a,mrm8488/m,merged",
  "google/b,mrm8488/m,merged",
];

const plain = [
  { id: "Xenova/x", downloads: 30 },
  { id: "mrm8488/y", downloads: 10 },
  { id: "google/z", downloads: 60, type: "org" as const },
];

let rows: Map<string, EvidenceRows>;
let chapter: Chapter;
const value = (id: string) => chapter.facts.get(id)?.value;
const bounds = (id: string) => chapter.facts.get(id)?.bounds;
const near = (number: number) => expect.closeTo(number, 12);
const other = (id: string, label: string) => chapter.facts.get(id)?.variants.find((one) => one.label === label)?.value;

beforeAll(async () => {
  const reference = await readReference("data/reference");
  const csv = `${["source,target,edge", ...edges].join("\n")}\n`;
  const own = { id: "textgen-lineage", last: "2025-06-18" };
  const files = await localFiles({ "network_data/edges.csv": csv }, own);
  const days = { "2025-01-01": plain, "2025-01-02": plain.slice(0, 2), "2025-01-03": plain };
  const on = standing(["model-cards-2022", "textgen-lineage", "transformersjs-daily"]);
  const loads = [await modelCardsLoad(listing), ...lineage.map((loader) => ({ loader, files })), await dailyLoad(days)];
  rows = await evidenceOf(loads, Object.values(on.tables), { ...reference, corrections: [] });
  chapter = evaluated(on, Object.fromEntries(rows), reference);
}, 60_000);

test("owners, models and downloads by kind: spelling does not part owners, ids without one are nobody's", () => {
  expect(["owners", "models", "downloads"].map(value)).toEqual([6, 10, 100]);
  expect(["industry-owners", "industry-models", "industry-downloads"].map(value)).toEqual([
    ...[near(1 / 6), near(0.2), near(0.25)],
  ]);
  expect(["individual-downloads", "unclassified-downloads", "nameless-downloads"].map(value)).toEqual([
    ...[near(0.08), near(0.1), near(0.5)],
  ]);
  expect(["unclassified-owners", "unclassified-models"].map(value)).toEqual([near(2 / 6), near(0.3)]);
});

test("bounds give all that is unknown to one kind; models without an owner are unknown too", () => {
  expect(bounds("industry-downloads")).toEqual({ lower: near(0.25), upper: near(0.85) });
  expect(bounds("industry-models")).toEqual({ lower: near(0.2), upper: near(0.7) });
  expect(bounds("industry-owners")).toEqual({ lower: near(1 / 6), upper: near(0.5) });
});

test("models without an owner left out, or Hugging Face's", () => {
  expect([value("industry-downloads-named"), value("industry-downloads-hosted")]).toEqual([near(0.5), near(0.75)]);
  expect(bounds("industry-downloads-named")).toEqual({ lower: near(0.5), upper: near(0.7) });
  expect(other("industry-owners", "models without owner left out")).toBeUndefined();
});

test("before 2022: dates alone count, and one on the last day of 2021 does", () => {
  expect(value("before-models")).toBe(6);
  expect([value("before-industry-models"), value("before-unclassified-models")]).toEqual([near(1 / 6), near(1 / 6)]);
  expect([value("before-downloads"), value("before-industry-downloads")]).toEqual([83, near(20 / 83)]);
  expect(chapter.facts.has("before-owners")).toBe(false);
});

test("who adapts: a model with two bases counts once, and its owner's own bases can be left out", () => {
  expect(value("lineage-models")).toBe(6);
  expect(["quantized", "finetune", "merge"].map((relation) => value(`lineage-${relation}-models`))).toEqual([3, 2, 1]);
  expect(value("lineage-quantized-independent-models")).toEqual(near(1 / 3));
  expect(bounds("lineage-quantized-independent-models")).toEqual({ lower: near(1 / 3), upper: near(2 / 3) });
  expect(other("lineage-quantized-industry-models", "models on bases of others alone")).toBe(0);
  expect(value("lineage-merge-independent-models")).toBe(1);
  expect(chapter.facts.has("lineage-quantized-independent-downloads")).toBe(false);
});

test("accounts of users: a listing that lost its largest model is left out, and so is the first account", () => {
  expect(value("days-counted")).toBe(2);
  expect(["user-last", "user-least", "user-most"].map(value)).toEqual([near(0.4), near(0.4), near(0.4)]);
  expect([value("other-users-most"), value("one-account-last")]).toEqual([near(0.1), near(0.75)]);
});

test("nothing is wrong with the chapter, and its title is that of an edition without recent models", () => {
  expect(chapter.problems.map(({ message }) => message)).toEqual([]);
  expect(chapter.title).toBe("Known independents made 33.3% of listed quantised text models, companies 33.3%");
});

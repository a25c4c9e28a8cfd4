import { describe, expect, test } from "vitest";
import { bands } from "#analyses/size/bands.ts";
import { leastMean, meanOf, medianBounds, medianOf } from "#analyses/size/centres.ts";
import { activeFacts, curatedFacts } from "#analyses/size/facts/active.ts";
import { bandFacts } from "#analyses/size/facts/bands.ts";
import { bothFacts } from "#analyses/size/facts/both.ts";
import { centreFacts } from "#analyses/size/facts/centres.ts";
import { coverageFacts } from "#analyses/size/facts/coverage.ts";
import { publisherFacts } from "#analyses/size/facts/publishers.ts";
import { robustFacts } from "#analyses/size/facts/robust.ts";
import { populationOf, type SizeRow } from "#analyses/size/populations.ts";
import { basis } from "#test/support/chapter.ts";
import { byOwner } from "#test/support/openness-rows.ts";

const row = (parameters: number | null, downloads: number, changes: Partial<SizeRow> = {}): SizeRow => ({
  ...{ observed_on: "2026-05-20", parameters, parameters_from: parameters === null ? null : "safetensors" },
  ...{ active: null, mixture: false, downloaded: downloads > 0, models: 1, downloads_30d: downloads },
  downloads_all_time: null,
  ...changes,
});

const rows = [
  row(5e8, 600, { models: 2 }),
  row(8e9, 200),
  row(30e9, 100, { active: 3e9, mixture: true, parameters_from: "name" }),
  row(200e9, 50),
  row(null, 50),
  row(4e9, 0, { models: 3 }),
];
const population = populationOf({ rows, basis }, "");

describe("five sized models with 950 downloads, one unsized with 50, three without any", () => {
  const facts = {
    ...coverageFacts(population),
    ...centreFacts(population),
    ...bandFacts(population),
    ...robustFacts(population),
    ...activeFacts(population),
  };
  const value = (id: string) => facts[id]?.value;
  const bounds = (id: string) => facts[id]?.bounds;
  const other = (id: string, label: RegExp) => facts[id]?.variants.find((one) => label.test(one.label))?.value;

  test("a model counts if it has a download; a source without lifetimes tells none", () => {
    expect(population.weights).toEqual(["models", "downloads"]);
    expect([value("models"), value("models-used"), value("models-sized"), value("models-used-sized")]).toEqual([
      ...[9, 6, 8, 5],
    ]);
    expect([value("known-models"), value("known-downloads")]).toEqual([5 / 6, 0.95]);
    expect(other("known-downloads", /names and bases/)).toBe(0.85);
  });

  test("mean and median by models and by downloads", () => {
    expect(value("mean-models")).toBe((2 * 5e8 + 8e9 + 30e9 + 200e9) / 5);
    expect([value("median-models"), value("median-downloads")]).toEqual([8e9, 5e8]);
    expect(value("mean-downloads")).toBeCloseTo((600 * 5e8 + 200 * 8e9 + 100 * 30e9 + 50 * 200e9) / 950, 0);
    expect(value("mean-downloads-least")).toBeCloseTo((600 * 5e8 + 200 * 8e9 + 100 * 30e9 + 50 * 200e9) / 1000, 0);
    expect(other("median-models", /without a download/)).toBe(4e9);
    expect(other("median-downloads", /most downloads/)).toBe(8e9);
  });

  test("what is missing moves the median, below or above", () => {
    expect(bounds("median-models")).toEqual({ lower: 5e8, upper: 8e9 });
    expect(bounds("median-downloads")).toEqual({ lower: 5e8, upper: 5e8 });
  });

  test("shares among known sizes, with bounds over all", () => {
    expect([value("under-1b-models"), value("under-1b-downloads")]).toEqual([2 / 5, 600 / 950]);
    expect(bounds("under-1b-downloads")).toEqual({ lower: 0.6, upper: 0.65 });
    expect([value("10b-to-70b-models"), value("above-70b-downloads")]).toEqual([1 / 5, 50 / 950]);
    expect(value("giants-in-mean-models")).toBeCloseTo(200 / 239, 12);
    expect(value("beyond-mean-models")).toBe(1 / 5);
    expect(value("1b-to-9b-downloads-sum")).toBe(200);
  });

  test("active parameters take the place of total ones where they are stated", () => {
    expect(value("active-mean-models")).toBe((2 * 5e8 + 8e9 + 3e9 + 200e9) / 5);
    expect([value("mixture-downloads"), value("active-known-models")]).toEqual([0.1, 1 / 6]);
  });
});

test("where half or more is missing the median may be any size that is believed", () => {
  const few = [row(1e9, 10), row(2e9, 10), row(null, 80)];
  expect(medianBounds(few, "downloads")).toEqual({ lower: 1e5, upper: 1e13 });
  expect(medianBounds(few.slice(0, 2), "downloads")).toBeNull();
  expect([medianOf(few, "downloads"), meanOf(few, "downloads"), leastMean(few, "downloads")]).toEqual([
    1e9, 1.5e9, 3e8,
  ]);
});

test("classes share out every size, their ends once", () => {
  const held = (size: number) => bands.filter(({ holds }) => holds(size)).map(({ id }) => id);
  expect([1, 999_999_999, 1e9, 9.99e9, 1e10, 70e9, 70.1e9, 2e16].map(held)).toEqual([
    ...[["under-1b"], ["under-1b"], ["1b-to-10b"], ["1b-to-10b"], ["10b-to-70b"], ["10b-to-70b"], ["above-70b"]],
    ["above-70b"],
  ]);
});

test("a joke is left out of what can be believed, and a stray tensor where sizes are left out at both ends", () => {
  const joking = populationOf({ rows: [row(2e16, 3), row(1, 1), row(4e9, 5), row(6e9, 7)], basis }, "recent-");
  const facts = { ...robustFacts(joking), ...centreFacts(joking) };
  expect([facts["recent-excessive-models"]?.value, facts["recent-excessive-downloads"]?.value]).toEqual([1, 3]);
  expect(facts["recent-mean-believed"]?.value).toBe((1 + 4e9 + 6e9) / 3);
  expect(facts["recent-mean-all"]?.value).toBe((2e16 + 1 + 4e9 + 6e9) / 4);
  const left = facts["recent-mean-models"]?.variants.find(({ label }) => /under 100K and above 10T/.test(label));
  expect(left?.value).toBe(5e9);
});

test("sizes of another source make a variant of the mean, but for those that no model has", () => {
  const of = (parameters: number, recent_parameters: number, downloads_30d: number) => ({
    ...{ observed_on: "2026-05-20", parameters, recent_parameters, models: 1, downloads_30d },
  });
  const mean = centreFacts(population)["mean-downloads"];
  if (mean === undefined) throw new Error("no mean");
  const facts = bothFacts(population, [of(200e9, 390e9, 50), of(8e9, 8.1e9, 200), of(4e9, 2e16, 9)], basis, mean);
  expect([facts["both-models"]?.value, facts["both-differ"]?.value]).toEqual([2, 1]);
  const expected = Number(mean.value) + (190e9 * 50 + 0.1e9 * 200) / 950;
  expect(facts["mean-downloads-both"]?.value).toBeCloseTo(expected, 0);
  expect(facts["mean-downloads"]?.variants.at(-1)?.value).toBeCloseTo(expected, 0);
  expect(bothFacts(population, [], basis, mean)).toEqual({});
});

test("curated mixtures state fewer active parameters than total ones", () => {
  const of = (parameters: number | null, active: number | null, models = 1) => ({
    ...{ observed_on: "2026-08-17", parameters, active, models },
  });
  const facts = curatedFacts(
    [of(null, null, 5), of(8e9, 8e9), of(30e9, 3e9, 2), of(100e9, 50e9), of(7e9, null)],
    basis,
  );
  const values = Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value]));
  expect(values).toEqual({
    ...{ "curated-models": 10, "curated-sized": 5, "curated-mixtures": 3 },
    ...{ "curated-total": 30e9, "curated-active": 3e9, "curated-active-part": 0.1 },
  });
});

test("large models of a publisher, all its namespaces together; no fact for one that is not listed", () => {
  const owners = ["meta-llama", "facebook"].map((owner) => ({ ...byOwner(owner, "US", "industry"), parent: "Meta" }));
  const of = (owner: string, size: string, downloads_30d: number) => ({
    ...{ observed_on: "2026-05-20", owner, size, models: 1, downloads_30d },
  });
  const listed = [of("meta-llama", "above 70B", 10), of("facebook", "under 1B", 30), of("facebook", "unknown", 10)];
  const facts = publisherFacts("", [...listed, of("nvidia", "above 70B", 9)], basis, { owners });
  expect(Object.keys(facts)).toEqual(["large-of-meta"]);
  expect([facts["large-of-meta"]?.value, facts["large-of-meta"]?.bounds]).toEqual([0.25, { lower: 0.2, upper: 0.4 }]);
});

import { beforeAll, describe, expect, test } from "vitest";
import concentration from "#analyses/concentration/analysis.ts";
import { modelCardsLoad } from "#test/fixtures/model-cards.ts";
import { fewestOf, giniOf, hhiOf, sumOf, sumsBy, topPartOf, underOf } from "#test/oracles/concentration.ts";
import { committed } from "#test/support/concentration.ts";
import { type Generated, generatedOnce, reference, truthHubs } from "#test/support/generated-hub.ts";
import type { EvidenceRows } from "#test/support/hub.ts";
import {
  factFaults,
  type HubChapter,
  hubChapter,
  linesOf,
  trueRows,
  unnoticedSwaps,
} from "#test/support/hub-chapters.ts";
import { type Row, spread, total } from "#test/support/truth-rows.ts";

/** A listing of 2022, made up; its day is not the Hub's. */
const early = [{ modelId: "bert", author: "huggingface", downloads: 900 }, { downloads: 100 }, { modelId: "acme/n" }];
const { "crawl-downloads": crawled = [], "crawl-tops": tops = [] } = committed("2025-autumn");

const registry = new Map(reference.owners.map((row) => [row.owner, row]));
const downloadsOf = (rows: readonly Row[], many: string): number[] => spread(rows, "downloads", many);

/** The part of the sum that the first models have; of a model that is taken in part, that part. */
function partlyTop(counts: readonly number[], k: number): number {
  const [below, above] = [topPartOf(counts, Math.floor(k)), topPartOf(counts, Math.ceil(k))];
  return below + (above - below) * (k - Math.floor(k));
}

describe.each(truthHubs)("concentration on a generated Hub %s", (_, options) => {
  let generated: Generated;
  let of: HubChapter;
  beforeAll(async () => {
    generated = await generatedOnce(options);
    of = await hubChapter(concentration, generated.dir, {
      loads: [await modelCardsLoad(early)],
      rows: { "crawl-downloads": crawled, "crawl-tops": tops },
    });
  }, 120_000);
  const ofHub = ({ observed_on }: EvidenceRows[number]) => generated.hub.days.includes(String(observed_on));

  test.each(["modelDownloads", "ownerTotals"])("%s of the Hub's days are what the generator counted", (key) => {
    const schema = of.on.tables[key] ?? expect.unreachable();
    const lines = linesOf(of, schema, ofHub);
    expect(lines.truth.length).toBeGreaterThan(100);
    expect(lines.found).toEqual(lines.truth);
    expect(unnoticedSwaps(of, schema, ofHub)).toEqual([]);
  });

  const newest = (name: string, counter = "30 days"): Row[] =>
    trueRows(of, name).filter((row) => row.observed_on === generated.hub.days.at(-1) && row.counter === counter);

  test.each([
    ["hub", "30 days"],
    ["hub-lifetime", "lifetime"],
  ])("%s: models, downloads and little used ones follow from the generator's counts", (id, counter) => {
    const rows = newest("model-downloads", counter);
    const [counts, models] = [downloadsOf(rows, "models"), total(rows, "models")];
    const old = downloadsOf(
      rows.filter((row) => row.year_old === true),
      "models",
    );
    const expected = {
      ...{ models, downloads: sumOf(counts), "top-200": topPartOf(counts, 200) },
      unused: (underOf(counts, 1) * counts.length) / models,
      "under-200": (underOf(counts, 200) * counts.length) / models,
      "under-200-old": underOf(old, 200),
    };
    const named = Object.fromEntries(Object.entries(expected).map(([name, value]) => [`${id}-${name}`, value]));
    expect(models - counts.length > 0).toBe(counter === "lifetime");
    expect(factFaults(of, named)).toEqual([]);
  });

  test("concentration over models follows from its counts", () => {
    const counts = downloadsOf(newest("model-downloads"), "models");
    const used = counts.filter((count) => count > 0);
    const [models, ordered] = [counts.length, counts.toSorted((a, b) => a - b)];
    const goals = { "reach-50": 0.5, "reach-90": 0.9, "reach-99": 0.99 };
    const expected = {
      ...Object.fromEntries([1, 10, 50, 200, 1000].map((k) => [`hub-top-${k}`, topPartOf(counts, k)])),
      "hub-top-tenth-percent": partlyTop(counts, 0.001 * models),
      "hub-top-percent": partlyTop(counts, 0.01 * models),
      "hub-top-percent-and-half": partlyTop(counts, 0.015 * models),
      ...Object.fromEntries(Object.entries(goals).map(([id, part]) => [`${id}-models`, fewestOf(counts, part)])),
      ...Object.fromEntries(Object.entries(goals).map(([id, part]) => [id, fewestOf(counts, part) / models])),
      ...{ "hub-gini": giniOf(counts), "hub-gini-used": giniOf(used), "hub-mean": sumOf(counts) / models },
      "hub-median": ordered[Math.ceil(models / 2) - 1] ?? Number.NaN,
      ...{ "hhi-model": hhiOf(counts), "effective-model": 10_000 / hhiOf(counts) },
    };
    expect(factFaults(of, expected)).toEqual([]);
  });

  test("concentration over namespaces, their groups and countries follows from its counts", () => {
    const rows = newest("owner-totals");
    const registered = rows.filter(({ owner }) => !String(owner).startsWith("("));
    const [bare, others] = ["(none)", "(unregistered)"].map((owner) => rows.filter((row) => row.owner === owner));
    const [canonical, unregistered] = [downloadsOf(bare ?? [], "namespaces"), downloadsOf(others ?? [], "namespaces")];
    const named = [...downloadsOf(registered, "namespaces"), ...unregistered];
    const whole = sumOf([...named, ...canonical]);
    const groupsBy = (group: (owner: string) => string | null | undefined) =>
      sumsBy(
        registered,
        ({ owner }) => group(String(owner)) ?? "ZZ",
        ({ downloads }) => Number(downloads),
      );
    const parents = groupsBy((owner) => registry.get(owner)?.parent ?? owner);
    const places = groupsBy((owner) => registry.get(owner)?.country);
    places.delete("ZZ");
    const expected = {
      ...{ owners: named.length, "hhi-owner": hhiOf([...named, ...canonical]) },
      "hhi-parent": hhiOf([...parents.values(), ...canonical, ...unregistered]),
      "hhi-country": hhiOf(places.values()),
      "unknown-country": 1 - sumOf(places.values()) / whole,
      "unknown-parent": sumOf([...canonical, ...unregistered]) / whole,
      "unregistered-share": sumOf(unregistered) / whole,
      "first-owner-share": Math.max(...named) / whole,
      "top-50-owners": topPartOf([...named, ...canonical], 50),
      ...(canonical.length === 0
        ? {}
        : { "canonical-models": total(bare ?? [], "models"), "canonical-share": sumOf(canonical) / whole }),
    };
    expect(registered.length).toBeGreaterThan(20);
    expect(factFaults(of, expected)).toEqual([]);
  });

  test("the listing of 2022 stands beside it", () => {
    expect(factFaults(of, { "early-models": 3, "early-top-200": 1, "early-unused": 1 / 3 })).toEqual([]);
  });

  test("the chapter stands on the complete Hub, and nothing is wrong with it", () => {
    const { chapter } = of;
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
    expect(chapter.headlines.map(({ id }) => id)).toEqual(["hub-top-200", "hub-unused", "hub-top-10"]);
    expect(chapter.findings.basis).toMatchObject({ complete: true, sources: ["hub", "model-cards-2022"] });
    expect(chapter.findings.basis.asOf).toBe(generated.hub.days.at(-1));
  });
});

import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { readReference } from "#loaders/reference.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import type { HubOptions } from "#scripts/generator/options.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { type TrueTable, truthOf } from "#scripts/lib/truth.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { modelCardsLoad } from "#test/fixtures/model-cards.ts";
import { scratch } from "#test/fixtures/source.ts";
import { giniOf, hhiOf, sumOf, sumsBy, topPartOf, underOf } from "#test/oracles/concentration.ts";
import { committed, evaluated, standing } from "#test/support/concentration.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
const on = standing(["hub", "model-cards-2022", "osir-lmts", "hub-stats-sample", "radar"]);
/** Rows of the parts as they are committed: no snapshot changes them. */
const { "crawl-downloads": crawled = [], "part-downloads": listed = [], "crawl-tops": tops = [] } = committed();
const ofParts: Readonly<Record<string, EvidenceRows>> = {
  ...{ "crawl-downloads": crawled, "part-downloads": listed, "crawl-tops": tops },
};
const early = [{ modelId: "bert", author: "huggingface", downloads: 900 }, { downloads: 100 }, { modelId: "acme/n" }];

/** Rows of a truth table as objects. */
const objects = ({ columns, rows }: TrueTable): Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));

const hubs: [string, Omit<HubOptions, "owners">][] = [
  ["of three snapshots", { models: 5_000, months: 3, seed: 21 }],
  ["whose first snapshots have no lifetime counter", { models: 2_000, days: ["2024-09-04", "2025-08-20"], seed: 22 }],
];

describe.each(hubs)("a generated Hub %s, beside the listing of 2022", (_, options) => {
  let days: readonly string[];
  let truth: Readonly<Record<string, TrueTable>>;
  let tables: Map<string, EvidenceRows>;
  let chapter: Chapter;
  let raw: Map<string, Record<string, unknown>[]>;

  beforeAll(async () => {
    const dir = join(await scratch(), "hub");
    const hub = await generateHub({ ...options, owners }, dir);
    days = hub.days;
    truth = truthOf(dir);
    const files = await generatedHub(dir);
    const schemas = Object.values(on.tables).filter(({ name }) => !(name in ofParts));
    tables = await evidenceOf([...hubLoads(files), await modelCardsLoad(early)], schemas, reference);
    chapter = evaluated(on, { ...Object.fromEntries(tables), ...ofParts }, reference);
    const models = files.record.files.filter(({ path }) => path.endsWith("models.parquet"));
    const read = models.map(async ({ path }) => [path, await rawParquet(files.local(path))] as const);
    raw = new Map(await Promise.all(read));
  }, 120_000);

  const rowsOf = (name: string): EvidenceRows => tables.get(name) ?? [];
  const value = (id: string) => Number(chapter.facts.get(id)?.value);
  const last = () => [...raw].find(([path]) => path.includes(days.at(-1) ?? "?"))?.[1] ?? [];
  const countsOf = (column: string) =>
    last().flatMap((row) => (row[column] === null || row[column] === undefined ? [] : [Number(row[column])]));

  test("models by downloads are what the generator counted, snapshot by snapshot", () => {
    const own = rowsOf("model-downloads").filter(
      ({ observed_on, counter }) => counter === "30 days" && days.includes(String(observed_on)),
    );
    const key = (row: Record<string, unknown>) => `${row.observed_on} ${row.downloads ?? row.downloads_30d}`;
    const found = sumsBy(own, key, ({ models }) => Number(models));
    const counted = objects(truth["hub-download-counts"] as TrueTable).filter(({ kind }) => kind === "model");
    expect(found.size).toBeGreaterThan(20);
    expect(found).toEqual(sumsBy(counted, key, ({ repositories }) => Number(repositories)));
  });

  test("downloads of every registered namespace are what the generator counted", () => {
    const own = rowsOf("owner-totals").filter(
      ({ observed_on, counter, owner }) =>
        counter === "30 days" && days.includes(String(observed_on)) && !/^\(/.test(String(owner)),
    );
    const key = (row: Record<string, unknown>) => `${row.observed_on} ${row.owner}`;
    const counted = objects(truth["hub-owners"] as TrueTable).filter(
      ({ kind, owner }) => kind === "model" && owner !== "(unregistered)",
    );
    expect(counted.length).toBeGreaterThan(20);
    expect(sumsBy(own, key, ({ downloads }) => Number(downloads))).toEqual(
      sumsBy(counted, key, ({ downloads_30d }) => Number(downloads_30d)),
    );
  });

  test("the newest snapshot's shares, by both counters, equal plain loops over its raw rows", () => {
    for (const [id, column] of Object.entries({ hub: "downloads", "hub-lifetime": "downloadsAllTime" })) {
      const counts = countsOf(column);
      expect(counts.length).toBeGreaterThan(500);
      expect(value(`${id}-models`)).toBe(last().length);
      expect(value(`${id}-top-200`)).toBeCloseTo(topPartOf(counts, 200), 12);
      const [unknown, known] = [1 - counts.length / last().length, counts.length / last().length];
      const under = chapter.facts.get(`${id}-under-200`);
      expect(under?.value).toBeCloseTo(underOf(counts, 200) * known, 12);
      expect(under?.bounds?.upper ?? under?.value).toBeCloseTo(underOf(counts, 200) * known + unknown, 12);
      expect(value(`${id}-unused`)).toBeCloseTo(underOf(counts, 1) * known, 12);
    }
    const counts = countsOf("downloads");
    expect(value("hub-gini")).toBeCloseTo(giniOf(counts), 9);
    expect(value("hhi-model")).toBeCloseTo(hhiOf(counts), 6);
    const spaces = sumsBy(
      last(),
      ({ id }) => (String(id).includes("/") ? (String(id).split("/")[0] ?? "").toLowerCase() : "(none)"),
      ({ downloads }) => Number(downloads ?? 0),
    );
    expect(value("hhi-owner")).toBeCloseTo(hhiOf(spaces.values()), 6);
    expect(sumOf(spaces.values())).toBe(sumOf(counts));
  });

  test("the listing of 2022 stands beside it, and the series shows every listing", () => {
    expect([value("early-models"), value("early-top-200"), value("early-unused")]).toEqual([3, 1, 1 / 3]);
    const shown = chapter.figures.get("hub-series")?.rows.map(({ observed_on }) => observed_on);
    expect(shown).toEqual(["2022-10-01", ...days]);
  });

  test("nothing is wrong with the chapter or its drawings, and its words are those of the Hub", () => {
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
    expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "concentration", {}))).toEqual([]);
    expect(chapter.findings.basis).toMatchObject({ complete: true, asOf: days.at(-1) });
    const words = [chapter.title, chapter.standfirst, ...chapter.headlines.map(({ sentence }) => sentence)];
    expect(words.filter((text) => /panel|crawl|2022|NaN|undefined/.test(text))).toEqual([]);
    const own = [...chapter.facts].filter(([id]) => id.startsWith("hub-"));
    expect(own.filter(([, { basis }]) => !basis.complete)).toEqual([]);
  });
});

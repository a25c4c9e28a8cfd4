import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { readReference } from "#loaders/reference.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { type TrueTable, truthOf } from "#scripts/lib/truth.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { modelCardsLoad } from "#test/fixtures/model-cards.ts";
import { scratch } from "#test/fixtures/source.ts";
import { type Kind, kindOf, partsBy } from "#test/oracles/independents.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";
import { committed, evaluated, pinned, standing } from "#test/support/independents.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
const kinds = new Map<string, Kind>(
  reference.owners.map(({ owner, kind, confidence }) => [owner.toLowerCase(), { kind, confidence }]),
);
const early = [
  { modelId: "bert", author: "huggingface", downloads: 900, creation_time: "2019-01-01T00:00:00Z" },
  { modelId: "google/m", downloads: 100, creation_time: "2021-01-01T00:00:00Z" },
  { modelId: "nobody-at-all/n" },
];
const objects = ({ columns, rows }: TrueTable): Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));

const editions: [string, readonly string[]][] = [
  ["beside the other lists", ["hub", ...pinned]],
  ["without any list but that of 2022", ["hub", "model-cards-2022"]],
];

describe.each(editions)("a generated Hub of three snapshots, %s", (_, sources) => {
  const on = standing(sources);
  let days: readonly string[];
  let truth: Readonly<Record<string, TrueTable>>;
  let tables: Map<string, EvidenceRows>;
  let chapter: Chapter;
  let last: Record<string, unknown>[];

  beforeAll(async () => {
    const dir = join(await scratch(), "hub");
    const hub = await generateHub({ models: 3000, months: 3, seed: 41, owners }, dir);
    days = hub.days;
    truth = truthOf(dir);
    last = await rawParquet(join(dir, hub.labels.at(-1) ?? "", "models.parquet"));
    const files = await generatedHub(dir);
    const schemas = Object.values(on.tables).filter((schema) => schema.sources.includes("hub"));
    tables = await evidenceOf([...hubLoads(files), await modelCardsLoad(early)], schemas, reference);
    chapter = evaluated(on, { ...committed(), ...Object.fromEntries(tables) }, reference);
  }, 120_000);

  const value = (id: string) => Number(chapter.facts.get(id)?.value);

  test("models and downloads of every registered owner are what the generator counted", () => {
    const own = (tables.get("listed-owners") ?? []).filter(({ observed_on }) => days.includes(String(observed_on)));
    const truly = objects(truth["hub-owners"] as TrueTable).filter(({ kind }) => kind === "model");
    expect(truly.length).toBeGreaterThan(20);
    for (const { observed_on: day, owner, repositories, downloads_30d: downloads, owners: spaces } of truly) {
      const same = own.filter((row) => row.observed_on === day && row.owner === owner);
      const sum = (column: string): number => same.reduce((all, row) => all + Number(row[column] ?? 0), 0);
      const found = [sum("models"), sum("downloads_30d"), sum("namespaces")];
      if (owner !== "(unregistered)")
        expect(found, `${day} ${owner}`).toEqual([repositories, downloads, spaces].map(Number));
    }
  });

  test("shares on the newest snapshot equal plain loops over its raw rows", () => {
    const parts = (weight: (row: Record<string, unknown>) => number) =>
      partsBy(last.map((row) => ({ kind: kindOf(String(row.id), kinds), weight: weight(row) })));
    const [models, downloads] = [parts(() => 1), parts((row) => Number(row.downloads ?? 0))];
    for (const kind of ["industry", "academia", "community", "individual"]) {
      expect(value(`${kind}-models`), kind).toBeCloseTo(models.get(kind) ?? 0, 12);
      expect(value(`${kind}-downloads`), kind).toBeCloseTo(downloads.get(kind) ?? 0, 12);
    }
    expect(value("unclassified-models")).toBeCloseTo(models.get("unknown") ?? 0, 12);
    expect(value("models")).toBe(last.length);
  });

  test("who adapts is the newest snapshot's alone, each model once in a relation", () => {
    const derived = tables.get("derived-owners") ?? [];
    expect(new Set(derived.map(({ observed_on }) => observed_on))).toEqual(new Set([days.at(-1)]));
    const own = last.filter(({ id, baseModels }) => {
      const named = baseModels as { relation: string; models: { id: string }[] } | null;
      return named?.relation === "quantized" && named.models.some((base) => base.id !== id);
    });
    const counted = derived.filter(({ relation }) => relation === "quantized");
    expect(own.length).toBeGreaterThan(10);
    expect(counted.reduce((sum, { models }) => sum + Number(models), 0)).toBe(own.length);
  });

  test("the listing of 2022 stands beside it, and alone has models from before that year", () => {
    expect([value("first-models"), value("first-nameless-models")]).toEqual([3, 1 / 3]);
    expect([value("before-models"), value("before-industry-models")]).toEqual([2, 0.5]);
  });

  test("nothing is wrong with the chapter or its drawings, and its words are those of the Hub", () => {
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
    expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "independents", {}))).toEqual([]);
    expect(chapter.findings.basis).toMatchObject({ complete: true, asOf: days.at(-1) });
    const words = [chapter.title, chapter.standfirst, ...chapter.headlines.map(({ sentence }) => sentence)];
    expect(words.slice(0, 2).filter((text) => /panel|RADAR|2022|NaN|undefined/.test(text))).toEqual([]);
    expect(words.filter((text) => /NaN|undefined/.test(text))).toEqual([]);
  });
});

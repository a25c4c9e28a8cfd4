import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { readReference } from "#loaders/reference.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { hubLoads, hubSource } from "#test/fixtures/hub-files.ts";
import { scratch } from "#test/fixtures/source.ts";
import type { EvidenceRows } from "#test/support/hub.ts";
import { evaluated, hubTables, reduced } from "#test/support/openness-hub.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const messages = ({ problems }: Chapter) => problems.map(({ message }) => message);
const other = (name: string) => JSON.stringify({ license: "other", license_name: name });

const rows = [
  {
    id: "Qwen/A-30B-A3B",
    downloads: 4000,
    tags: ["license:apache-2.0", "safetensors"],
    gated: "False",
    safetensors: { total: 30_000_000_000 },
    createdAt: "2026-02-03 00:00:00",
  },
  { id: "qwen/B", downloads: 1000, tags: ["license:other"], cardData: other("Qwen-Research"), gated: "auto" },
  {
    id: "google/C",
    downloads: 3000,
    tags: ["license:gemma", "gguf", "dataset:x"],
    gated: "manual",
    safetensors: { total: 27_000_000_000 },
    createdAt: "2026-07-31 23:00:00",
  },
  { id: "google/D", downloads: 0, tags: [], gated: "False", pipeline_tag: "image-text-to-text" },
  {
    id: "nobody/E",
    downloads: 2000,
    tags: ["license:mit", "safetensors", "gguf"],
    gated: "False",
    pipeline_tag: "text-generation",
  },
];

describe("the chapter on two snapshots of the Hub", () => {
  let tables: Readonly<Record<string, EvidenceRows>>;
  let chapter: Chapter;
  beforeAll(async () => {
    const types = { gated: "VARCHAR" };
    const days = {
      "2026-08-01": { models: { rows: rows.slice(1), types } },
      "2026-09-01": { models: { rows, types } },
    };
    tables = await reduced(hubLoads(await hubSource(days)), reference);
    chapter = evaluated(tables, reference);
  }, 120_000);

  const value = (id: string) => chapter.facts.get(id)?.value;

  test("counts the newest snapshot alone", () => {
    expect(hubTables.map(({ name }) => name).sort()).toEqual(["large-releases", "licensed-models", "model-properties"]);
    expect(new Set(Object.values(tables).flatMap((own) => own.map((row) => row.observed_on)))).toEqual(
      new Set(["2026-09-01"]),
    );
    expect([value("models"), value("downloads")]).toEqual([5, 10_000]);
  });

  test("licences, gates, formats and releases as by hand; a name that few give is not read", () => {
    expect([value("permissive-models"), value("permissive-downloads"), value("none-models")]).toEqual([0.4, 0.6, 0.2]);
    expect([value("vendor-models"), value("other-models"), value("non-commercial-models")]).toEqual([0.2, 0.2, 0]);
    expect([value("permissive-cn-downloads"), value("vendor-us-downloads")]).toEqual([0.8, 1]);
    expect([value("gated-models"), value("gated-downloads"), value("gated-above-20b")]).toEqual([0.4, 0.4, 0.5]);
    expect([value("safetensors-models"), value("gguf-models"), value("neither-format-models")]).toEqual([
      0.4, 0.4, 0.4,
    ]);
    expect([value("mixture-models"), value("multimodal-models"), value("names-dataset-downloads")]).toEqual([
      0.2, 0.2, 0.3,
    ]);
    expect([value("large-releases-cn"), value("large-permissive-cn"), value("large-permissive-us")]).toEqual([1, 1, 0]);
  });

  test("stands on the complete Hub and says so; the figure of gates is the Hub's", () => {
    expect(chapter.findings.basis).toMatchObject({ complete: true, asOf: "2026-09-01", sources: ["hub"] });
    expect(chapter.title).toBe("Permissive licences cover 40% of Hub models and 60% of their downloads");
    expect(chapter.figures.get("gates")?.title).toBe("40% of Hub models are gated, 50% of those known to be large");
    const told = [...chapter.figures.values()].flatMap(({ title, subtitle, alt, long }) => [
      title,
      subtitle,
      alt,
      long,
    ]);
    const own = [...chapter.facts]
      .filter(([, { basis }]) => basis.sources.includes("hub"))
      .map(([, fact]) => fact.definition);
    const words = [
      chapter.title,
      chapter.standfirst,
      ...chapter.headlines.map(({ sentence }) => sentence),
      ...told,
      ...own,
    ];
    expect(words.filter((text) => /evaluat|NaN|undefined/i.test(text))).toEqual([]);
  });

  test("a published figure of the complete Hub is then of the same population", () => {
    const published = reference.published.find(({ id }) => id === "SUM-34");
    const fact = chapter.facts.get("large-permissive-cn");
    expect([published?.population, fact?.basis.complete, fact?.basis.asOf]).toEqual([
      "the complete Hub",
      true,
      "2026-09-01",
    ]);
  });
});

test("a generated Hub, whose snapshots tell no gates, gives a chapter without problems, and drawings without faults", async () => {
  const dir = join(await scratch(), "hub");
  const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
  await generateHub({ models: 3000, months: 2, seed: 21, owners }, dir);
  const chapter = evaluated(await reduced(hubLoads(await generatedHub(dir)), reference), reference);
  expect(messages(chapter)).toEqual([]);
  expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "openness", {}))).toEqual([]);
  expect(chapter.figures.size).toBe(6);
  expect(chapter.figures.get("gates")?.title).toMatch(/of recent models are gated/);
}, 120_000);

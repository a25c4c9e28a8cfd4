import { beforeAll, describe, expect, test } from "vitest";
import analysis from "#analyses/builders/analysis.ts";
import type { Analysis } from "#kit/define.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { standingFor } from "#kit/gather.ts";
import { readReference } from "#loaders/reference.ts";
import { hubLoads, hubSource } from "#test/fixtures/hub-files.ts";
import { builders, committed } from "#test/support/builders.ts";
import { evidenceOf } from "#test/support/hub.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const pinned = ["hub", "hub-stats-sample", "radar", "models-dev", "openrouter-list", "genai-prices", "osir-lmts"];
const onHub = standingFor(analysis as unknown as Analysis, pinned);
const on = (relation: string, ...ids: string[]) => ({ relation, models: ids.map((id) => ({ _id: "x", id })) });

const rows = [
  {
    id: "Qwen/Qwen3-8B",
    downloads: 100,
    tags: ["safetensors", "license:apache-2.0"],
    safetensors: { total: 8_000_000_000 },
  },
  { id: "qwen/QwQ-32B", downloads: 50, tags: ["gguf", "license:apache-2.0"], safetensors: { total: 32_000_000_000 } },
  { id: "Qwen/other", downloads: 9, tags: [] },
  { id: "ann/a", downloads: 5, tags: ["gguf"], baseModels: on("quantized", "qwen/qwen3-8b") },
  { id: "bob/b", downloads: 7, baseModels: on("merge", "Qwen/Qwen3-8B", "Qwen/QwQ-32B", "google/gemma-2b") },
  { id: "QWEN/Qwen3-8B-GGUF", downloads: 3, baseModels: on("quantized", "Qwen/Qwen3-8B") },
  { id: "cy/c", downloads: 1, baseModels: on("finetune", "cy/Qwen3-8B") },
];

describe("on two snapshots of the Hub", () => {
  let chapter: Chapter;
  beforeAll(async () => {
    const files = await hubSource({
      "2026-08-01": { models: { rows: rows.slice(0, 2) } },
      "2026-09-01": { models: { rows } },
    });
    const schemas = Object.values(onHub.tables).filter(({ sources }) => sources.includes("hub"));
    const found = await evidenceOf(hubLoads(files), schemas, reference);
    expect([...found.keys()].sort()).toEqual(["family-derivatives", "family-licences", "family-models"]);
    chapter = await builders({}, { ...committed(), ...Object.fromEntries(found) }, onHub);
  }, 120_000);
  const row = (family: string) => chapter.figures.get("base-families")?.rows.find((one) => one.family === family);

  test("a family is what its namespace has under its name, in any case; a merge of two of its models counts once", () => {
    expect(row("Qwen")).toMatchObject({
      ...{ derivatives: 2, derivatives_downloads: 12, derivatives_quantised: 1, derivatives_gguf: 1, models: 3 },
      ...{ parameters_least: 8e9, parameters_median: 8e9, parameters_most: 32e9, formats: "safetensors, gguf" },
      ...{ licence: "apache-2.0", permissive: 2 / 3 },
    });
    expect(row("Gemma")).toMatchObject({ derivatives: 1, derivatives_quantised: 0, models: null, licence: null });
    expect(row("Jamba")).toMatchObject({ derivatives: 0, derivatives_downloads: 0, parameters_median: null });
    expect([chapter.facts.get("derivatives")?.value, chapter.facts.get("first-share")?.value]).toEqual([3, 2 / 3]);
  });

  test("the words are those of the Hub, and nothing is wrong but that no rule has facts", () => {
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
    const told = [...chapter.figures.values()].flatMap((one) => [one.title, one.subtitle, one.alt, one.long]);
    const defined = [...chapter.facts].filter(([id]) => id.includes("derivatives") || id === "first-share");
    const words = [...told, ...defined.map(([, { basis }]) => basis.population)];
    expect(words.filter((text) => /RADAR|undefined|NaN/.test(text))).toEqual([]);
    expect(chapter.findings.basis).toMatchObject({ complete: true, asOf: "2026-09-01" });
    expect([...chapter.recommendations.values()].every(({ standing }) => standing === "untold")).toBe(true);
  });
});

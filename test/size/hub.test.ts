import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { readReference } from "#loaders/reference.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { hubLoads, hubSource } from "#test/fixtures/hub-files.ts";
import { scratch } from "#test/fixtures/source.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";
import { committed, onHub, size } from "#test/support/size.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const messages = ({ problems }: Chapter) => problems.map(({ message }) => message);
const tables = Object.values(onHub.tables).filter(({ sources }) => sources.includes("hub"));

/** The chapter with these rows of the Hub and, for all other tables, what is committed. */
async function chapterOf(loads: ReturnType<typeof hubLoads>): Promise<[Chapter, Record<string, EvidenceRows>]> {
  const rows = Object.fromEntries(await evidenceOf(loads, tables, reference));
  return [await size({ ...committed(), ...rows }, onHub), rows];
}

/** Words that the chapter shows of the Hub. */
function words({ title, standfirst, headlines, facts, figures }: Chapter): string[] {
  const drawn = [...figures.values()].flatMap((one) => [one.title, one.subtitle, one.reading ?? "", one.alt, one.long]);
  const own = [...facts.values()].filter(({ basis }) => basis.sources.includes("hub"));
  const defined = own.filter(({ basis }) => !basis.sources.includes("radar")).map(({ definition }) => definition);
  return [title, standfirst, ...headlines.map(({ sentence }) => sentence), ...drawn, ...defined];
}

const stored = (total: number) => ({ safetensors: { total } });
const models = [
  { id: "a/bert", downloads: 600, downloadsAllTime: 9000, ...stored(110_234_567) },
  { id: "a/bert-too", downloads: 100, downloadsAllTime: 1000, ...stored(110_345_678) },
  { id: "moonshotai/K-30B-A3B", downloads: 200, downloadsAllTime: 200, ...stored(30_500_000_000) },
  { id: "moonshotai/Big", downloads: 50, downloadsAllTime: 60, ...stored(1_000_000_000_000) },
  { id: "b/nothing-said", downloads: 50, downloadsAllTime: 60 },
  {
    id: "b/child",
    downloads: 0,
    downloadsAllTime: 5,
    baseModels: { relation: "finetune", models: [{ id: "a/bert" }] },
  },
];

describe("six models of the newest of two snapshots", () => {
  let chapter: Chapter;
  let rows: Record<string, EvidenceRows>;
  beforeAll(async () => {
    const days = { "2026-08-05": { models: { rows: models.slice(1) } }, "2026-09-05": { models: { rows: models } } };
    [chapter, rows] = await chapterOf(hubLoads(await hubSource(days)));
  }, 120_000);
  const value = (id: string) => chapter.facts.get(id)?.value;

  test("sizes of one snapshot, to three digits, with the parent's where nothing else says one", () => {
    const told = rows["model-sizes"]?.map(({ observed_on: on, parameters, parameters_from: from, models: n }) => [
      ...[on, parameters, from, n],
    ]);
    expect(told).toEqual([
      ["2026-09-05", null, null, 1],
      ["2026-09-05", 110_000_000, "parent", 1],
      ["2026-09-05", 110_000_000, "safetensors", 2],
      ["2026-09-05", 30_500_000_000, "safetensors", 1],
      ["2026-09-05", 1_000_000_000_000, "safetensors", 1],
    ]);
  });

  test("averages, coverage, and active parameters out of a name", () => {
    expect([value("models"), value("models-used"), value("known-downloads")]).toEqual([6, 5, 0.95]);
    expect([value("median-models"), value("median-downloads"), value("median-lifetime")]).toEqual([
      ...[110e6, 110e6, 110e6],
    ]);
    expect(value("mean-models")).toBe((2 * 110e6 + 30.5e9 + 1e12) / 4);
    expect(value("active-mean-models")).toBe((2 * 110e6 + 3e9 + 1e12) / 4);
    expect([value("large-of-moonshot"), value("under-1b-downloads")]).toEqual([50 / 250, 700 / 950]);
  });

  test("stands on the complete Hub and says so", () => {
    expect(chapter.findings.basis).toMatchObject({ complete: true, asOf: "2026-09-05" });
    expect(chapter.title).toBe("The median download of Hub models has 110M parameters, the mean 59.1B");
    expect(words(chapter).filter((text) => /evaluat|NaN|undefined/i.test(text))).toEqual([]);
    expect(messages(chapter)).toEqual([]);
  });
});

test("a generated Hub gives a chapter without problems, and drawings without faults", async () => {
  const dir = join(await scratch(), "hub");
  const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
  await generateHub({ models: 3000, months: 2, seed: 11, owners }, dir);
  const [chapter] = await chapterOf(hubLoads(await generatedHub(dir)));
  expect(messages(chapter)).toEqual([]);
  expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "size", {}))).toEqual([]);
  expect(chapter.figures.size).toBe(5);
  expect(words(chapter).filter((text) => /evaluat|NaN|undefined/i.test(text))).toEqual([]);
}, 120_000);

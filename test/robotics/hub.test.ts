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
import { onHub, robotics } from "#test/support/robotics.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const messages = ({ problems }: Chapter) => problems.map(({ message }) => message);

async function reduced(loads: ReturnType<typeof hubLoads>): Promise<Readonly<Record<string, EvidenceRows>>> {
  return Object.fromEntries(await evidenceOf(loads, Object.values(onHub.tables), reference));
}

/** Every word that the chapter shows. */
function words({ title, standfirst, headlines, facts, figures }: Chapter): string[] {
  const told = [...figures.values()].flatMap((one) => [one.title, one.subtitle, one.reading ?? "", one.alt, one.long]);
  const defined = [...facts.values()].flatMap(({ definition, basis }) => [definition, basis.population]);
  return [title, standfirst, ...headlines.map(({ sentence }) => sentence), ...told, ...defined];
}

const robot = { pipeline_tag: "robotics", tags: ["robotics"] };
const policy = { ...robot, library_name: "lerobot" };
const models = [
  { ...policy, id: "ann/a", downloads: 4, tags: ["robotics", "dataset:Ann/pick"], createdAt: "2026-09-02 00:00:00" },
  { ...policy, id: "Ann/b", downloads: 0, tags: ["robotics", "dataset:lerobot/pusht"] },
  { ...robot, id: "bob/c", downloads: 6, tags: ["robotics", "dataset:bob"] },
  { id: "cy/d", downloads: 90, pipeline_tag: "text-generation", tags: ["robotics", "dataset:cy/x", "dataset:cy/y"] },
  { id: "cy/e", downloads: 100 },
];
const task = (id: string, createdAt: string, ...tasks: string[]) => ({
  ...{ id, createdAt: `${createdAt} 00:00:00`, tags: tasks.map((one) => `task_categories:${one}`) },
});
const datasets = [
  task("a/old", "2022-03-02", "robotics"),
  task("a/one", "2024-11-05", "robotics", "text-generation"),
  task("a/two", "2025-06-05", "robotics"),
  task("b/three", "2025-12-31", "text-generation", "text-generation"),
  task("b/four", "2026-08-01"),
  task("b/five", "2026-08-31", "robotics"),
  task("b/six", "2026-09-01", "robotics"),
];

describe("a few repositories of two snapshots", () => {
  let tables: Readonly<Record<string, EvidenceRows>>;
  let chapter: Chapter;
  beforeAll(async () => {
    const days = {
      "2026-08-05": { models: { rows: models }, datasets: { rows: datasets.slice(0, 3) } },
      "2026-09-05": { models: { rows: models }, datasets: { rows: datasets } },
    };
    tables = await reduced(hubLoads(await hubSource(days)));
    chapter = await robotics(tables, onHub);
  }, 120_000);
  const value = (id: string) => chapter.facts.get(id)?.value;

  test("datasets for robotics by the ends of years, with those that are older than all dates", () => {
    expect([value("robotics-by-2023"), value("robotics-by-2024"), value("robotics-by-2025")]).toEqual([1, 2, 3]);
    expect([value("rank-by-2023"), value("rank-by-2024"), value("rank-by-2025")]).toEqual([1, 1, 1]);
    expect([value("robotics-listed"), value("datasets-listed"), value("categories-listed")]).toEqual([5, 7, 2]);
    expect([value("uncategorised"), value("new-share")]).toEqual([1 / 7, 1 / 2]);
    expect(chapter.facts.get("robotics-by-2024")?.basis).toMatchObject({ complete: true, asOf: "2024-12-31" });
  });

  test("models of the newest snapshot: a dataset of one's own, whatever the case, and none without a slash", () => {
    expect(new Set(tables["model-tasks"]?.map(({ observed_on: on }) => on))).toEqual(new Set(["2026-09-05"]));
    expect([value("models"), value("robotics-models"), value("robotics-share")]).toEqual([5, 3, 3 / 5]);
    expect([value("robotics-own"), value("robotics-naming")]).toEqual([1 / 3, 1]);
    expect([value("lerobot-own"), value("elsewhere-own"), value("others-own")]).toEqual([1 / 2, 0, 1]);
    expect([value("lerobot"), value("namespaces"), value("models-each"), value("top-share")]).toEqual([2 / 3, 2, 1, 1]);
    expect([value("robotics-downloads"), value("robotics-unused")]).toEqual([10 / 200, 1 / 3]);
    const variants = chapter.facts.get("robotics-own")?.variants.map((one) => one.value);
    expect(variants).toEqual([2 / 4, 1, 1 / 3, 1 / 3]);
  });

  test("published counts then have numbers of the same population beside them", () => {
    const held = chapter.findings.comparisons.map(({ published, fact }) => [published, fact]);
    expect(held).toContainEqual(["S26-32", "robotics-by-2025"]);
    expect(held).toContainEqual(["S26-33", "rank-by-2023"]);
    expect(held).toContainEqual(["MPU-03", "new-share"]);
  });

  test("the picture of published counts has a line of its own beside them", () => {
    const counted = chapter.figures.get("robotics-points")?.rows.filter(({ origin }) => origin === "counted");
    expect(counted?.map(({ on, datasets }) => [on, datasets])).toEqual([
      ["2024-11-30", 2],
      ["2025-06-30", 3],
      ["2025-12-31", 3],
      ["2026-08-31", 4],
      ["2026-09-30", 5],
    ]);
  });

  test("nothing is wrong, and no list is spoken of", () => {
    expect(messages(chapter)).toEqual([]);
    expect(words(chapter).filter((text) => /RADAR|evaluations name|recent|undefined|NaN/.test(text))).toEqual([]);
    expect(chapter.findings.basis.complete).toBe(true);
  });
});

test("on a generated Hub the chapter and its drawings have no faults", async () => {
  const dir = join(await scratch(), "hub");
  const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
  await generateHub({ models: 2000, months: 2, seed: 7, owners }, dir);
  const chapter = await robotics(await reduced(hubLoads(await generatedHub(dir))), onHub);
  expect(messages(chapter)).toEqual([]);
  expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "robotics", {}))).toEqual([]);
  expect(words(chapter).filter((text) => /RADAR|undefined|NaN/.test(text))).toEqual([]);
}, 120_000);

import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { readReference } from "#loaders/reference.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { describeReal, realFiles, realSource } from "#test/fixtures/real.ts";
import { byTask, type RawDataset } from "#test/oracles/dataset-cards-2023.ts";
import type { RawModel } from "#test/oracles/hub.ts";
import { type RawRadar, rawRadar } from "#test/oracles/radar.ts";
import * as oracle from "#test/oracles/robotics.ts";
import { rawParquet } from "#test/support/raw-rows.ts";
import { robotics } from "#test/support/robotics.ts";

const only = async (id: string) => rawParquet([...(await realFiles(id)).values()][0] ?? "");

/** Fields of a document that only this chapter reads. */
type Document = RawRadar & { readonly pipeline_tag: string | null };

describeReal("plain loops over the raw rows give what the chapter on robotics says", () => {
  let chapter: Chapter;
  let models: oracle.Raw[];
  let datasets: RawDataset[];
  beforeAll(async () => {
    chapter = await robotics();
    datasets = (await only("dataset-cards-2023")) as unknown as RawDataset[];
    const [archive] = (await realSource("radar")).record.archives;
    if (archive === undefined) throw new Error("the record of radar has no archive");
    models = (rawRadar(cachedPath(pathsAt().cache, archive)) as Document[]).map((row) => ({
      ...{ id: row.id, task: row.pipeline_tag, library: row.library, tags: row.tags, downloads: row.downloads_30d },
      ...{ month: row.created_at.slice(0, 7), removed: row.removed },
    }));
  }, 120_000);

  const value = (id: string) => Number(chapter.facts.get(id)?.value);
  const variant = (id: string, label: string) =>
    chapter.facts.get(id)?.variants.find((one) => one.label === label)?.value;
  const robotic = ({ task }: oracle.Raw) => task === "robotics";
  const own = () => models.filter(robotic);
  const others = () => models.filter((row) => row.task !== null && !robotic(row));
  const lerobot = ({ library }: oracle.Raw) => library === "lerobot";

  test("40 categories of datasets in March 2023, none of them robotics", () => {
    const counts = byTask(datasets);
    expect([counts.size, counts.has("robotics")]).toEqual([40, false]);
    expect([value("categories-listed"), value("robotics-listed")]).toEqual([40, 0]);
    expect(value("first-listed")).toBe(Math.max(...counts.values()));
    expect(value("text-generation-listed")).toBe(counts.get("text-generation"));
    expect(value("datasets-listed")).toBe(datasets.length);
    expect(value("uncategorised")).toBeCloseTo(datasets.filter(({ task }) => task === "None").length / 24_065, 12);
    const rows = chapter.figures.get("robotics-categories")?.rows ?? [];
    for (const { category, datasets: n } of rows)
      expect(n, String(category)).toBe(counts.get(String(category).replaceAll(" ", "-")) ?? 0);
  });

  test("models for robotics: how many, of which library, and what they weigh", () => {
    expect([value("models"), value("robotics-models")]).toEqual([models.length, own().length]);
    expect(value("robotics-share")).toBeCloseTo(oracle.part(models, robotic), 12);
    expect(value("lerobot")).toBeCloseTo(oracle.part(own(), lerobot), 12);
    const unnamed = oracle.part(own(), ({ library }) => library === null);
    expect(chapter.facts.get("lerobot")?.bounds?.upper).toBeCloseTo(value("lerobot") + unnamed, 12);
    expect(value("robotics-unused")).toBeCloseTo(
      oracle.part(own(), (row) => row.downloads === 0),
      12,
    );
    expect(value("robotics-downloads")).toBeCloseTo(oracle.downloads(own()) / oracle.downloads(models), 12);
    const top = Math.max(...own().map((row) => row.downloads));
    expect(variant("robotics-downloads", "without the most downloaded model for robotics")).toBeCloseTo(
      (oracle.downloads(own()) - top) / (oracle.downloads(models) - top),
      12,
    );
  });

  test("datasets that models name, of their own namespace and of any", () => {
    const any = (row: oracle.Raw) => oracle.datasetsOf(row).length > 0;
    expect(value("robotics-own")).toBeCloseTo(oracle.part(own(), oracle.namesOwn), 12);
    expect(value("others-own")).toBeCloseTo(oracle.part(others(), oracle.namesOwn), 12);
    expect(value("robotics-naming")).toBeCloseTo(oracle.part(own(), any), 12);
    expect(value("others-naming")).toBeCloseTo(oracle.part(others(), any), 12);
    expect(value("lerobot-own")).toBeCloseTo(oracle.part(own().filter(lerobot), oracle.namesOwn), 12);
    const elsewhere = own().filter((row) => !lerobot(row));
    expect(value("elsewhere-own")).toBeCloseTo(oracle.part(elsewhere, oracle.namesOwn), 12);
    expect(value("lerobot-own")).toBeGreaterThan(10 * value("elsewhere-own"));
  });

  test("every other way to count", () => {
    const tagged = ({ tags }: oracle.Raw) => tags.includes("robotics");
    const newest = models.filter(({ month }) => month === "2026-08");
    const there = models.filter(({ removed }) => !removed);
    const expected = {
      "by the tag robotics instead of the task": oracle.part(models.filter(tagged), oracle.namesOwn),
      "models of the newest month alone": oracle.part(newest.filter(robotic), oracle.namesOwn),
      "removed models left out": oracle.part(there.filter(robotic), oracle.namesOwn),
      "models that name a task alone": oracle.part(own(), oracle.namesOwn),
    };
    for (const [label, share] of Object.entries(expected))
      expect(variant("robotics-own", label), label).toBeCloseTo(share, 12);
    expect(variant("robotics-share", "models of the newest month alone")).toBeCloseTo(oracle.part(newest, robotic), 12);
    expect(chapter.facts.get("robotics-own")?.variants.length).toBe(4);
  });

  test("namespaces: how many, the median and the ten with the most, and the registered ones", async () => {
    const counts = oracle.byNamespace(own());
    expect(value("namespaces")).toBe(counts.length);
    expect(value("models-each")).toBe(counts.toReversed()[Math.ceil(counts.length / 2) - 1]);
    const ten = counts.slice(0, 10).reduce((sum, n) => sum + n, 0);
    expect(value("top-share")).toBeCloseTo(ten / own().length, 12);
    const { owners } = await readReference("data/reference");
    const known = new Set(owners.map(({ owner }) => owner.toLowerCase()));
    const registered = oracle.part(own(), ({ id }) => known.has((id.split("/")[0] ?? "").toLowerCase()));
    expect(value("registered-share")).toBeCloseTo(registered, 12);
  });

  test("no model that evaluations name is for robotics", async () => {
    const rows = (await only("hub-stats-sample")) as unknown as RawModel[];
    expect(rows.filter((row) => row.pipeline_tag === "robotics")).toEqual([]);
    expect([value("evaluated-models"), value("evaluated-robotics")]).toEqual([rows.length, 0]);
  });

  test("each task of the figure, by its models and downloads", () => {
    for (const { task, models: share, downloads } of chapter.figures.get("robotics-weight")?.rows ?? []) {
      const those = models.filter((row) => row.task?.replaceAll("-", " ") === task);
      expect(share, String(task)).toBeCloseTo(those.length / models.length, 12);
      expect(downloads, String(task)).toBeCloseTo(oracle.downloads(those) / oracle.downloads(models), 12);
    }
  });
});

import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import * as oracle from "#test/oracles/builders.ts";
import { licenceOf, ownerOf, type RawModel } from "#test/oracles/hub.ts";
import { type RawRadar, radarBases, radarLicence } from "#test/oracles/radar.ts";
import { builders } from "#test/support/builders.ts";
import { families, familyRow, rawLists } from "#test/support/families.ts";

describeReal("plain loops over the raw rows give the table of families", () => {
  let chapter: Chapter;
  let documents: RawRadar[];
  let sample: RawModel[];
  beforeAll(async () => {
    chapter = await builders({});
    ({ documents, sample } = await rawLists());
  }, 120_000);

  const rowOf = (family: string) => familyRow(chapter, family);

  test("every registered family has a row, most built on first", () => {
    const rows = chapter.figures.get("base-families")?.rows ?? [];
    expect(rows.map(({ family }) => family).sort()).toEqual(families.map(({ family }) => family).sort());
    const built = rows.map(({ derivatives }) => Number(derivatives));
    expect(built).toEqual(built.toSorted((a, b) => b - a));
  });

  test("models that others build on each family, their downloads and their gguf files", () => {
    const models = documents.map((row) => ({
      ...{ id: row.id, bases: radarBases(row), downloads: row.downloads_30d, tags: row.tags },
    }));
    let all = 0;
    for (const family of families) {
      const built = oracle.builtOn(family, models);
      all += built.length;
      let downloads = 0;
      for (const model of built) downloads += model.downloads;
      expect(rowOf(family.family), family.family).toMatchObject({
        derivatives: built.length,
        derivatives_downloads: downloads,
        derivatives_gguf: built.filter(({ tags }) => tags.includes("gguf")).length,
      });
    }
    expect(chapter.facts.get("derivatives")?.value).toBe(all);
    expect(Number(chapter.facts.get("first-share")?.value)).toBeCloseTo(Number(rowOf("Qwen")?.derivatives) / all, 12);
  });

  test("own models of both lists, each once, and the licence that the most of them state", () => {
    for (const family of families) {
      const own = new Map<string, string | null>();
      for (const row of sample)
        if (ownerOf(row.id) !== "(none)" && oracle.isOf(family, row.id))
          own.set(row.id.toLowerCase(), licenceOf(row).licence);
      for (const row of documents) if (oracle.isOf(family, row.id)) own.set(row.id.toLowerCase(), radarLicence(row));
      expect(rowOf(family.family)?.models ?? 0, family.family).toBe(own.size);
      const counts = new Map<string, number>();
      for (const licence of own.values())
        if (licence !== "other") counts.set(String(licence), (counts.get(String(licence)) ?? 0) + 1);
      const [first] = [...counts].sort(([, a], [, b]) => b - a);
      const shown = rowOf(family.family)?.licence;
      if (["Qwen", "Gemma", "Phi", "SmolLM", "MiniCPM", "gpt-oss"].includes(family.family))
        expect(shown).toBe(first?.[0]);
    }
  });

  test("sizes of the families that only the recent list has, and of gguf or safetensors", () => {
    for (const family of families) {
      const own = documents.filter((row) => oracle.isOf(family, row.id));
      const inSample = sample.some((row) => oracle.isOf(family, row.id));
      if (own.length === 0 || inSample) continue;
      const sizes = own.flatMap(({ parameters }) => (parameters !== null && parameters > 0 ? [parameters] : []));
      expect(rowOf(family.family), family.family).toMatchObject({
        parameters_least: sizes.length === 0 ? null : Math.min(...sizes),
        parameters_median: oracle.lowerMedian(sizes),
        parameters_most: sizes.length === 0 ? null : Math.max(...sizes),
      });
    }
  });

  test("momentum from the raw crawls of March and September 2025", async () => {
    const files = await realFiles("osir-lmts");
    const sums = (day: string) => {
      const [path] = [...files]
        .filter(([name]) => name.includes(`/${day}/HuggingFace/raw-models-info`))
        .map(([, local]) => local);
      const found = new Map<string, number>();
      for (const line of readFileSync(path ?? "", "utf8")
        .trim()
        .split("\n")) {
        const row = JSON.parse(line);
        for (const family of families)
          if (oracle.isOf(family, `${row.repo}/${row.model_name}`))
            found.set(family.family, (found.get(family.family) ?? 0) + Math.max(0, row.downloads_last_month));
      }
      return found;
    };
    const [first, last] = [sums("2025-03-07"), sums("2025-09-07")];
    expect(first.size).toBeGreaterThan(8);
    for (const { family } of families) {
      const [from = 0, to = 0] = [first.get(family), last.get(family)];
      const shown = rowOf(family)?.momentum;
      if (from < 10_000 || to === 0) expect(shown, family).toBeNull();
      else expect(shown, family).toBeCloseTo(to / from, 9);
    }
  });
});

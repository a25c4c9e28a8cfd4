import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { readReference } from "#loaders/reference.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { scratch } from "#test/fixtures/source.ts";
import type { RawModel } from "#test/oracles/hub.ts";
import { rootsOf, spaceOf } from "#test/oracles/lineage.ts";
import { committed, evaluated, standing } from "#test/support/derivatives.ts";
import { evidenceOf } from "#test/support/hub.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
const lists = standing(["hub", "textgen-lineage", "radar", "hub-stats-sample"]);
const alone = standing(["hub"]);

describe("the chapter on a generated Hub of two snapshots", () => {
  let chapter: Chapter;
  let without: Chapter;
  let bases: Map<string, string[]>;
  let day: string;

  beforeAll(async () => {
    const dir = join(await scratch(), "hub");
    const hub = await generateHub({ models: 4_000, months: 2, seed: 31, owners }, dir);
    day = hub.days.at(-1) ?? "";
    const files = await generatedHub(dir);
    const on = Object.values(lists.tables).filter(({ sources }) => sources.includes("hub"));
    expect(on.map(({ name }) => name).sort()).toEqual(["builders", "edges", "lineage"]);
    const tables = Object.fromEntries(await evidenceOf(hubLoads(files), on, reference));
    chapter = evaluated(lists, { ...committed(), ...tables }, reference);
    without = evaluated(alone, tables, reference);
    const file = files.record.files.find(({ path }) => path.includes(day) && path.endsWith("models.parquet"));
    const raw = (await rawParquet(files.local(file?.path ?? ""))) as unknown as RawModel[];
    bases = new Map();
    for (const { id, baseModels } of raw) {
      const named = new Set((baseModels?.models ?? []).flatMap((one) => one.id?.toLowerCase() ?? []));
      named.delete(id.toLowerCase());
      if (named.size > 0) bases.set(id.toLowerCase(), [...named]);
    }
  }, 120_000);

  test("nothing is wrong with it, with the other lists and without, and its words are those of the Hub", () => {
    for (const one of [chapter, without]) {
      expect(one.problems.map(({ message }) => message)).toEqual([]);
      expect([...one.figures.values()].flatMap((told) => drawFaults(told, "derivatives", {}))).toEqual([]);
      const words = [...one.figures.values()].filter(({ id }) => id !== "qwen-elsewhere");
      expect(words.map(({ subtitle, title }) => title + subtitle).join(" ")).not.toMatch(/text-generation/);
      expect(one.standfirst).not.toMatch(/text-generation/);
      expect(one.facts.get("derived")?.basis).toMatchObject({ complete: true, asOf: day });
    }
  });

  test("counts the newest snapshot alone, one step back and at the root, as plain loops do", () => {
    expect(bases.size).toBeGreaterThan(200);
    expect(chapter.facts.get("derived")?.value).toBe(bases.size);
    const company = new Map(reference.owners.map((row) => [row.owner.toLowerCase(), row.parent ?? row.owner]));
    for (const [id, name] of Object.entries({ alibaba: "Alibaba", meta: "Meta", google: "Google" })) {
      const holds = (end: string): boolean => company.get(spaceOf(end)) === name;
      let [base, root] = [0, 0];
      for (const [model, from] of bases) {
        base += Number(from.some(holds));
        root += Number([...rootsOf(model, bases)].some(holds));
      }
      expect([id, chapter.facts.get(`${id}-base`)?.value]).toEqual([id, base]);
      expect([id, chapter.facts.get(`${id}-root`)?.value]).toEqual([id, root]);
    }
    const cyclic = [...bases.keys()].filter((model) => rootsOf(model, bases).size === 0);
    expect(chapter.facts.get("rootless")?.value).toBe(cyclic.length);
  });

  test("does without the other lists where an edition does not pin them", () => {
    expect(chapter.facts.has("radar-ratio-base")).toBe(true);
    expect([...without.facts.keys()].filter((id) => /^(radar|evaluated)-/.test(id))).toEqual([]);
  });
});

import { beforeAll, expect, test } from "vitest";
import { loadSources, selectSources } from "#loaders/engine/canonical.ts";
import lineage from "#loaders/textgen-lineage.ts";
import { objects, withEngine } from "#test/fixtures/query.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { basesOf, type RawEdge, rawEdges } from "#test/oracles/lineage.ts";

describeReal("the real lineage of text-generation models", () => {
  let raw: RawEdge[];
  let bases: Record<string, unknown>[];
  let models: Record<string, unknown>[];

  beforeAll(async () => {
    const files = await realSource("textgen-lineage");
    raw = rawEdges(files.local("network_data/edges.csv"));
    const loads = lineage.map((loader) => ({ loader, files }));
    await withEngine(async (engine) => {
      await loadSources(engine, loads);
      await selectSources(engine, loads, ["textgen-lineage"]);
      bases = await objects(engine, "FROM bases");
      models = await objects(engine, "FROM models");
    });
  }, 120_000);

  const loops = () => raw.filter(({ source, target }) => source === target);

  test("30,383 edges between 29,973 models; 42 lead to the model itself and are no bases", () => {
    expect(raw).toHaveLength(30_383);
    expect(new Set(raw.flatMap(({ source, target }) => [source, target])).size).toBe(29_973);
    expect(models).toHaveLength(29_973);
    expect(loops()).toHaveLength(42);
    expect(bases).toHaveLength(30_383 - 42);
    const own = models.filter(({ own_base }) => own_base).map(({ repo }) => repo);
    expect(new Set(own)).toEqual(new Set(loops().map(({ source }) => source)));
  });

  test("30 models are there by an edge to themselves alone", () => {
    const others = raw.filter(({ source, target }) => source !== target);
    const placed = new Set(others.flatMap(({ source, target }) => [source, target]));
    const lone = models.filter(({ repo }) => !placed.has(String(repo)));
    expect(lone).toHaveLength(30);
    const keys = new Set(bases.flatMap(({ repo_key, base_key }) => [repo_key, base_key]));
    expect(models.filter(({ repo_key }) => !keys.has(repo_key))).toEqual(lone);
  });

  test("one pair of ids differs by case: 29,972 keys, and one lineage", () => {
    expect(new Set(models.map(({ repo_key }) => repo_key)).size).toBe(29_972);
    const spelt = Map.groupBy(models, ({ repo_key }) => repo_key);
    const [pair = []] = [...spelt.values()].filter((rows) => rows.length > 1);
    const [key] = pair.map(({ repo_key }) => repo_key);
    expect(pair).toHaveLength(2);
    expect(bases.filter(({ repo_key }) => repo_key === key)).toHaveLength(1);
    expect(bases.filter(({ base_key }) => base_key === key)).toHaveLength(1);
  });

  test("1,062 models have several bases, up to 65, six of them called finetuned and the others merged", () => {
    const several = [...basesOf(raw)].filter(([, of]) => of.length > 1);
    expect(several).toHaveLength(1062);
    expect(Math.max(...several.map(([, of]) => of.length))).toBe(65);
    const loaded = [...Map.groupBy(bases, ({ repo_key }) => repo_key).values()].filter((rows) => rows.length > 1);
    expect(loaded).toHaveLength(1062);
    expect(Math.max(...loaded.map((rows) => rows.length))).toBe(65);
    const words = loaded.map((rows) => [...new Set(rows.map(({ relation }) => relation))].join(" "));
    expect(words.filter((word) => word === "merge")).toHaveLength(1056);
    expect(words.filter((word) => word === "finetune")).toHaveLength(6);
  });

  test("relations are those of the file, edge by edge", () => {
    const said = new Map(bases.map(({ repo_key, base_key, relation }) => [`${base_key} ${repo_key}`, relation]));
    const hub = new Map(Object.entries({ finetuned: "finetune", merged: "merge" }));
    const wrong = raw.filter(({ source, target, edge }) => {
      const relation = said.get(`${source} ${target}`.toLowerCase());
      return relation !== (source === target ? undefined : (hub.get(edge) ?? edge));
    });
    expect(wrong).toEqual([]);
  });
});

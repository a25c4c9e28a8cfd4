import { beforeAll, describe, expect, test } from "vitest";
import size from "#analyses/size/analysis.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { mean, medianWith, type Pair, part, quantile, trimmed } from "#test/oracles/size.ts";
import { type Generated, generatedOnce, reference, truthHubs } from "#test/support/generated-hub.ts";
import { evidenceOf } from "#test/support/hub.ts";
import {
  factFaults,
  type HubChapter,
  hubChapter,
  linesOf,
  onHubOf,
  trueRows,
  unnoticedSwaps,
} from "#test/support/hub-chapters.ts";
import { radarOf } from "#test/support/radar-list.ts";
import { byWeight, models, pairs, sized, total, weights, withStated } from "#test/support/size-truth.ts";
import { curatedIds, generatedList } from "#test/support/sovereignty-hub.ts";
import type { Row } from "#test/support/truth-rows.ts";

/** What HF//RADAR says of every curated model, and what the curators do: parameters, of which few are active. */
const [recent, active] = [7e9, 1000];
const onHub = Object.values(onHubOf(size, ["hub"]).tables).filter(({ sources }) => sources.join() === "hub");

describe.each(truthHubs)("size on a generated Hub %s", (_, options) => {
  let generated: Generated;
  let of: HubChapter;
  let alone: HubChapter;
  let rows: Row[];
  beforeAll(async () => {
    generated = await generatedOnce(options);
    const { dir, hub } = generated;
    const day = hub.days.at(-1) ?? "";
    const followed = await radarOf(curatedIds(dir), day, recent);
    const list = await generatedList(dir, day, { total: 2, active: active / 1e9 });
    of = await hubChapter(size, dir, { loads: [...followed, list] });
    const found = await evidenceOf(hubLoads(await generatedHub(dir)), onHub, reference);
    alone = { ...of, rows: Object.fromEntries(found) };
    rows = withStated(trueRows(of, "model-sizes-by-list"), active);
  }, 120_000);

  test.each(onHub)("$name of the Hub alone is what the generator counted", (schema) => {
    const lines = linesOf(alone, schema);
    expect(lines.truth.length).toBeGreaterThan(50);
    expect(lines.found).toEqual(lines.truth);
    expect(unnoticedSwaps(alone, schema)).toEqual([]);
  });

  test("sizes of curated models stand beside the other source's", () => {
    const rows = trueRows(of, "curated-exact-sizes").filter(({ parameters }) => parameters !== null);
    const expected = rows.map((row) => ({ ...row, recent_parameters: recent }));
    expect(expected.length).toBeGreaterThan(10);
    const bySize = (all: readonly Readonly<Record<string, unknown>>[]) =>
      all.toSorted((a, b) => Number(a.parameters) - Number(b.parameters));
    expect(bySize(of.rows["both-sizes"] ?? [])).toEqual(bySize(expected));
  });

  test("active parameters that curators state are those of the models that the generator put on their list", () => {
    const key = ["parameters", "parameters_from", "active", "mixture", "downloaded"];
    const counted = (all: readonly Row[]) =>
      [...Map.groupBy(all, (row) => JSON.stringify(key.map((column) => row[column])))]
        .map(([cells, own]) => [cells, models(own), total(own, weights.downloads), total(own, weights.lifetime)])
        .sort();
    expect(rows.filter((row) => row.active === active).length).toBeGreaterThan(10);
    expect(counted(of.rows["model-sizes"] ?? [])).toEqual(counted(rows));
  });

  test("averages and their bounds follow from the generator's sizes", () => {
    const expected = byWeight((weight) => {
      const known = pairs(rows, weight);
      const [average, median] = [mean(known), quantile(known, 0.5)];
      const beyond = part(known, (parameters) => parameters >= average);
      const mass = total(sized(rows), (row) => weight(row) * Number(row.parameters));
      const giants = pairs(rows, weight).filter(([parameters]) => parameters > 100e9);
      return {
        ...{ "mean-*": average, "median-*": median, "mean-to-median-*": average / median, "beyond-mean-*": beyond },
        "mean-*-least": mass / total(rows, weight),
        "giants-in-mean-*": giants.reduce((sum, [parameters, many]) => sum + parameters * many, 0) / mass,
      };
    });
    expect(factFaults(of, expected)).toEqual([]);
    for (const [name, weight] of Object.entries(weights)) {
      const [known, missing] = [pairs(rows, weight), total(rows, weight) - total(sized(rows), weight)];
      const bounds = { lower: medianWith(known, missing, 1e5), upper: medianWith(known, missing, 1e13) };
      expect(of.chapter.facts.get(`median-${name}`)?.bounds).toEqual(bounds);
    }
  });

  test("coverage, classes and active parameters do too", () => {
    const used = rows.filter((row) => row.downloaded === true);
    const counts = { models: models(rows), "models-sized": models(sized(rows)), "models-used": models(used) };
    const expected = byWeight((weight) => {
      const known = pairs(rows, weight);
      const acting = pairs(rows, weight, (row) => row.active ?? row.parameters);
      const share = (own: readonly Row[]) => total(own, weight) / total(rows, weight);
      return {
        "known-*": share(sized(rows)),
        "under-1b-*": part(known, (parameters) => parameters < 1e9),
        "1b-to-10b-*": part(known, (parameters) => parameters >= 1e9 && parameters < 1e10),
        "10b-to-70b-*": part(known, (parameters) => parameters >= 1e10 && parameters <= 7e10),
        "above-70b-*": part(known, (parameters) => parameters > 7e10),
        "above-100b-*": part(known, (parameters) => parameters > 1e11),
        ...{ "active-mean-*": mean(acting), "active-median-*": quantile(acting, 0.5) },
        "mixture-*": share(rows.filter((row) => row.mixture === true)),
        "active-known-*": share(rows.filter((row) => row.active !== null)),
      };
    });
    const files = pairs(
      rows.filter((row) => ["gguf", "safetensors"].includes(String(row.parameters_from))),
      weights.lifetime,
    );
    const declared = { "declared-under-1b-lifetime": part(files, (parameters) => parameters < 1e9) };
    expect(factFaults(of, { ...counts, ...expected, ...declared })).toEqual([]);
  });

  test("robust averages do too", () => {
    const used = rows.filter((row) => row.downloaded === true);
    const known = sized(used).flatMap((row) => new Array<number>(Number(row.models)).fill(Number(row.parameters)));
    const logarithms = known.map((parameters): Pair => [Math.log(parameters), 1]);
    const expected = {
      "models-used-sized": known.length,
      "trimmed-all": trimmed(known, 0.01),
      "geometric-all": Math.exp(mean(logarithms)),
      "median-all": quantile(pairs(used, weights.models), 0.5),
    };
    expect(factFaults(of, expected)).toEqual([]);
  });

  test("large models of publishers, and what the other source says, do too", () => {
    const owners = trueRows(of, "owner-sizes");
    const large = ["NVIDIA", "Meta"].flatMap((parent) => {
      const group = new Set(reference.owners.filter((row) => row.parent === parent).map(({ owner }) => owner));
      const own = owners.filter((row) => group.has(String(row.owner)) && row.size !== "unknown");
      const downloads = (all: readonly Row[]) => total(all, (row) => Number(row.downloads_30d));
      const above = own.filter((row) => row.size === "above 70B");
      return downloads(own) === 0
        ? []
        : [[`large-of-${parent.toLowerCase()}`, downloads(above) / downloads(own)] as const];
    });
    expect(large.length).toBeGreaterThan(0);
    const both = sized(trueRows(of, "curated-exact-sizes"));
    const differ = both.filter((row) => Math.abs(Math.log(recent / Number(row.parameters))) > 0.05);
    const expected = {
      ...Object.fromEntries(large),
      ...{ "both-models": models(both), "both-differ": models(differ) },
    };
    expect(factFaults(of, expected)).toEqual([]);
  });

  test("the chapter stands on the complete Hub, its headlines are told, and nothing is wrong with it", () => {
    const { chapter } = of;
    const told = ["median-downloads", "giants-in-mean-downloads", "known-downloads"];
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
    expect(chapter.headlines.map(({ id }) => id)).toEqual(told);
    expect(chapter.findings.basis).toMatchObject({ complete: true, sources: ["hub", "tracked-models"] });
    expect(chapter.findings.basis.asOf).toBe(generated.hub.days.at(-1));
  });
});

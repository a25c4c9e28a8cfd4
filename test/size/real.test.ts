import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { describeReal, realFiles, realSource } from "#test/fixtures/real.ts";
import type { RawModel } from "#test/oracles/hub.ts";
import { rawRadar } from "#test/oracles/radar.ts";
import * as oracle from "#test/oracles/size.ts";
import { csv } from "#test/oracles/sovereignty-shares.ts";
import { rawParquet } from "#test/support/raw-rows.ts";
import { size } from "#test/support/size.ts";

const byHand = new Map([["TheDrummer/Cydonia-24B-v4.3", { parameters: 24e9, from: "correction" }]]);
const weights = {
  models: ({ downloads }: oracle.Asked) => (downloads > 0 ? 1 : 0),
  downloads: ({ downloads }: oracle.Asked) => downloads,
  lifetime: ({ lifetime }: oracle.Asked) => lifetime,
} as const;
const bands: Readonly<Record<string, (parameters: number) => boolean>> = {
  "under-1b": (parameters) => parameters < 1e9,
  "1b-to-10b": (parameters) => parameters >= 1e9 && parameters < 10e9,
  "10b-to-70b": (parameters) => parameters >= 10e9 && parameters <= 70e9,
  "above-70b": (parameters) => parameters > 70e9,
  "1b-to-9b": (parameters) => parameters >= 1e9 && parameters <= 9e9,
  "above-100b": (parameters) => parameters > 100e9,
};
const counts = [
  ["", "models"],
  ["", "downloads"],
  ["", "lifetime"],
  ["recent-", "models"],
  ["recent-", "downloads"],
] as const;

describeReal("plain loops over the raw rows give what the chapter says", () => {
  let chapter: Chapter;
  const asked: Record<string, oracle.Asked[]> = {};
  let curated: string[][];
  const registry = new Map<string, string>();

  beforeAll(async () => {
    const [sample = ""] = (await realFiles("hub-stats-sample")).values();
    const [archive] = (await realSource("radar")).record.archives;
    if (archive === undefined) throw new Error("the record of radar has no archive");
    asked[""] = oracle.askedOfHub((await rawParquet(sample)) as unknown as RawModel[], byHand);
    asked["recent-"] = oracle.askedOfRadar(rawRadar(cachedPath(pathsAt().cache, archive)));
    const files = await realFiles("tracked-models");
    const listed = new Set(
      ["models.csv", "extra_models.csv"].flatMap((path) =>
        csv(readFileSync(files.get(path) ?? "", "utf8")).map((line) => line[2]),
      ),
    );
    const [, ...lines] = csv(readFileSync(files.get("metadata/model_parameters.csv") ?? "", "utf8"));
    curated = lines.filter(([id]) => listed.has(id ?? ""));
    const [header = [], ...owners] = csv(readFileSync("data/reference/owners.csv", "utf8"));
    for (const line of owners)
      registry.set((line[header.indexOf("owner")] ?? "").toLowerCase(), line[header.indexOf("parent")] ?? "");
    chapter = await size();
  }, 240_000);

  const rowsOf = (prefix: string): oracle.Asked[] => asked[prefix] ?? [];
  const fact = (id: string) => chapter.facts.get(id);
  const value = (id: string): number => Number(fact(id)?.value);
  const near = (found: number | undefined, expected: number, id = "") =>
    expect(Math.abs((found ?? Number.NaN) / expected - 1), id).toBeLessThan(1e-9);

  test("4,167 evaluated models; 15,904 recent ones, 7,862 with a size", () => {
    expect([value("models"), value("recent-models")]).toEqual([4167, 15_904]);
    expect([value("models-sized"), value("recent-models-sized")]).toEqual([4072, 7862]);
    expect(rowsOf("recent-").filter(({ parameters }) => parameters !== null).length).toBe(7862);
    expect([value("models-used"), value("recent-models-used")]).toEqual([4028, 9984]);
  });

  describe.each(counts)('population "%s" by %s', (prefix, weight) => {
    const both = () => oracle.split(rowsOf(prefix), weights[weight]);

    test("mean, median and what is missing", () => {
      const { known, missing } = both();
      const whole = known.reduce((sum, [, one]) => sum + one, 0);
      near(value(`${prefix}mean-${weight}`), oracle.mean(known));
      near(value(`${prefix}median-${weight}`), oracle.quantile(known, 0.5));
      near(value(`${prefix}mean-to-median-${weight}`), oracle.mean(known) / oracle.quantile(known, 0.5));
      near(value(`${prefix}known-${weight}`), whole / (whole + missing));
      near(value(`${prefix}mean-${weight}-least`), oracle.mean([...known, [0, missing]]));
      const bounds = fact(`${prefix}median-${weight}`)?.bounds;
      near(bounds?.lower, oracle.medianWith(known, missing, 1e-3));
      near(bounds?.upper, oracle.medianWith(known, missing, 1e20));
    });

    test("the mean's giants, and what is of at least its size", () => {
      const { known } = both();
      const mass = known.map(([parameters, one]): oracle.Pair => [parameters, one * parameters]);
      near(
        value(`${prefix}giants-in-mean-${weight}`),
        oracle.part(mass, (parameters) => parameters > 100e9),
      );
      const mean = oracle.mean(known);
      near(
        value(`${prefix}beyond-mean-${weight}`),
        oracle.part(known, (parameters) => parameters >= mean),
      );
    });

    test.each(Object.entries(bands))("%s", (id, holds) => {
      const { known, missing } = both();
      near(value(`${prefix}${id}-${weight}`), oracle.part(known, holds));
      const whole = known.reduce((sum, [, one]) => sum + one, 0) + missing;
      const own = known.reduce((sum, [parameters, one]) => sum + (holds(parameters) ? one : 0), 0);
      const bounds = fact(`${prefix}${id}-${weight}`)?.bounds;
      near(bounds?.lower, own / whole);
      near(bounds?.upper, (own + missing) / whole);
    });

    test("without sizes from names and bases, and without the size that is downloaded most", () => {
      const files = ["gguf", "safetensors", "stated"];
      const inFiles = rowsOf(prefix).map((row) =>
        files.includes(row.from ?? "") ? row : { ...row, parameters: null },
      );
      const other = (id: string, label: RegExp) => fact(id)?.variants.find((one) => label.test(one.label))?.value;
      const { known } = oracle.split(inFiles, weights[weight]);
      if (prefix === "") near(other(`mean-${weight}`, /names and bases/), oracle.mean(known));
      if (prefix === "") near(other(`median-${weight}`, /names and bases/), oracle.quantile(known, 0.5));
      if (weight === "models") return;
      const sums = new Map<number, number>();
      for (const [parameters, one] of both().known) sums.set(parameters, (sums.get(parameters) ?? 0) + one);
      const [[most] = [0]] = [...sums].sort((a, b) => b[1] - a[1]);
      const left = both().known.filter(([parameters]) => parameters !== most);
      near(other(`${prefix}mean-${weight}`, /most downloads/), oracle.mean(left));
      near(other(`${prefix}median-${weight}`, /most downloads/), oracle.quantile(left, 0.5));
    });
  });

  test("two jokes: means of 3.06 trillion and 33.4 billion, a median of 5.17 and 5.14 billion", () => {
    const used = rowsOf("recent-").filter(({ downloads, parameters }) => downloads > 0 && parameters !== null);
    const jokes = used.filter(({ parameters }) => (parameters ?? 0) > 1e13);
    expect(jokes.map(({ parameters }) => parameters).sort()).toEqual([1_202_590_842_880_000, 19_980_000_000_000_000]);
    expect([value("recent-excessive-models"), value("recent-excessive-downloads")]).toEqual([2, 53 + 158]);
    for (const [end, rows] of [
      ["all", used],
      ["believed", used.filter((row) => !jokes.includes(row))],
    ] as const) {
      const sizes = rows.map(({ parameters }) => parameters ?? 0);
      const once = (list: readonly number[]) => oracle.mean(list.map((one): oracle.Pair => [one, 1]));
      near(value(`recent-mean-${end}`), once(sizes));
      near(value(`recent-median-${end}`), [...sizes].sort((a, b) => a - b)[Math.ceil(sizes.length / 2) - 1] ?? 0);
      near(Math.log(value(`recent-geometric-${end}`)), once(sizes.map(Math.log)));
      near(value(`recent-trimmed-${end}`), oracle.trimmed(sizes, 0.01));
      const [least = 0, most = 0] = [0.01, 0.99].map((p) =>
        oracle.quantile(
          sizes.map((one) => [one, 1]),
          p,
        ),
      );
      near(value(`recent-winsorised-${end}`), once(sizes.map((one) => Math.min(most, Math.max(least, one)))));
    }
    expect([value("recent-mean-all") / 1e12, value("recent-mean-believed") / 1e9]).toEqual([
      ...[expect.closeTo(3.06, 2), expect.closeTo(33.4, 1)],
    ]);
  });

  test("shares and sums of the published figures", () => {
    const declared = rowsOf("").filter(({ from }) => ["gguf", "safetensors"].includes(from ?? ""));
    const { known } = oracle.split(declared, weights.lifetime);
    near(
      value("declared-under-1b-lifetime"),
      oracle.part(known, (one) => one < 1e9),
    );
    near(
      value("declared-above-100b-lifetime"),
      oracle.part(known, (one) => one > 100e9),
    );
    let sum = 0;
    for (const { parameters, lifetime } of rowsOf(""))
      if (parameters !== null && parameters >= 1e9 && parameters <= 9e9) sum += lifetime;
    expect(value("1b-to-9b-lifetime-sum")).toBe(sum);
  });

  test.each([
    ["moonshot", "Moonshot AI"],
    ["deepseek", "DeepSeek"],
    ["zai", "Zhipu"],
    ["nvidia", "NVIDIA"],
    ["meta", "Meta"],
  ])("large models of %s", (id, parent) => {
    for (const prefix of ["", "recent-"]) {
      const own = rowsOf(prefix).filter((row) => registry.get(row.id.split("/")[0]?.toLowerCase() ?? "") === parent);
      const { known, missing } = oracle.split(own, weights.downloads);
      const share = oracle.part(known, (one) => one > 70e9);
      const whole = known.reduce((sum, [, one]) => sum + one, 0);
      expect(value(`${prefix}large-of-${id}`)).toBeCloseTo(share, 12);
      const upper = fact(`${prefix}large-of-${id}`)?.bounds?.upper ?? share;
      expect(upper).toBeCloseTo((share * whole + missing) / (whole + missing), 12);
    }
  });

  test("37 models in both lists, one of which has two sizes, and the mean with the other list's", () => {
    const recent = new Map(rowsOf("recent-").map((row) => [row.id.toLowerCase(), row.parameters]));
    const replaced = rowsOf("").map((row) => {
      const other = recent.get(row.id.toLowerCase()) ?? null;
      return { ...row, own: row.parameters, parameters: row.parameters === null ? null : (other ?? row.parameters) };
    });
    const both = replaced.filter(({ id, own }) => own !== null && (recent.get(id.toLowerCase()) ?? null) !== null);
    const differ = both.filter(({ own, parameters }) => Math.abs((parameters ?? 0) / (own ?? 1) - 1) > 0.06);
    expect([both.length, differ.map(({ id }) => id)]).toEqual([37, ["deepseek-ai/DeepSeek-V4-Pro"]]);
    expect([value("both-models"), value("both-differ")]).toEqual([37, 1]);
    const { known } = oracle.split(replaced, weights.downloads);
    near(value("mean-downloads-both"), oracle.mean(known));
    expect(oracle.quantile(known, 0.5)).toBe(value("median-downloads"));
    expect(fact("mean-downloads")?.variants.map((one) => one.value)).toContain(value("mean-downloads-both"));
  });

  test("active parameters: from names, and from 93 curated mixtures", () => {
    const told = new Map(
      curated.map(([id = "", total, active]) => [id.toLowerCase(), [Number(total), Number(active || total)]]),
    );
    const mixtures = [...told.values()].filter(([total = 0, active = 0]) => active < total);
    expect([value("curated-sized"), value("curated-mixtures")]).toEqual([295, mixtures.length]);
    const parts = mixtures.map(([total = 1, active = 0]): oracle.Pair => [active / total, 1]);
    near(value("curated-active-part"), oracle.quantile(parts, 0.5));
    near(
      value("curated-total"),
      oracle.quantile(
        mixtures.map(([total = 0]) => [total * 1e9, 1]),
        0.5,
      ),
    );
    near(
      value("curated-active"),
      oracle.quantile(
        mixtures.map(([, active = 0]) => [active * 1e9, 1]),
        0.5,
      ),
    );
    for (const [prefix, weight] of counts) {
      const [total, active] = [1, 1].map(() => [] as oracle.Pair[]) as [oracle.Pair[], oracle.Pair[]];
      for (const row of rowsOf(prefix)) {
        const [all = 0, some = 0] = told.get(row.id.toLowerCase()) ?? [];
        const stated = some < all ? some * 1e9 : oracle.activeInName(row.id);
        if (row.parameters === null) continue;
        const fewer = stated !== null && stated < row.parameters;
        active.push([fewer ? stated : row.parameters, weights[weight](row)]);
        total.push([fewer ? 1 : 0, weights[weight](row)]);
      }
      near(value(`${prefix}active-mean-${weight}`), oracle.mean(active), prefix + weight);
      near(value(`${prefix}active-median-${weight}`), oracle.quantile(active, 0.5), prefix + weight);
      const { missing } = oracle.split(rowsOf(prefix), weights[weight]);
      near(value(`${prefix}active-known-${weight}`), oracle.mean([...total, [0, missing]]), prefix + weight);
    }
  });
});

import { beforeAll, expect, test } from "vitest";
import { describeReal } from "#test/fixtures/real.ts";
import {
  bothOf,
  firstDigitOf,
  firstOf,
  type Noticed,
  pairCorrelationOf,
  rankCorrelationOf,
} from "#test/oracles/attention.ts";
import {
  discussions,
  downloads,
  lastCrawl,
  likes,
  type RealAttention,
  reading,
  realAttention,
} from "#test/support/attention-real.ts";

const depths = [10, 25, 50, 100];

describeReal("plain loops over the raw rows give how little likes and downloads overlap", () => {
  let real: RealAttention;
  let said: ReturnType<typeof reading>;

  beforeAll(async () => {
    real = await realAttention();
    said = reading(real);
  }, 120_000);

  test.each(depths)("models among the first %d by likes and by downloads, in every population", (k) => {
    for (const [prefix, models] of said.populations()) {
      expect([prefix, said.value(`${prefix}shared-${k}`)]).toEqual([prefix, bothOf(models, likes, downloads, k)]);
      expect(said.value(`${prefix}shared-${k}-part`)).toBeCloseTo(bothOf(models, likes, downloads, k) / k, 12);
      expect(said.value(`${prefix}chance-${k}`)).toBeCloseTo(k / models.length, 12);
      expect(said.value(`${prefix}models`)).toBe(models.length);
    }
    expect(said.value(`likes-discussions-${k}`)).toBe(bothOf(said.on(lastCrawl), likes, discussions, k));
    expect(said.value(`downloads-discussions-${k}`)).toBe(bothOf(said.on(lastCrawl), downloads, discussions, k));
  });

  test.each(depths)("the first %d otherwise: without the first of a list, on the panel, on other days", (k) => {
    for (const [prefix, models] of said.populations()) {
      const without = (of: (model: Noticed) => number) => {
        const [gone] = firstOf(models, of, 1);
        return bothOf(
          models.filter(({ id }) => id !== gone?.id),
          likes,
          downloads,
          k,
        );
      };
      expect(said.other(`${prefix}shared-${k}`, "most downloaded model left out")).toBe(without(downloads));
      expect(said.other(`${prefix}shared-${k}`, "most liked model left out")).toBe(without(likes));
    }
    const inPanel = said.on(lastCrawl).filter(({ id }) => real.panel.has(id.split("/")[0] ?? ""));
    expect(said.other(`shared-${k}`, "fixed panel of namespaces")).toBe(bothOf(inPanel, likes, downloads, k));
    expect(said.other(`shared-${k}`, "listing of Nov 2024")).toBe(bothOf(said.on("2024-11-14"), likes, downloads, k));
    expect(said.other(`shared-${k}`, "listing of Mar 2025")).toBe(bothOf(said.on("2025-03-07"), likes, downloads, k));
    const ever = real.evaluated.map((model) => ({ ...model, downloads: model.lifetime }));
    expect(said.other(`sample-shared-${k}`, "downloads since creation")).toBe(bothOf(ever, likes, downloads, k));
  });

  test("rank correlations: of first digits exactly, of the counts themselves nearly", () => {
    for (const [prefix, models] of said.populations()) {
      const [x, y] = [models.map(likes), models.map(downloads)];
      const spearman = rankCorrelationOf(x.map(firstDigitOf), y.map(firstDigitOf));
      expect(said.value(`${prefix}spearman`)).toBeCloseTo(spearman, 9);
      expect(Math.abs(said.value(`${prefix}spearman`) - rankCorrelationOf(x, y))).toBeLessThan(0.004);
      const top = (of: (model: Noticed) => number) => firstOf(models, of, 100);
      const within = (own: readonly Noticed[]) => rankCorrelationOf(own.map(likes), own.map(downloads));
      expect(said.value(`${prefix}spearman-liked`)).toBeCloseTo(within(top(likes)), 9);
      expect(said.value(`${prefix}spearman-downloaded`)).toBeCloseTo(within(top(downloads)), 9);
    }
    const both = said.on(lastCrawl).filter((model) => model.likes > 0 && model.downloads > 0);
    const [x, y] = [both.map(likes).map(firstDigitOf), both.map(downloads).map(firstDigitOf)];
    expect(said.other("spearman", "models with a like and a download alone")).toBeCloseTo(rankCorrelationOf(x, y), 9);
    const before = said.on("2025-08-07");
    const pairs = [before.map(likes).map(firstDigitOf), before.map(downloads).map(firstDigitOf)] as const;
    expect(said.other("spearman", "listing before")).toBeCloseTo(rankCorrelationOf(...pairs), 9);
    const talk = [
      said.on(lastCrawl).map(likes).map(firstDigitOf),
      said.on(lastCrawl).map(discussions).map(firstDigitOf),
    ] as const;
    expect(said.value("likes-discussions-spearman")).toBeCloseTo(rankCorrelationOf(...talk), 9);
    const used = [
      said.on(lastCrawl).map(downloads).map(firstDigitOf),
      said.on(lastCrawl).map(discussions).map(firstDigitOf),
    ] as const;
    expect(said.value("downloads-discussions-spearman")).toBeCloseTo(rankCorrelationOf(...used), 9);
  });

  test("tau-b by comparing every pair", () => {
    const [x, y] = [real.evaluated.map(likes), real.evaluated.map(downloads)];
    expect(said.value("sample-kendall")).toBeCloseTo(pairCorrelationOf(x.map(firstDigitOf), y.map(firstDigitOf)), 9);
    expect(Math.abs(said.value("sample-kendall") - pairCorrelationOf(x, y))).toBeLessThan(0.01);
  });
});

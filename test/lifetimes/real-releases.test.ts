import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import { lasting, medianInterval, medianLife } from "#test/oracles/lifetimes-peaks.ts";
import {
  type Crawled,
  crawledOf,
  discussionsByAge,
  gapsOf,
  keptParts,
  livesAfterRelease,
  releasedOf,
} from "#test/oracles/lifetimes-releases.ts";
import { rawLines } from "#test/oracles/osir-lmts.ts";
import { lifetimes } from "#test/support/lifetimes.ts";

describeReal("plain loops over the crawls give what the chapter says of releases", () => {
  let crawled: Crawled;
  let chapter: Chapter;

  beforeAll(async () => {
    crawled = crawledOf(rawLines(await realFiles("osir-lmts")));
    chapter = await lifetimes();
  }, 120_000);

  const value = (id: string) => Number(chapter.facts.get(id)?.value);

  test("760 followed releases, their median and its interval, and what lasts", () => {
    const [lives, tenths] = [livesAfterRelease(crawled), livesAfterRelease(crawled, 0.1)];
    expect([lives.length, value("release-models")]).toEqual([760, 760]);
    expect(value("release-fell")).toBe(lives.filter(({ event }) => event).length);
    expect(value("release-authors")).toBe(new Set(lives.map(({ author }) => author)).size);
    expect(value("release-half")).toBe(medianLife(lives));
    expect(chapter.facts.get("release-half")?.bounds).toEqual(medianInterval(lives));
    expect(value("release-half-beyond-42")).toBeCloseTo(lasting(lives, 42), 12);
    expect(value("release-tenth-beyond-42")).toBeCloseTo(lasting(tenths, 42), 12);
    expect(value("release-tenth-beyond-180")).toBeCloseTo(lasting(tenths, 180), 12);
  });

  test.each([1, 3, 6])("median and quartiles of what releases keep after %d months", (months) => {
    const parts = keptParts(crawled, months);
    const at = (p: number) => (parts[Math.ceil(p * parts.length) - 1] ?? Number.NaN) / 100;
    expect(parts.length).toBe(chapter.facts.get(`kept-${months}`)?.n);
    expect(value(`kept-${months}`)).toBeCloseTo(at(0.5), 12);
    expect(value(`kept-${months}-lower`)).toBeCloseTo(at(0.25), 12);
    expect(value(`kept-${months}-upper`)).toBeCloseTo(at(0.75), 12);
  });

  test("mean ages of discussions, their share on the first crawl, and how many", () => {
    const by = discussionsByAge(crawled);
    const upTo = (last: number) => [...by].filter(([crawl]) => crawl <= last).map(([, row]) => row);
    const rate = ({ models, opened }: { models: number; opened: number }) => opened / models;
    const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
    for (const [id, last] of [
      ["discussion-mean-age-three", 3] as const,
      ["discussion-mean-age-six", 6] as const,
      ["discussion-mean-age", 8] as const,
    ]) {
      const rows = upTo(last);
      const mean =
        sum(rows.map((row) => (row.opened === 0 ? 0 : (rate(row) * row.ages) / row.opened))) / sum(rows.map(rate));
      expect(value(id)).toBeCloseTo(mean, 9);
    }
    const [first] = upTo(0);
    expect(value("discussion-first")).toBeCloseTo(rate(first ?? { models: 1, opened: 0 }) / sum(upTo(8).map(rate)), 12);
    expect([value("discussion-models"), value("discussion-months")]).toEqual([releasedOf(crawled).length, 8]);
    expect(value("discussions-opened")).toBe(sum(upTo(8).map(({ opened }) => opened)));
  });

  test("older models beside a release: 24 namespaces, 11 of them better", () => {
    const gaps = gapsOf(crawled);
    const middles = new Map<number, number>();
    for (const { crawl } of gaps) {
      const own = gaps
        .filter((gap) => gap.crawl === crawl)
        .map(({ change }) => change)
        .sort((a, b) => a - b);
      const half = own.length / 2;
      middles.set(crawl, own.length % 2 ? (own[Math.floor(half)] ?? 0) : ((own[half - 1] ?? 0) + (own[half] ?? 0)) / 2);
    }
    const mean = (space: string, released: boolean) => {
      const own = gaps.filter((gap) => gap.space === space && gap.released === released);
      return own.reduce((sum, gap) => sum + gap.change - (middles.get(gap.crawl) ?? 0), 0) / own.length;
    };
    const differences = [...new Set(gaps.map(({ space }) => space))]
      .map((space) => mean(space, true) - mean(space, false))
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    expect([differences.length, differences.filter((one) => one > 0).length]).toEqual([24, 11]);
    expect([value("renewal-namespaces"), value("renewal-better")]).toEqual([24, 11]);
    const middle = (Math.expm1(differences[11] ?? 0) + Math.expm1(differences[12] ?? 0)) / 2;
    expect(value("renewal-median")).toBeCloseTo(middle, 9);
  });
});

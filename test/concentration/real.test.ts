import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import { fewestOf, giniOf, hhiOf, sumOf, sumsBy, topPartOf, underOf } from "#test/oracles/concentration.ts";
import type { RawListed } from "#test/oracles/model-cards.ts";
import { panelOf, type RawLine, rawLines } from "#test/oracles/osir-lmts.ts";
import { csv } from "#test/oracles/sovereignty-shares.ts";
import { concentration } from "#test/support/concentration.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

/** Parent and country of each namespace of the registry, in lower case; empty where there is none. */
function registry(): Map<string, { parent: string; country: string }> {
  const [header = [], ...lines] = csv(readFileSync("data/reference/owners.csv", "utf8"));
  const cell = (line: readonly string[], column: string): string => line[header.indexOf(column)] ?? "";
  return new Map(
    lines.map((line) => [
      cell(line, "owner").toLowerCase(),
      { parent: cell(line, "parent") || cell(line, "owner"), country: cell(line, "country").replace("ZZ", "") },
    ]),
  );
}

/** Namespace of an id in lower case; the id itself for a canonical model. */
const spaceOf = ({ modelId }: RawListed): string =>
  modelId.slice(0, (modelId.indexOf("/") + 1 || 99) - 1).toLowerCase();
const canonical = ({ modelId }: RawListed): boolean => !modelId.includes("/");
const downloadsOf = ({ downloads }: RawListed): number => downloads;
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from.slice(0, 10))) / 86_400_000;

describeReal("plain loops over the raw rows give what the chapter says", () => {
  let listed: RawListed[];
  let counts: number[];
  let sample: Record<string, unknown>[];
  let crawls: RawLine[];
  let crawled: { repo: string; downloads: number }[];
  let panel: ReadonlySet<string>;
  let chapter: Chapter;
  const known = registry();

  beforeAll(async () => {
    const only = async (id: string) => [...(await realFiles(id)).values()][0] ?? id;
    listed = (await rawParquet(await only("model-cards-2022"))) as unknown as RawListed[];
    counts = listed.map(downloadsOf);
    sample = await rawParquet(await only("hub-stats-sample"));
    const lines = rawLines(await realFiles("osir-lmts"));
    panel = panelOf(lines);
    crawls = lines.filter(({ site, kind }) => site === "HuggingFace" && kind === "models");
    crawled = crawls.filter(({ day }) => day === "2025-09-07");
    chapter = await concentration();
  }, 120_000);

  const value = (id: string) => Number(chapter.facts.get(id)?.value);
  const bounds = (id: string) => chapter.facts.get(id)?.bounds;
  const other = (id: string, label: string) =>
    Number(chapter.facts.get(id)?.variants.find((variant) => variant.label === label)?.value);
  const near = (found: number | undefined, expected: number) =>
    expect(Math.abs((found ?? Number.NaN) / expected - 1)).toBeLessThan(1e-9);

  test.each([1, 10, 50, 200, 1000])("share of the top %d, with and without some of it", (k) => {
    near(value(`hub-top-${k}`), topPartOf(counts, k));
    const left = [...counts].sort((a, b) => b - a).slice(1);
    near(other(`hub-top-${k}`, "most downloaded model left out"), topPartOf(left, k));
    const owned = listed.filter((row) => !canonical(row)).map(downloadsOf);
    near(other(`hub-top-${k}`, "canonical models left out"), topPartOf(owned, k));
    const dated = listed.filter(({ creation_time }) => creation_time && days(creation_time, "2022-10-01") >= 365);
    near(other(`hub-top-${k}`, "models of a year or older alone"), topPartOf(dated.map(downloadsOf), k));
  });

  test("the most downloaded namespace is an individual's; what is left without it", () => {
    const named = listed.filter((row) => !canonical(row));
    const [[most = ""] = []] = [...sumsBy(named, spaceOf, downloadsOf)].sort((a, b) => b[1] - a[1]);
    const left = listed.filter((row) => canonical(row) || spaceOf(row) !== most).map(downloadsOf);
    near(other("hub-top-200", "most downloaded namespace left out"), topPartOf(left, 200));
    near(other("hhi-model", "most downloaded namespace left out"), hhiOf(left));
    near(value("first-owner-share"), 1 - sumOf(left) / sumOf(counts));
  });

  test.each([
    ["hundredth-percent", 0.0001],
    ["tenth-percent", 0.001],
    ["percent", 0.01],
    ["percent-and-half", 0.015],
  ])("share of the top %s of models lies between those of the whole numbers beside it", (id, part) => {
    const k = part * counts.length;
    const [below, above] = [topPartOf(counts, Math.floor(k)), topPartOf(counts, Math.ceil(k))];
    near(value(`hub-top-${id}`), below + (k - Math.floor(k)) * (above - below));
  });

  test.each([
    ["reach-50", 0.5],
    ["reach-90", 0.9],
    ["reach-99", 0.99],
    ["reach-99-2", 0.992],
  ])("the fewest models: %s", (id, part) => {
    expect(value(`${id}-models`)).toBe(fewestOf(counts, part));
    near(value(id), fewestOf(counts, part) / counts.length);
  });

  test("Gini coefficients, median and mean, models without downloads and with few", () => {
    near(value("hub-gini"), giniOf(counts));
    near(value("hub-gini-used"), giniOf(counts.filter((count) => count > 0)));
    expect(value("hub-median")).toBe([...counts].sort((a, b) => a - b)[counts.length / 2 - 1]);
    near(value("hub-mean"), sumOf(counts) / counts.length);
    near(value("hub-unused"), underOf(counts, 1));
    near(value("hub-under-200"), underOf(counts, 200));
    expect([counts.length, value("hub-models")]).toEqual([74_970, 74_970]);
  });

  test("indices over models and namespaces, 2,313 and 414 as others found them", () => {
    near(value("hhi-model"), hhiOf(counts));
    const named = listed.filter((row) => !canonical(row));
    const spaces = sumsBy(named, spaceOf, downloadsOf);
    const early = listed.filter(canonical).map(downloadsOf);
    near(value("hhi-owner"), hhiOf([...spaces.values(), sumOf(early)]));
    near(other("hhi-owner", "each canonical model by itself"), hhiOf([...spaces.values(), ...early]));
    near(other("hhi-owner", "canonical models left out"), hhiOf(spaces.values()));
    const authors = sumsBy(listed, ({ author }) => author, downloadsOf);
    near(other("hhi-owner", "canonical models counted as Hugging Face’s"), hhiOf(authors.values()));
    expect(Math.round(hhiOf(authors.values()))).toBe(2313);
    expect(Math.round(hhiOf([...spaces.values(), ...early]))).toBe(414);
  });

  test("bounds by group and by country or region", () => {
    const placed = (row: RawListed) => (canonical(row) ? undefined : known.get(spaceOf(row)));
    const groupOf = (row: RawListed) => placed(row)?.parent ?? `(alone) ${canonical(row) ? row.modelId : spaceOf(row)}`;
    near(bounds("hhi-parent")?.lower, hhiOf(sumsBy(listed, groupOf, downloadsOf).values()));
    const upper = (by: "parent" | "country") => {
      const groups = sumsBy(listed, (row) => placed(row)?.[by] ?? "", downloadsOf);
      const unknown = groups.get("") ?? 0;
      groups.delete("");
      const [most = ["", 0]] = [...groups].sort((a, b) => b[1] - a[1]);
      const all = [...groups].map(([group, sum]) => (group === most[0] ? sum + unknown : sum));
      return { index: hhiOf(all), known: hhiOf(groups.values()), share: 1 - unknown / sumOf(counts) };
    };
    near(bounds("hhi-parent")?.upper, upper("parent").index);
    near(bounds("hhi-country")?.upper, upper("country").index);
    near(value("hhi-country"), upper("country").known);
    near(bounds("hhi-country")?.lower, upper("country").known * upper("country").share ** 2);
    near(value("unknown-country"), 1 - upper("country").share);
  });

  test("top 50 namespaces", () => {
    const spaces = sumsBy(listed, (row) => (canonical(row) ? "" : spaceOf(row)), downloadsOf);
    near(value("top-50-owners"), topPartOf([...spaces.values()], 50));
  });

  test("both counters of the sample, all models and those that are a year or older", () => {
    const of = (column: string, rows = sample) => rows.map((row) => Number(row[column]));
    const old = sample.filter(({ createdAt }) => days(String(createdAt), "2026-05-20") >= 365);
    for (const [id, column] of Object.entries({ sample: "downloads", "sample-lifetime": "downloadsAllTime" })) {
      near(value(`${id}-top-200`), topPartOf(of(column), 200));
      near(value(`${id}-unused`), underOf(of(column), 1));
      near(value(`${id}-under-200`), underOf(of(column), 200));
      near(value(`${id}-under-200-old`), underOf(of(column, old), 200));
    }
  });

  test.each([1, 10, 50, 200])(
    "the first %d of the panel on its first and last crawl, with and without the first",
    (k) => {
      for (const [end, day] of [
        ["first", "2025-01-14"],
        ["last", "2025-09-07"],
      ] as const) {
        const all = crawls.filter((line) => line.day === day);
        const own = all.filter(({ repo }) => panel.has(repo)).map(({ downloads }) => downloads);
        near(value(`panel-top-${k}-${end}`), topPartOf(own, k));
        const left = [...own].sort((a, b) => b - a).slice(1);
        near(other(`panel-top-${k}-${end}`, "most downloaded model left out"), topPartOf(left, k));
        const every = all.map(({ downloads }) => downloads);
        near(other(`panel-top-${k}-${end}`, "all crawled namespaces"), topPartOf(every, k));
      }
      const rows = chapter.figures.get("panel-top-shares")?.rows.filter(({ top }) => top === k) ?? [];
      const days = [...new Set(crawls.map(({ day }) => day))].filter((day) => day > "2025").sort();
      expect(rows.map(({ observed_on }) => observed_on)).toEqual(days);
      for (const { observed_on, share } of rows) {
        const own = crawls.filter(({ day, repo }) => day === observed_on && panel.has(repo));
        near(
          Number(share),
          topPartOf(
            own.map(({ downloads }) => downloads),
            k,
          ),
        );
      }
      expect(value("panel-crawls")).toBe(days.length);
      const used = crawls.filter(({ day, repo, downloads }) => day === days.at(-1) && panel.has(repo) && downloads > 0);
      expect(value("panel-used")).toBe(used.length);
    },
  );

  test("the last crawl, all namespaces and the panel of 34", () => {
    expect(panel.size).toBe(34);
    const own = { crawled: crawled, panel: crawled.filter(({ repo }) => panel.has(repo)) };
    for (const [id, rows] of Object.entries(own)) {
      const found = rows.map(({ downloads }) => downloads);
      expect(value(`${id}-models`)).toBe(found.length);
      near(value(`${id}-top-200`), topPartOf(found, 200));
      near(value(`${id}-under-200`), underOf(found, 200));
    }
  });
});

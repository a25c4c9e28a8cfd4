import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import * as growth from "#test/oracles/sovereignty-growth.ts";
import * as oracle from "#test/oracles/sovereignty-shares.ts";
import { sovereignty } from "#test/support/sovereignty.ts";

const days = (
  "2024-11-14 2024-12-13 2025-01-14 2025-02-14 2025-03-07 2025-04-07 " +
  "2025-05-07 2025-06-07 2025-07-07 2025-08-07 2025-09-07"
).split(" ");
const start = days.indexOf("2025-01-14");
const renamed = { THUDM: "zai-org" };
const resnet = "microsoft/resnet-50";

/** Everything that the oracle reads, read once. */
async function read() {
  const [osir, lists] = await Promise.all(["osir-lmts", "tracked-models"].map(realFiles));
  const listing = (day: string) => osir?.get(`oslm-crawler/data/${day}/HuggingFace/raw-models-info.jsonl`) ?? day;
  const crawls = days.map((day) => oracle.rawRows(listing(day)));
  const lines = ["models.csv", "extra_models.csv"].map((file) => readFileSync(lists?.get(file) ?? file, "utf8"));
  return {
    crawls,
    on: (day: string) => crawls[days.indexOf(day)] ?? [],
    where: oracle.countries(readFileSync("data/reference/owners.csv", "utf8")),
    ids: oracle.curatedIds(lines),
    panel: oracle.panel(crawls.slice(start)),
    always: oracle.panel(crawls),
  };
}

describeReal("what the chapter says of growth and of single models, by plain loops over the raw rows", () => {
  let raw: Awaited<ReturnType<typeof read>>;
  let chapter: Chapter;
  beforeAll(async () => {
    raw = await read();
    chapter = await sovereignty();
  }, 120_000);

  const value = (id: string) => Number(chapter.facts.get(id)?.value);
  const inPanel = ({ repo }: oracle.RawModel) => raw.panel.has(repo);
  const listed = ({ repo, model_name }: oracle.RawModel) => raw.ids.has(`${repo}/${model_name}`.toLowerCase());
  const of = (day: string, id: string) =>
    raw.on(day).find((row) => `${row.repo}/${row.model_name}` === id)?.downloads_last_month ?? Number.NaN;
  const american = (day: string) => oracle.downloads(raw.on(day), inPanel, raw.where, "US").part;

  test("the names that prose gives are those that the numbers are about", () => {
    expect(growth.largest(raw.on("2025-01-14"), inPanel)).toBe(resnet);
    expect(growth.largest(raw.on("2025-09-07"), (row) => inPanel(row) && listed(row))).toMatch(/^google\//);
    expect(growth.heaviest(raw.on("2025-09-07"), inPanel)).toBe("sentence-transformers");
  });

  test.each<[string, string, number, string]>([
    ["cn-growth", "CN", start, ""],
    ["us-growth", "US", start, ""],
    ["us-growth-without", "US", start, resnet],
    ["cn-growth-early", "CN", start - 1, ""],
  ])("%s", (id, country, from, without) => {
    const expected = growth.chained(raw.crawls.slice(from), raw.where, country, renamed, without);
    expect(value(id)).toBeCloseTo(expected, 12);
  });

  test("the step before the panel's first crawl", () => {
    const expected = growth.chained(raw.crawls.slice(start - 1, start + 1), raw.where, "CN", renamed);
    expect(value("cn-step-before")).toBeCloseTo(expected, 12);
  });

  test("the fall of resnet-50, and its part of the American difference", () => {
    expect([value("fall-before"), value("fall-after")]).toEqual([of("2025-02-14", resnet), of("2025-03-07", resnet)]);
    const lost = of("2025-01-14", resnet) - of("2025-09-07", resnet);
    expect(value("fall-part")).toBeCloseTo(lost / (american("2025-01-14") - american("2025-09-07")), 12);
  });

  test("what the American share loses without resnet-50", () => {
    const without = (row: oracle.RawModel) => inPanel(row) && `${row.repo}/${row.model_name}` !== resnet;
    const share = (day: string) => oracle.downloads(raw.on(day), without, raw.where, "US").share;
    expect(value("us-loss-without")).toBeCloseTo(share("2025-01-14") - share("2025-09-07"), 12);
  });

  test.each([
    ["cn-early", "2024-12-13", "CN"],
    ["us-early", "2024-12-13", "US"],
    ["cn-early-after", "2025-01-14", "CN"],
    ["us-early-after", "2025-01-14", "US"],
  ])("%s, over the namespaces that all eleven crawls list", (id, day, country) => {
    expect(value("early-namespaces")).toBe(raw.always.size);
    const chosen = (row: oracle.RawModel) => raw.always.has(row.repo) && listed(row);
    expect(value(id)).toBeCloseTo(oracle.downloads(raw.on(day), chosen, raw.where, country).share, 12);
  });

  test("how much of China's slide comes from namespaces that join", () => {
    const [before, after] = [raw.on("2024-12-13"), raw.on("2025-01-14")];
    const earlier = new Set(before.map(({ repo }) => repo));
    const all = (rows: readonly oracle.RawModel[]) => oracle.downloads(rows, () => true, raw.where, "CN").share;
    const common = oracle.downloads(after, ({ repo }) => earlier.has(repo), raw.where, "CN").share;
    expect(value("composition-part")).toBeCloseTo((common - all(after)) / (all(before) - all(after)), 12);
  });

  test.each([
    ["alibaba", "Qwen Alibaba-NLP alibaba-pai alibabasglab Wan-AI"],
    ["deepseek", "deepseek-ai"],
    ["baidu-narrow", "baidu"],
    ["baidu-wide", "baidu PaddlePaddle ernie-research"],
    ["bytedance", "ByteDance ByteDance-Seed bytedance-research"],
    ["tencent", "tencent Tencent-Hunyuan TencentARC"],
  ])("new models of %s", (key, namespaces) => {
    expect(value(`${key}-new-models`)).toBe(growth.newlyListed(raw.crawls, namespaces.split(" ")));
  });

  test("gains in curated downloads over the last window", () => {
    const gain = (owner: string) => {
      const sum = (day: string) =>
        oracle.downloads(raw.on(day), (row) => row.repo === owner && listed(row), raw.where, "US").whole;
      return sum("2025-09-07") - sum("2025-08-07");
    };
    expect([value("google-gain"), value("openai-gain")]).toEqual([gain("google"), gain("openai")]);
  });
});

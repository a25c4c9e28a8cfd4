import { beforeAll, expect, test } from "vitest";
import modelCards from "#loaders/model-cards-2022.ts";
import { querySources } from "#test/fixtures/query.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { countOf, downloadsByOwner, type RawListed, topSum } from "#test/oracles/model-cards.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

describeReal("the real listing of 2022, against plain loops over its rows", () => {
  let raw: RawListed[];
  let totals: Record<string, unknown>;
  let owners: Record<string, unknown>[];

  beforeAll(async () => {
    const files = await realSource("model-cards-2022");
    raw = (await rawParquet(files.local("data/model_info.parquet"))) as unknown as RawListed[];
    const loads = [{ loader: modelCards, files }];
    const sql = `SELECT count(*) AS models, sum(downloads_30d) AS downloads, count(downloads_30d) AS counted,
      count(*) FILTER (downloads_30d = 0) AS unused, count(DISTINCT owner) AS owners, count(DISTINCT repo_key) AS keys,
      count(*) FILTER (owner = '(none)') AS canonical, count(*) - count(created_on) AS undated,
      count(*) FILTER (created_on <= DATE '2022-07-02') AS by_july, max(created_on) AS newest, min(created_on) AS oldest,
      count(*) - count(pipeline_tag) AS without_task, count(*) FILTER (has_card) AS carded FROM models`;
    [totals = {}] = await querySources(loads, sql);
    owners = await querySources(loads, "SELECT owner, sum(downloads_30d) AS downloads FROM models GROUP BY owner");
  });

  test("models, downloads, models without any, and every other total", () => {
    expect(totals).toEqual({
      models: raw.length,
      downloads: topSum(
        raw.map(({ downloads }) => downloads),
        raw.length,
      ),
      counted: raw.length,
      unused: countOf(raw, ({ downloads }) => downloads === 0),
      owners: downloadsByOwner(raw).size,
      keys: new Set(raw.map(({ modelId }) => modelId.toLowerCase())).size,
      canonical: countOf(raw, ({ modelId }) => !modelId.includes("/")),
      undated: countOf(raw, ({ creation_time }) => creation_time === null),
      by_july: countOf(
        raw,
        ({ creation_time }) => creation_time !== null && creation_time.slice(0, 10) <= "2022-07-02",
      ),
      newest: "2022-09-30",
      oldest: "2018-11-14",
      without_task: countOf(raw, ({ task_category }) => task_category === "unknown"),
      carded: countOf(raw, ({ has_modelcard }) => has_modelcard),
    });
  });

  test("the totals that the record and its readers know", () => {
    expect(totals).toMatchObject({ models: 74_970, unused: 33_478, undated: 173, canonical: 68, keys: 74_969 });
    expect(totals).toMatchObject({ by_july: 54_808, without_task: 26_296, carded: 32_111, downloads: 286_145_149 });
  });

  test("downloads of every owner", () => {
    expect(new Map(owners.map(({ owner, downloads }) => [owner, downloads]))).toEqual(downloadsByOwner(raw));
  });

  test("the 200 most downloaded take 90.67 percent; the canonical models 46.55, with the rest of the file's author 46.62", () => {
    const counts = raw.map(({ downloads }) => downloads);
    const whole = topSum(counts, counts.length);
    const byAuthor = raw.filter(({ author }) => author === "huggingface").map(({ downloads }) => downloads);
    expect(topSum(counts, 200) / whole).toBeCloseTo(0.9067, 4);
    expect((downloadsByOwner(raw).get("(none)") ?? 0) / whole).toBeCloseTo(0.4655, 4);
    expect(topSum(byAuthor, byAuthor.length) / whole).toBeCloseTo(0.4662, 4);
  });

  test("authors of the file are the owners, but for the canonical models", () => {
    const others = raw.filter(({ modelId, author }) => modelId.split("/")[0] !== author);
    expect(countOf(others, ({ modelId }) => modelId.includes("/"))).toBe(0);
    expect(others).toHaveLength(68);
  });

  test("counters are whole, ids are unique but for case, and domain and category differ where the record says", () => {
    expect(countOf(raw, ({ downloads }) => !Number.isSafeInteger(downloads) || downloads < 0)).toBe(0);
    expect(new Set(raw.map(({ modelId }) => modelId)).size).toBe(raw.length);
    expect(countOf(raw, ({ task_domain }) => task_domain === "unknown")).toBe(26_394);
    expect(countOf(raw, ({ task_domain }) => task_domain === "reinfocement_learning")).toBe(2_575);
  });
});

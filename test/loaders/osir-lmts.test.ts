import { describe, expect, test } from "vitest";
import { osirLmts } from "#loaders/osir-lmts.ts";
import { jsonl, listing, type RawModel } from "#test/fixtures/crawl.ts";
import { querySources } from "#test/fixtures/query.ts";
import { localFiles } from "#test/fixtures/source.ts";
import { unsaid } from "#test/fixtures/unsaid.ts";

const hub = { repo: "acme", model_name: "m", downloads_last_month: 5, descendants: 0, date_crawl: "2025-09-07" };
const scope = { repo: "acme", model_name: "m", total_downloads: 5, date_crawl: "2025-01-14" };

async function load(files: Record<string, string>) {
  const loads = [{ loader: osirLmts, files: await localFiles(files) }];
  return querySources(loads, "FROM models ORDER BY platform, repo, observed_on");
}

const loadHub = (rows: RawModel[], day = "2025-09-07") => load({ [listing(day)]: jsonl(rows) });
const loadScope = (rows: RawModel[], day = "2025-01-14") => load({ [listing(day, "ModelScope")]: jsonl(rows) });

describe("osir-lmts", () => {
  test("a Hub row, every column", async () => {
    const rows = await loadHub([{ ...hub, likes: 7, community: 3, descendants: 2 }]);
    expect(rows).toEqual([
      {
        source: "osir-lmts",
        platform: "huggingface",
        ...unsaid,
        repo: "acme/m",
        repo_key: "acme/m",
        owner: "acme",
        name: "m",
        observed_on: "2025-09-07",
        crawled_on: null,
        window_start: "2025-08-08",
        downloads_30d: 5,
        downloads_all_time: null,
        likes: 7,
        discussions: 3,
        derivatives: 2,
        parameters: null,
      },
    ]);
  });

  test("ModelScope counts a lifetime: no window, no 30 days, no derivatives", async () => {
    const [row] = await loadScope([scope]);
    expect(row).toMatchObject({
      platform: "modelscope",
      downloads_all_time: 5,
      downloads_30d: null,
      window_start: null,
      derivatives: null,
    });
  });

  test("the folder's day is observed_on; another crawl day is crawled_on and moves the window", async () => {
    const [row] = await loadHub([{ ...hub, date_crawl: "2024-12-12" }], "2024-12-13");
    expect(row).toMatchObject({ observed_on: "2024-12-13", crawled_on: "2024-12-12", window_start: "2024-11-12" });
  });

  test("likes and discussions of -1 are unknown", async () => {
    const [row] = await loadHub([{ ...hub, likes: -1, community: -1 }]);
    expect(row).toMatchObject({ likes: null, discussions: null });
  });

  test("a negative lifetime counter is unknown", async () => {
    const [row] = await loadScope([{ ...scope, total_downloads: -29 }]);
    expect(row).toMatchObject({ downloads_all_time: null });
  });

  test("0 downloads stay 0, and models that a crawl leaves out make no row", async () => {
    const rows = await load({
      [listing("2025-08-07")]: jsonl([{ ...hub, date_crawl: "2025-08-07" }]),
      [listing("2025-09-07")]: jsonl([hub, { ...hub, model_name: "unused", downloads_last_month: 0 }]),
    });
    expect(rows.map(({ observed_on, name, downloads_30d }) => [observed_on, name, downloads_30d])).toEqual([
      ["2025-08-07", "m", 5],
      ["2025-09-07", "m", 5],
      ["2025-09-07", "unused", 0],
    ]);
  });

  test.each([
    [
      "the larger counter wins",
      [
        { ...scope, total_downloads: 160 },
        { ...scope, total_downloads: 369 },
      ],
      { downloads_all_time: 369 },
    ],
    ["a known counter beats an unknown one", [{ ...scope, total_downloads: -29 }, scope], { downloads_all_time: 5 }],
    [
      "then the larger number of discussions",
      [
        { ...scope, community: 0 },
        { ...scope, community: 1 },
      ],
      { discussions: 1 },
    ],
  ])("repeated ModelScope rows collapse to one: %s, in any order", async (_, rows, expected) => {
    for (const order of [rows, rows.toReversed()]) {
      const loaded = await loadScope(order);
      expect(loaded).toHaveLength(1);
      expect(loaded[0]).toMatchObject(expected);
    }
  });

  test("spelling of owners is the source's: OpenBMB and openbmb stay two", async () => {
    const rows = await loadScope([
      { ...scope, repo: "OpenBMB" },
      { ...scope, repo: "openbmb" },
    ]);
    expect(rows.map(({ owner }) => owner)).toEqual(["OpenBMB", "openbmb"]);
  });

  test("a model that shares its name with a dataset is a model; dataset listings make no row", async () => {
    const datasets = listing("2025-09-07").replace("models", "datasets");
    const rows = await load({
      [listing("2025-09-07")]: jsonl([hub]),
      [datasets]: `{"repo":"acme","dataset_name":"m","likes":-1}\n`,
    });
    expect(rows.map(({ repo }) => repo)).toEqual(["acme/m"]);
  });

  test.each([
    [
      "a counter that is no number",
      `{"repo":"acme","model_name":"m","downloads_last_month":"many","date_crawl":"2025-09-07"}\n`,
    ],
    ["a row without a name", `{"repo":"acme","downloads_last_month":1,"date_crawl":"2025-09-07"}\n`],
  ])("%s is an error that names the loader", async (_, line) => {
    await expect(load({ [listing("2025-09-07")]: line })).rejects.toThrow("loaders/osir-lmts.ts");
  });
});

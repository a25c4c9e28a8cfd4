import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { generateHub } from "#scripts/generator/hub.ts";
import { registry, rowsOf, scratch, type Table, truthOf } from "./support.ts";

const dtypes = "BF16 F32 F8_E4M3 U8 I64 F8_E8M0 I8 I32 F16 U32 BOOL I16 U16 C64 F64 miku fastllm F8_E5M2 U64 F6_E2M3";
const tensors = `STRUCT(parameters STRUCT(${dtypes
  .split(" ")
  .map((name) => `${name} BIGINT`)
  .join(", ")}), total BIGINT)`;

/** Types of the columns of `models.parquet` as they are since 2025-07. */
const models: Readonly<Record<string, string>> = {
  _id: "VARCHAR",
  id: "VARCHAR",
  author: "VARCHAR",
  createdAt: "TIMESTAMP",
  lastModified: "TIMESTAMP",
  downloads: "BIGINT",
  downloadsAllTime: "BIGINT",
  likes: "BIGINT",
  trendingScore: "DOUBLE",
  tags: "VARCHAR[]",
  cardData: "VARCHAR",
  safetensors: tensors,
  gguf: "VARCHAR",
  baseModels: "STRUCT(relation VARCHAR, models STRUCT(_id VARCHAR, id VARCHAR)[])",
  pipeline_tag: "VARCHAR",
  library_name: "VARCHAR",
  siblings: "VARCHAR[]",
};

const datasets: Readonly<Record<string, string>> = {
  _id: "VARCHAR",
  id: "VARCHAR",
  author: "VARCHAR",
  cardData: "VARCHAR",
  disabled: "BOOLEAN",
  gated: "VARCHAR",
  lastModified: "TIMESTAMP",
  likes: "BIGINT",
  trendingScore: "DOUBLE",
  private: "BOOLEAN",
  sha: "VARCHAR",
  description: "VARCHAR",
  downloads: "BIGINT",
  downloadsAllTime: "BIGINT",
  mainSize: "DOUBLE",
  tags: "VARCHAR[]",
  createdAt: "TIMESTAMP",
  paperswithcode_id: "VARCHAR",
  citation: "VARCHAR",
};

const older = { private: "BOOLEAN", sha: "VARCHAR", disabled: "BOOLEAN", modelId: "VARCHAR" };
const days = ["2024-08-20", "2024-11-20", "2025-01-20", "2025-02-26", "2025-06-30", "2025-07-01", "2026-01-14"];

describe("a series over the eras", () => {
  const folder = join(scratch(), "hub");
  let labels: readonly string[] = [];
  let truth: Readonly<Record<string, Table>> = {};
  const described = async (day: string, table: string) => {
    const path = join(folder, labels[days.indexOf(day)] ?? "", `${table}.parquet`);
    const columns = await rowsOf(`DESCRIBE SELECT * FROM '${path}'`);
    return Object.fromEntries(
      columns.map((column) => [column.column_name, String(column.column_type).replaceAll('"', "")]),
    );
  };

  beforeAll(async () => {
    ({ labels } = await generateHub({ models: 600, days, seed: 11, owners: registry, withoutIds: [1] }, folder));
    truth = truthOf(folder);
  }, 60_000);

  test("the newest tables have the Hub's columns and types", async () => {
    expect(await described("2026-01-14", "models")).toEqual(models);
    expect(await described("2026-01-14", "datasets")).toEqual(datasets);
    expect(Object.keys(await described("2026-01-14", "daily_papers"))).toEqual(
      expect.arrayContaining([
        "publishedAt",
        "paper_upvotes",
        "paper_githubRepo",
        "paper_organization.name",
        "paper_submittedOnDailyBy.user",
      ]),
    );
  });

  test.each<[string, string[], Readonly<Record<string, string>>]>([
    [
      "2024-08-20",
      ["downloadsAllTime", "baseModels", "gguf", "cardData", "trendingScore"],
      { ...older, gated: "VARCHAR" },
    ],
    ["2024-11-20", ["_id", "downloadsAllTime", "baseModels", "gguf"], { ...older, gated: "VARCHAR" }],
    ["2025-01-20", ["downloadsAllTime", "baseModels", "gguf"], { ...older, gated: "VARCHAR" }],
    ["2025-02-26", ["baseModels", "gguf"], { ...older, gated: "VARCHAR" }],
    ["2025-06-30", ["baseModels", "gguf"], { ...older, gated: "VARCHAR" }],
    ["2025-07-01", [], {}],
  ])("models of %s", async (day, missing, more) => {
    const kept = Object.entries(models).filter(([name]) => !missing.includes(name));
    expect(await described(day, "models")).toEqual({ ...Object.fromEntries(kept), ...more });
  });

  test("datasets of older eras lack their columns too", async () => {
    expect(
      Object.keys(datasets)
        .filter((name) => name !== "downloadsAllTime" && name !== "mainSize")
        .sort(),
    ).toEqual(Object.keys(await described("2025-01-20", "datasets")).sort());
    expect(Object.keys(await described("2025-07-01", "datasets"))).not.toContain("mainSize");
  });

  test("what an era does not know is null in the truth, never 0", () => {
    const totals = column("hub-totals", "downloads_all_time");
    expect(totals.filter(([day]) => day < "2025-02-26").every(([, value]) => value === null)).toBe(true);
    expect(totals.filter(([day]) => day >= "2025-02-26").every(([, value]) => Number(value) > 0)).toBe(true);
    const windows = column("hub-windows", "downloads");
    expect(windows.some(([day, value]) => day <= "2025-01-20" && value !== null)).toBe(false);
    expect(column("hub-derivatives", "models").some(([day]) => day < "2025-07-01")).toBe(false);
    expect(column("hub-flows", "renamed").map(([, value]) => value === null)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  function column(name: string, wanted: string): [string, unknown][] {
    const { columns = [], rows = [] } = truth[name] ?? {};
    const [day, value] = [columns.indexOf("observed_on"), columns.indexOf(wanted)];
    return rows.map((row) => [String(row[day]), row[value]]);
  }
});

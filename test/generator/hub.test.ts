import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type GeneratedHub, generateHub } from "#scripts/generator/hub.ts";
import type { HubOptions } from "#scripts/generator/options.ts";
import { registry, rowsOf, scratch, type Table, truthOf } from "./support.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = scratch();
const options: HubOptions = { models: 1000, months: 2, seed: 3, owners: registry };
const tables = ["models", "datasets", "daily_papers"];
const files = (at: string, labels: readonly string[]) =>
  labels.flatMap((label) => tables.map((table) => join(at, label, `${table}.parquet`)));

let hub: GeneratedHub;
beforeAll(async () => {
  hub = await generateHub(options, join(folder, "one"));
});

describe("the same options", () => {
  let truth: Readonly<Record<string, Table>>;
  beforeAll(async () => {
    await generateHub(options, join(folder, "two"));
    await generateHub({ ...options, seed: 4 }, join(folder, "other"));
    truth = truthOf(join(folder, "one"));
  });

  test("give the same truth, another seed another one", () => {
    expect(truthOf(join(folder, "two"))).toEqual(truth);
    expect(truthOf(join(folder, "other"))).not.toEqual(truth);
    const list = (name: string) => readFileSync(join(folder, name, "curated.json"), "utf8");
    expect(list("two")).toBe(list("one"));
  });

  test("give the same rows in the same order", async () => {
    const digest = async (path: string) =>
      rowsOf(
        `SELECT count(*) AS rows, bit_xor(hash(t))::VARCHAR AS all FROM read_parquet('${path}', file_row_number = true) t`,
      );
    const [one, two] = [files(join(folder, "one"), hub.labels), files(join(folder, "two"), hub.labels)];
    for (const [i, path] of one.entries()) expect(await digest(two[i] ?? "")).toEqual(await digest(path));
    const [first = ""] = files(join(folder, "other"), hub.labels);
    expect(await digest(first)).not.toEqual(await digest(one[0] ?? ""));
  });
});

test("every file says that it is generated, in its metadata and in every _id", async () => {
  for (const path of files(join(folder, "one"), hub.labels)) {
    const marks = await rowsOf(`SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${path}')`);
    expect(marks).toEqual([{ key: "generated", value: "state-of-open-source seed 3" }]);
    if (path.includes("papers")) continue;
    const real = await rowsOf(`SELECT _id FROM '${path}' WHERE _id NOT SIMILAR TO '0{8}[0-9a-f]{16}'`);
    expect(real).toEqual([]);
  }
});

test("a snapshot has its record", () => {
  const [first = ""] = hub.labels;
  const record = JSON.parse(readFileSync(join(folder, "one", first, "snapshot.json"), "utf8")) as Record<
    string,
    unknown
  >;
  const { revision } = record;
  expect(revision).toMatch(/^[0-9a-f]{40}$/);
  expect(record).toMatchObject({
    source: "hub",
    repository: "hfmlsoc/hub_weekly_snapshots",
    label: "2026-04-15",
    observed_on: "2026-04-20",
    committed_at: "2026-04-20T06:10:00Z",
    generated: true,
  });
  expect(record.files).toEqual(
    tables.map((table) => ({
      table,
      path: `${table}.parquet`,
      url: `https://huggingface.co/datasets/hfmlsoc/hub_weekly_snapshots/resolve/${revision}/${table}/2026-04-15/${table}.parquet`,
    })),
  );
});

test("rows are trending first, unique, dated before the commit, and the newest is of the day", async () => {
  for (const [n, label] of hub.labels.entries()) {
    const at = `'${join(folder, "one", label, "models.parquet")}'`;
    const [row] = await rowsOf(`
      SELECT count(*) AS rows, count(DISTINCT _id) AS hub_ids, count(DISTINCT lower(id)) AS repos,
        strftime(max(lastModified), '%Y-%m-%d') AS day, max(lastModified)::VARCHAR < '${hub.days[n]} 06:10:00' AS before,
        count(*) FILTER (createdAt > lastModified) AS backwards, count(*) FILTER (downloadsAllTime < downloads) AS fewer
      FROM ${at}`);
    expect(row).toEqual({
      ...row,
      hub_ids: row?.rows,
      repos: row?.rows,
      day: hub.days[n],
      before: true,
      backwards: 0,
      fewer: 0,
    });
    const scores = (await rowsOf(`SELECT trendingScore AS score FROM ${at}`)).map(({ score }) => Number(score));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores[0]).toBeGreaterThan(0);
  }
});

test("a folder that holds something is left alone, and a failure leaves nothing behind", async () => {
  const busy = join(folder, "busy");
  mkdirSync(busy);
  writeFileSync(join(busy, "note.txt"), "mine");
  await expect(generateHub(options, busy)).rejects.toThrow(/is not empty; name a folder that is/);
  expect(readdirSync(busy)).toEqual(["note.txt"]);
  await expect(generateHub({ ...options, models: 5, owners: [] }, join(folder, "none"))).rejects.toThrow(
    /models is 5; give at least 100\nthe registry of owners is empty/,
  );
  expect(existsSync(join(folder, "none"))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
});

test("snappy and smaller row groups are as asked for", async () => {
  const to = join(folder, "snappy");
  const { labels } = await generateHub({ ...options, months: 1, models: 5000, codec: "snappy", rowGroup: 2048 }, to);
  const [path = ""] = files(to, labels);
  const groups = await rowsOf(
    `SELECT DISTINCT row_group_id, row_group_num_rows AS rows, compression FROM parquet_metadata('${path}') ORDER BY 1`,
  );
  expect(groups.length).toBe(3);
  expect(new Set(groups.map(({ compression }) => compression))).toEqual(new Set(["SNAPPY"]));
});

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { datasetInfo, downloadFile, listCommits, listDatasets, listFiles, listModels } from "@huggingface/hub";
import { afterAll, describe, expect, test } from "vitest";
import { generateHub } from "#scripts/generator/hub.ts";
import { objects, withEngine } from "#test/fixtures/query.ts";
import { hubOf, startHub } from "./index.ts";
import { all, read } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "loopback-"));
const owners = [{ owner: "Qwen", country: "CN", kind: "industry" }];
const { labels } = await generateHub({ models: 700, months: 3, seed: 3, owners }, join(folder, "hub"));
const months = labels.map((label) => join(folder, "hub", label));
const hub = await startHub(hubOf(join(folder, "hub")));
const at = { hubUrl: hub.url };
const weekly = { type: "dataset", name: "hfmlsoc/hub_weekly_snapshots" } as const;
const daily = { type: "dataset", name: "cfahlgren1/hub-stats" } as const;
const newest = months.at(-1) ?? "";
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

const bytes = (month: string, table: string) => readFileSync(join(month, `${table}.parquet`));
const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");
const rowsOf = (table: string, columns: string) =>
  withEngine((engine) => objects(engine, `SELECT ${columns} FROM '${join(newest, table)}.parquet'`));

describe("the weekly copies", () => {
  test("a commit for each month, as its record says", async () => {
    const commits = await all(listCommits({ ...at, repo: weekly }));
    const records = months.map((month) => JSON.parse(readFileSync(join(month, "snapshot.json"), "utf8")));
    expect(commits.map(({ oid, date }) => [oid, date.getTime()])).toEqual(
      records.reverse().map(({ revision, committed_at }) => [revision, Date.parse(committed_at)]),
    );
  });

  test("each holds all months so far, with the sha256 of every file", async () => {
    const [, second] = (await all(listCommits({ ...at, repo: weekly }))).map(({ oid }) => oid);
    const files = await all(listFiles({ ...at, repo: weekly, recursive: true, revision: second ?? "" }));
    const held = files.filter(({ lfs }) => lfs).map(({ path, lfs }) => [path, lfs?.oid]);
    const expected = ["daily_papers", "datasets", "models"].flatMap((table) =>
      [0, 1].map((n) => [`${table}/${labels[n]}/${table}.parquet`, sha256(bytes(months[n] ?? "", table))]),
    );
    expect(held).toEqual(expected);
  });

  test("files are plain LFS", async () => {
    const path = `models/${labels[0]}/models.parquet`;
    expect(
      (await read(await downloadFile({ ...at, repo: weekly, path }))).equals(bytes(months[0] ?? "", "models")),
    ).toBe(true);
    expect(hub.requests.at(-1)?.path).toContain("/files/");
  });
});

describe("the daily copies", () => {
  test("three files at the root, other ones at each commit, by Xet", async () => {
    const commits = (await all(listCommits({ ...at, repo: daily }))).reverse();
    expect(commits).toHaveLength(3);
    for (const [n, { oid }] of commits.entries()) {
      const blob = await downloadFile({ ...at, repo: daily, path: "models.parquet", revision: oid });
      expect((await read(blob)).equals(bytes(months[n] ?? "", "models"))).toBe(true);
    }
    expect(hub.requests.at(-1)?.path).toContain("/xorbs/");
  });

  test("main is the newest", async () => {
    const { sha } = await datasetInfo({ ...at, name: daily.name, additionalFields: ["sha"] });
    expect(sha).toBe((await all(listCommits({ ...at, repo: daily })))[0]?.oid);
  });
});

describe("the listings are the newest month's rows", () => {
  test("models", async () => {
    const fields = ["tags", "safetensors", "cardData", "createdAt", "downloadsAllTime"] as const;
    const found = await all(listModels({ ...at, additionalFields: [...fields] }));
    const rows = await rowsOf(
      "models",
      `_id, id, downloads, likes, to_json(tags)::VARCHAR tags, "cardData" card,
      safetensors.total total, epoch_ms("createdAt") created, "downloadsAllTime" ever, "pipeline_tag" task`,
    );
    const listed = new Map(found.map((row) => [row.id, row]));
    expect(listed.size).toBe(rows.length);
    for (const { _id, id, total, tags, created, ever, task, card, ...counted } of rows) {
      const { safetensors, cardData, createdAt, ...rest } = listed.get(String(_id)) ?? {};
      const downloadsAllTime = ever ?? undefined;
      const told = { name: id, tags: JSON.parse(String(tags)), task: task ?? undefined, gated: false };
      expect(rest).toEqual({
        ...told,
        ...counted,
        downloadsAllTime,
        id: _id,
        private: false,
        updatedAt: expect.any(Date),
      });
      expect([safetensors?.total, Date.parse(String(createdAt))]).toEqual([total ?? undefined, created]);
      expect(cardData).toEqual(card === null ? undefined : JSON.parse(String(card)));
    }
  });

  test("datasets, gated as words", async () => {
    const found = await all(listDatasets(at));
    const rows = await rowsOf("datasets", "_id, id, gated");
    const words = new Map<unknown, unknown>([
      ["False", false],
      ["false", false],
      ["Manual", "manual"],
      ["manual", "manual"],
      ["AUTO", "auto"],
      ["auto", "auto"],
    ]);
    const gated = new Map(rows.map(({ _id, gated }) => [_id, words.get(gated)]));
    expect(found).toHaveLength(rows.length);
    expect(found.filter((row) => row.gated !== gated.get(row.id))).toEqual([]);
    expect(new Set(gated.values()).size).toBeGreaterThan(1);
  });
});

test("owners of the registry are organisations, others users", async () => {
  const authors = (await rowsOf("models", "DISTINCT author AS name")).map(({ name }) => String(name));
  const kind = async (name: string) => {
    const tried = ["organizations", "users"].map((kind) => fetch(`${hub.url}/api/${kind}/${name}/overview`));
    return (await Promise.all(tried)).map(({ status }) => status);
  };
  const qwen = authors.find((name) => name.toLowerCase() === "qwen");
  const other = authors.find((name) => /\d$/.test(name));
  expect(await kind(qwen ?? "")).toEqual([200, 404]);
  expect(await kind(other ?? "")).toEqual([404, 200]);
});

test("a folder without months is refused", () => {
  const empty = mkdtempSync(join(folder, "empty-"));
  expect(() => hubOf(empty)).toThrow(/holds no generated month; make some with npm run generate/);
});

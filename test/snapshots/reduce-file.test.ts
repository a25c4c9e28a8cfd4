import { copyFile, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { SnapshotTable } from "#loaders/schema/snapshot.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pinOf } from "#scripts/lib/snapshots/folder.ts";
import { type RawFile, reduceFile } from "#scripts/lib/snapshots/reduce/reduce.ts";
import { reducedMismatch, reducedPath, sidecarPath, soundCopy } from "#scripts/lib/snapshots/reduce/sidecar.ts";
import { reducer } from "#scripts/lib/snapshots/reduce/sql.ts";
import { engine, snapshotFolder } from "#test/fixtures/snapshot.ts";
import { put, scratch } from "#test/fixtures/source.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

type Rows = (rows: string) => string;

/** A cache with the raw file of one table of a snapshot. */
async function cached(table: SnapshotTable = "models", change?: Rows): Promise<{ cache: string; file: RawFile }> {
  const cache = await scratch();
  const dir = await snapshotFolder(change ? { tables: { [table]: change } } : {});
  const pin = await pinOf(join(dir, `${table}.parquet`));
  await mkdir(dirname(cachedPath(cache, pin)), { recursive: true });
  await copyFile(join(dir, `${table}.parquet`), cachedPath(cache, pin));
  return { cache, file: { table, ...pin } };
}

const heavy: Rows = (rows) =>
  `SELECT *, list_transform(range(40), lambda n: {rfilename: md5(id || n)}) AS siblings,
    {model_type: md5(id || 'c')} AS config FROM (SELECT * REPLACE (
    '{"license":"mit","license_name":"x","model-index":"' || md5(id) || md5(id || 'x') || '"}' AS "cardData",
    '{"total":' || (length(id) * 7) || ',"chat_template":"' || repeat(md5(id), 9) || '"}' AS gguf) FROM (${rows}))`;

async function query(path: string, sql: string): Promise<unknown[][]> {
  return (await engine.query(sql.replace("FROM it", `FROM read_parquet('${path}')`))).rows;
}

describe("a reduced copy", () => {
  test("has the columns that are read, cut to what is read of them, rows in their order, and the mark of its maker", async () => {
    const { cache, file } = await cached("models", heavy);
    await reduceFile(cache, file, 1);
    const path = reducedPath(cache, file);
    const described = await query(path, "SELECT column_name, column_type FROM (DESCRIBE FROM it)");
    const types = Object.fromEntries(described.map((row) => row.map(String)));
    expect(types).toEqual({
      ...{ _id: "VARCHAR", id: "VARCHAR", createdAt: "TIMESTAMP", lastModified: "TIMESTAMP" },
      ...{ downloads: "BIGINT", downloadsAllTime: "BIGINT", likes: "BIGINT", tags: "VARCHAR[]", cardData: "VARCHAR" },
      ...{ safetensors: "STRUCT(total BIGINT)", gguf: "VARCHAR", pipeline_tag: "VARCHAR", library_name: "VARCHAR" },
      baseModels: "STRUCT(relation VARCHAR, models STRUCT(id VARCHAR)[])",
    });
    expect(await query(path, `SELECT DISTINCT "cardData" FROM it`)).toEqual([[`{"license":"mit","license_name":"x"}`]]);
    expect(await query(path, "SELECT gguf FROM it LIMIT 1")).toEqual([['{"total":77}']]);
    expect(await query(path, `SELECT count(*) FROM it WHERE date_trunc('day', "createdAt") <> "createdAt"`)).toEqual([
      [0n],
    ]);
    const ids = "SELECT id FROM it";
    expect(await query(path, ids)).toEqual(await query(cachedPath(cache, file), ids));
    const { rows } = await engine.query(`SELECT decode(key), decode(value) FROM parquet_kv_metadata('${path}')`);
    expect(rows).toContainEqual(["generated", "true"]);
    expect((await stat(path)).size * 4).toBeLessThan(file.bytes);
  });

  test("is the same bytes whatever the number of threads, over many groups of rows", async () => {
    const many: Rows = (rows) =>
      `SELECT r.* REPLACE (id || '-' || n AS id, md5(id || n) AS _id) FROM range(2600) t(n), (${rows}) r`;
    const { cache, file } = await cached("models", many);
    const made = new Set<string>();
    for (const threads of [1, 2, 4]) {
      await rm(sidecarPath(cache, file), { force: true });
      await reduceFile(cache, file, threads);
      made.add((await pinOf(reducedPath(cache, file))).sha256);
    }
    expect(made.size).toBe(1);
    const order = "SELECT md5(string_agg(id, ' ')), count(*) FROM (SELECT id FROM it)";
    expect(await query(reducedPath(cache, file), order)).toEqual(await query(cachedPath(cache, file), order));
    const groups = await engine.query(
      `SELECT count(DISTINCT row_group_id) FROM parquet_metadata('${reducedPath(cache, file)}')`,
    );
    expect(Number(groups.rows[0]?.[0])).toBeGreaterThan(2);
  }, 60_000);

  test("is made once; what stands beside it says of what, by which reducer, and what it must be", async () => {
    const { cache, file } = await cached();
    const { raw, reduced } = await reduceFile(cache, file, 1);
    expect(raw).toBe(file.bytes);
    const own = JSON.parse(await readFile(sidecarPath(cache, file), "utf8"));
    const pin = await pinOf(reducedPath(cache, file));
    expect(own).toEqual({ raw_sha256: file.sha256, reducer, rows: 120, ...pin });
    expect(reduced).toBe(pin.bytes);
    const before = await stat(reducedPath(cache, file));
    await reduceFile(cache, file, 1);
    expect((await stat(reducedPath(cache, file))).mtimeMs).toBe(before.mtimeMs);
    expect(await soundCopy(cache, file)).toBe("raw");
    await rm(cachedPath(cache, file));
    expect(await soundCopy(cache, file)).toBe("reduced");
  });
});

describe("a reduced copy that cannot be trusted is none", () => {
  const replaced = (text: string, was: string | RegExp, is: string) => text.replace(was, is);

  test.each<[string, (path: string, beside: string) => Promise<unknown>, string]>([
    ["cut", (path) => truncate(path, 1000), "has 1000 bytes instead of"],
    [
      "with one bit turned",
      async (path) => {
        const bytes = await readFile(path);
        bytes[500] = (bytes[500] ?? 0) ^ 1;
        await writeFile(path, bytes);
      },
      "has sha256",
    ],
    ["gone", (path) => rm(path), "is gone"],
    ["without what stands beside it", (_, beside) => rm(beside), "is not in the cache"],
    ["with half of what stands beside it", (_, beside) => truncate(beside, 100), "nothing beside it that says"],
    [
      "of another raw file",
      async (_, beside) =>
        put(beside, replaced(await readFile(beside, "utf8"), /"raw_sha256": "./, '"raw_sha256": "x')),
      "nothing beside it that says",
    ],
    [
      "of another reducer",
      async (_, beside) => put(beside, replaced(await readFile(beside, "utf8"), reducer, "0123456789abcdef")),
      `was made by reducer 0123456789abcdef; today's is ${reducer}`,
    ],
  ])("%s", async (_, harm, detail) => {
    const { cache, file } = await cached();
    await reduceFile(cache, file, 1);
    const whole = await pinOf(reducedPath(cache, file));
    await harm(reducedPath(cache, file), sidecarPath(cache, file));
    expect((await reducedMismatch(cache, file))?.detail).toContain(detail);
    await reduceFile(cache, file, 1);
    expect(await reducedMismatch(cache, file)).toBeNull();
    expect(await pinOf(reducedPath(cache, file))).toEqual(whole);
  });

  test("a raw file that is damaged is never reduced, and leaves nothing", async () => {
    const { cache, file } = await cached();
    await truncate(cachedPath(cache, file), 2000);
    await expect(reduceFile(cache, file, 1)).rejects.toThrow("has 2000 bytes instead of");
    expect(await readdir(dirname(cachedPath(cache, file)))).toEqual([file.sha256]);
  });

  test("what a run that was killed left half-written is removed, and never read", async () => {
    const { cache, file } = await cached();
    const path = reducedPath(cache, file);
    await put(`${path}.part-999999999-0`, "half");
    await put(path, "renamed, but killed before it was said what it is");
    expect((await reducedMismatch(cache, file))?.rule).toBe("not-cached");
    await reduceFile(cache, file, 1);
    const names = (await readdir(dirname(path))).sort();
    expect(names).toEqual([file.sha256, `${file.sha256}.reduced.json`, `${file.sha256}.reduced.parquet`]);
  });
});

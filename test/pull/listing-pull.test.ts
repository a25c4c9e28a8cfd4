import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findLoaders } from "#loaders/discover.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import { openHub } from "#scripts/lib/hub/hub.ts";
import { pullListing } from "#scripts/lib/hub/pull-listing.ts";
import { localSource } from "#scripts/lib/local.ts";
import type { Paths } from "#scripts/lib/paths.ts";
import { readRecords } from "#scripts/lib/records.ts";
import { objects, querySources, withEngine } from "#test/fixtures/query.ts";
import { admitted, snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { put } from "#test/fixtures/source.ts";
import { emptyList, html, type LoopbackHub, status } from "#test/hub/loopback/index.ts";
import { listingHub, models } from "./listing-support.ts";
import { failure, fakeClock, token } from "./support.ts";

const { server, hub, clock } = await listingHub();
afterAll(() => server.close());

/** The same server under an address that is not on this machine, so that its rows do not count as made up. */
function real({ url }: LoopbackHub) {
  const [endpoint, clock] = ["https://hub.invalid", fakeClock()];
  const elsewhere = async (input: string | URL | Request, init?: RequestInit) => {
    const response = await fetch(String(input).replace(endpoint, url), init);
    const headers = new Headers(response.headers);
    const link = headers.get("link");
    if (link) headers.set("link", link.replace(url, endpoint));
    headers.delete("content-encoding");
    return new Response(await response.arrayBuffer(), { status: response.status, headers });
  };
  return openHub({ endpoint, token, clock, fetch: elsewhere });
}

let paths: Paths;
let dir: string;
const told: string[] = [];
beforeAll(async () => {
  paths = await snapshotProject();
  dir = await pullListing({ top: 1100 }, { hub: real(server), paths, tell: (line) => told.push(line) });
});

test("brings the most downloaded of today, whole, with nothing left beside", async () => {
  expect(dir).toBe(join(paths.incoming, "hub-listing", "2026-11-18"));
  expect((await readdir(dir)).toSorted()).toEqual(["datasets.parquet", "models.parquet", "snapshot.json"]);
  expect(told).toEqual(["models: 1100 rows in 3 pages, 0 repeated", "datasets: 1100 rows in 3 pages, 0 repeated"]);
  const text = await readFile(join(dir, "snapshot.json"), "utf8");
  expect(text).not.toContain(token);
  expect(JSON.parse(text)).toMatchObject({
    source: "hub-listing",
    observed_on: "2026-11-18",
    committed_at: null,
    generated: false,
  });
});

test("has the columns and types of the Hub's copies, and a row of each kind as it was listed", async () => {
  await withEngine(async (engine) => {
    const from = `read_parquet('${join(dir, "models.parquet")}')`;
    const { types } = await engine.query(`SELECT * FROM ${from} LIMIT 0`);
    const plain = [...types].map(([name, type]) => [name, type.replaceAll('"', "")]);
    expect(Object.fromEntries(plain)).toMatchObject({
      ...{ _id: "VARCHAR", createdAt: "TIMESTAMP", downloads: "BIGINT", trendingScore: "DOUBLE", tags: "VARCHAR[]" },
      ...{ cardData: "VARCHAR", gguf: "VARCHAR", gated: "VARCHAR", owner_type: "VARCHAR" },
      safetensors: "STRUCT(parameters STRUCT(BF16 BIGINT, miku BIGINT), total BIGINT)",
      baseModels: "STRUCT(relation VARCHAR, models STRUCT(_id VARCHAR, id VARCHAR)[])",
    });
    const rows = await objects(
      engine,
      `SELECT id, "cardData", gated, strftime("createdAt", '%Y-%m-%dT%H:%M:%S.%gZ') AS created, safetensors.total AS total, safetensors.parameters.miku AS miku, "baseModels".models[1].id AS base FROM ${from}`,
    );
    const wanted = models.slice(0, 1100).map((one) => ({
      ...{
        id: one.id,
        cardData: one.cardData ? JSON.stringify(one.cardData) : null,
        gated: one.gated === false ? "False" : one.gated,
      },
      ...{
        created: one.createdAt,
        total: one.safetensors?.total ?? null,
        miku: one.safetensors?.parameters.miku ?? null,
      },
      base: one.baseModels?.models[0]?.id ?? null,
    }));
    expect(rows.toSorted((a, b) => String(a.id).localeCompare(String(b.id)))).toEqual(
      wanted.toSorted((a, b) => a.id.localeCompare(b.id)),
    );
  });
});

test("is admitted as a part of the Hub: rules for all of it are named as not applied, and the record says what it is", async () => {
  const outcome = await admitted(paths, dir);
  expect(outcome.decision.refused.map(({ rule, found }) => [rule.id, found])).toEqual([]);
  const reasons = new Map(
    outcome.tables.flatMap(({ results }) =>
      results.map((one) => [String(`${one.table}/${one.rule.id}`), one] as const),
    ),
  );
  for (const name of [
    "models/models-floor",
    "datasets/datasets-floor",
    "models/observed-day",
    "models/repositories-kept",
  ])
    expect(reasons.get(name)).toMatchObject({
      verdict: "not-applicable",
      found: expect.stringContaining("the 1100 most downloaded models"),
    });
  for (const name of [
    "models/generated-identities",
    "models/all-time-era",
    "models/keys-unique",
    "models/cards-json",
    "datasets/counters-whole",
  ])
    expect(reasons.get(name)).toMatchObject({ verdict: "passed" });
  const [source] = await readRecords(paths.sources);
  expect(source).toMatchObject({ id: "hub-listing", complete: false, generated: false, licence: { spdx: null } });
  expect(source?.population).toBe(
    "the 1100 most downloaded models and the 1100 most downloaded datasets of the Hugging Face Hub",
  );
});

test("gives canonical models with the kind of each owner, unknown where nobody knows", async () => {
  const [source] = await readRecords(paths.sources);
  if (!source) throw new Error("no record");
  const files = localSource(source, paths, await readSnapshots("hub-listing", paths.snapshots));
  const loads = (await findLoaders("hub-listing", "loaders")).map((loader) => ({ loader, files }));
  const rows = await querySources(
    loads,
    "SELECT owner, owner_type, count(*) AS n, sum(downloads_30d) AS downloads FROM models GROUP BY ALL ORDER BY 1",
  );
  const wanted = [0, 1, 2, 3, 4].map((n) => {
    const own = models.slice(0, 1100).filter(({ author }) => author === `Owner-${n}`);
    const downloads = own.reduce((sum, one) => sum + one.downloads, 0);
    return { owner: `Owner-${n}`, owner_type: ["org", "org", "user", "user", null][n], n: own.length, downloads };
  });
  expect(rows).toEqual(wanted);
});

test("a day that is there is not listed again, and another number is", async () => {
  const before = server.requests.length;
  const again = openHub({
    endpoint: "https://hub.invalid",
    clock: fakeClock(),
    fetch: () => Promise.reject(new Error("asked")),
  });
  expect(await pullListing({ top: 1100 }, { hub: again, paths })).toBe(dir);
  const own = { ...paths, snapshots: join(paths.root, "none") };
  expect(await failure(pullListing({ top: 50 }, { hub: again, paths: own }))).toMatchObject({ rule: "network" });
  expect(server.requests.length).toBe(before);
  expect((await readdir(dir)).toSorted()).toEqual(["datasets.parquet", "models.parquet", "snapshot.json"]);
});

test("another number than that of the series is called wrongly, on any day, before anything is asked", async () => {
  const asked = server.requests.length;
  const wrong = failure(pullListing({ top: 50 }, { hub, paths, clock: fakeClock(Date.parse("2026-12-01T00:00:00Z")) }));
  expect(await wrong).toMatchObject({
    name: "UsageError",
    message: "--top 50: the series hub-listing is of the 1100 most downloaded; give --top 1100",
  });
  expect(server.requests.length).toBe(asked);
});

test.each(["{", "null", "{}"])("a snapshot.json of %s is that of no list, which is made anew", async (text) => {
  const own = await snapshotProject();
  const day = join(own.incoming, "hub-listing", "2026-11-18");
  await put(join(day, "snapshot.json"), text);
  expect(await pullListing({ top: 5 }, { hub, paths: own, clock: fakeClock() })).toBe(day);
  expect(await readFile(join(day, "snapshot.json"), "utf8")).toContain("listing/top-5");
});

test.each([
  ["the second list fails", "/api/datasets", html()],
  ["a page is empty", "/api/models", emptyList()],
  ["an account is refused", "/overview", status(403)],
] as const)("%s: an error, and no file", async (_, path, effect) => {
  const own = await snapshotProject();
  const day = join(own.incoming, "hub-listing", "2026-11-18");
  await put(join(day, "rows.part-999999999-0", "models-0.ndjson"), "{");
  await put(join(day, "models.parquet.part-999999999-1"), "half");
  const fault = server.fail({ path, effect });
  expect(await failure(pullListing({ top: 600 }, { hub, paths: own }))).toHaveProperty("rule");
  fault.lift();
  expect(await readdir(day)).toEqual([]);
  const folder = await pullListing({ top: 600 }, { hub, paths: own, clock });
  expect(JSON.parse(await readFile(join(folder, "snapshot.json"), "utf8"))).toMatchObject({ generated: true });
  await withEngine(async (engine) => {
    const from = `parquet_kv_metadata('${join(folder, "models.parquet")}')`;
    expect(await objects(engine, `SELECT decode(key) AS key FROM ${from}`)).toContainEqual({ key: "generated" });
  });
});

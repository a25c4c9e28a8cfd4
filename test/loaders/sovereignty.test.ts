import { expect, test } from "vitest";
import { curatedModels, ownerDownloads, topModels } from "#analyses/sovereignty/tables.ts";
import { loadReference, loadSources, selectSources } from "#loaders/engine/canonical.ts";
import { runEvidence } from "#loaders/engine/evidence.ts";
import { type EvidenceSchema, standingOn } from "#loaders/schema/evidence.ts";
import type { Row } from "#loaders/schema/table.ts";
import { crawlLoads, owner } from "#test/fixtures/crawls.ts";
import { withEngine } from "#test/fixtures/query.ts";

const withList = ["osir-lmts", "tracked-models"];

async function rowsOf<S extends EvidenceSchema>(declared: S, pinned: readonly string[] = withList): Promise<Row<S>[]> {
  const loads = await crawlLoads();
  const schema = standingOn(declared, pinned) as unknown as S;
  return withEngine(async (engine) => {
    await loadSources(engine, loads);
    await loadReference(engine, { owners: ["QWEN", "THUDM", "zai-org"].map(owner), renames: [] });
    await selectSources(engine, loads, schema.sources);
    return runEvidence(engine, schema);
  });
}

const december = { observed_on: "2024-12-13", window_start: "2024-11-12" };
const january = { observed_on: "2025-01-14", window_start: "2024-12-15" };
const february = { observed_on: "2025-02-14", window_start: "2025-01-15" };
const outside = {
  in_panel: false,
  namespaces: 1,
  models: 1,
  curated_models: 0,
  curated_downloads_30d: 0,
  first_seen: null,
};
const inside = { owner: "QWEN", in_panel: true, namespaces: 1, curated_models: 1 };

test("owner-downloads, worked out by hand", async () => {
  expect(await rowsOf(ownerDownloads)).toEqual([
    { ...december, ...inside, models: 1, downloads_30d: 5, curated_downloads_30d: 5, first_seen: null },
    { ...december, ...outside, owner: "THUDM", downloads_30d: 10 },
    { ...january, ...outside, owner: "(unregistered)", downloads_30d: 7 },
    { ...january, ...inside, models: 2, downloads_30d: 21, curated_downloads_30d: 20, first_seen: 1 },
    { ...january, ...outside, owner: "THUDM", downloads_30d: 30, first_seen: 0 },
    { ...february, ...inside, models: 2, downloads_30d: 27, curated_downloads_30d: 25, first_seen: 1 },
    { ...february, ...outside, owner: "zai-org", downloads_30d: 40, curated_models: 1, curated_downloads_30d: 40 },
  ]);
});

test("top-models follows the panel's leading models", async () => {
  const rows = await rowsOf(topModels);
  expect(rows.map(({ observed_on, repo, downloads_30d }) => [observed_on, repo, downloads_30d])).toEqual([
    ["2025-01-14", "Qwen/q1", 20],
    ["2025-01-14", "Qwen/q2", 1],
    ["2025-02-14", "Qwen/q1", 25],
    ["2025-02-14", "Qwen/q3", 2],
  ]);
});

test("curated-models counts the list by registered namespace", async () => {
  const observed_on = "2026-08-17";
  expect(await rowsOf(curatedModels)).toEqual([
    { observed_on, owner: "(unregistered)", models: 1 },
    { observed_on, owner: "QWEN", models: 1 },
    { observed_on, owner: "zai-org", models: 1 },
  ]);
});

test("without the curated list, what rests on it is unknown and the rest the same", async () => {
  const [alone, listed] = await Promise.all([rowsOf(ownerDownloads, ["osir-lmts"]), rowsOf(ownerDownloads)]);
  const unknown = { curated_models: null, curated_downloads_30d: null };
  expect(alone).toEqual(listed.map((row) => ({ ...row, ...unknown })));
  const models = await rowsOf(topModels, ["osir-lmts"]);
  expect(new Set(models.map(({ curated }) => curated))).toEqual(new Set([null]));
});

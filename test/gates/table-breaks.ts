import type { SnapshotTable } from "#loaders/schema/snapshot.ts";
import type { Tried } from "#test/fixtures/snapshot-gates.ts";
import { type Break, replacing, replacingOne, rewritten } from "./breaks.ts";

const sizes = { models: 120, datasets: 60, daily_papers: 40 } as const;
const needed = { models: "id", datasets: "id", daily_papers: "paper_id" } as const;
const real = { origin: { generated: false } };
const before = (tried: Tried): Tried => ({ ...tried, before: {} });

/** Breaks of rules that hold for every table. */
export function tableBreaks(table: SnapshotTable): Readonly<Record<string, Break>> {
  const n = sizes[table];
  const id = needed[table];
  return {
    "whole-file": { tried: { truncated: table }, found: `is no whole Parquet file` },
    "needed-columns": {
      tried: rewritten(table, `SELECT * RENAME (${id} AS name) FROM rows`),
      found: `${id} is missing`,
    },
    "column-types": { tried: replacing(table, id, `length(${id})`), found: `${id} is BIGINT, not text` },
    "columns-kept": {
      tried: before({ tables: { [table]: (rows: string) => `SELECT * EXCLUDE (${optional[table]}) FROM (${rows})` } }),
      found: `${optional[table].replaceAll('"', "")} was there in 2026-05-20`,
    },
    "generated-mark": { tried: { ...real, mark: true }, found: "generated = true" },
    "not-empty": { tried: rewritten(table, "SELECT * FROM rows LIMIT 0"), found: "0 rows" },
    "keys-known": {
      tried: replacing(table, id, `CASE WHEN ${id} LIKE '%7' THEN NULL ELSE ${id} END`),
      found: `key: ${n / 10} of ${n}`,
      row: "null  null",
    },
    "keys-unique": {
      tried: rewritten(
        table,
        `SELECT * FROM rows UNION ALL (SELECT * REPLACE (upper(${id}) AS ${id}) FROM rows ORDER BY ${id} LIMIT 1)`,
      ),
      found: `1 of ${n + 1} repeat another`,
    },
    "rows-drift": {
      tried: before(rewritten(table, `SELECT * FROM rows LIMIT ${n / 2}`)),
      found: `rows: ${n / 2} after ${n} in 2026-05-20, 0.500 times`,
    },
  };
}

/** A column that may be missing, but not once it was there. */
const optional = { models: "library_name", datasets: "gated", daily_papers: '"paper_githubRepo"' } as const;

/** Breaks of rules on one table alone. */
export const ownBreaks: Readonly<Record<string, Break>> = {
  "models/parents-era": {
    tried: { ...real, ...rewritten("models", 'SELECT * EXCLUDE (gguf, "baseModels") FROM rows') },
    found: "baseModels is missing; gguf is missing",
  },
  "models/observed-day": {
    tried: { origin: { observed_on: "2026-05-24" } },
    found: "the newest change is 4 days before 2026-05-24",
  },
  "models/safetensors-plausible": {
    tried: replacingOne("models", "safetensors", "struct_update(safetensors, total := 20000000000000000)"),
    found: "safetensors.total: 1 of 90",
    row: "owner-7/m-7  20000000000000000",
  },
  "models/gguf-plausible": {
    tried: replacingOne("models", "gguf", `'{"total": 20000000000000000}'`),
    found: "gguf.total: 1 of 31",
    row: "owner-7/m-7  2e+16",
  },
  "models/gguf-json": { tried: replacingOne("models", "gguf", "'{'"), found: "gguf: 1 of 31", row: "owner-7/m-7  {" },
  "models/gated-words": {
    tried: rewritten(
      "models",
      "SELECT *, CASE WHEN id = 'owner-7/m-7' THEN 'perhaps' ELSE 'False' END AS gated FROM rows",
    ),
    found: "gated: 1 of 120",
    row: "owner-7/m-7  perhaps",
  },
  "datasets/gated-words": {
    tried: replacingOne("datasets", "gated", "'perhaps'"),
    found: "gated: 1 of 60",
    row: "owner-7/d-7  perhaps",
  },
  "models/nulls-drift": {
    tried: before(replacing("models", "pipeline_tag", "NULL::VARCHAR")),
    found: "nulls pipeline_tag: 1.00 after 0.200",
  },
  "datasets/nulls-drift": {
    tried: before(
      replacing("datasets", "mainSize", "CASE WHEN id LIKE '%7' OR id LIKE '%8' THEN NULL ELSE \"mainSize\" END"),
    ),
    found: "nulls mainSize: 0.200 after 0.00",
  },
  "datasets/dataset-size-plausible": {
    tried: replacingOne("datasets", "mainSize", "-1"),
    found: "mainSize: 1 of 60",
    row: "owner-7/d-7  -1.0",
  },
  "daily_papers/papers-floor": { tried: real, found: "40 rows" },
  "daily_papers/papers-dated": {
    tried: replacing("daily_papers", "publishedAt", 'CASE WHEN paper_upvotes = 7 THEN NULL ELSE "publishedAt" END'),
    found: "publishedAt: 1 of 40",
    row: "2605.00007  null",
  },
  "daily_papers/papers-not-future": {
    tried: replacing(
      "daily_papers",
      "publishedAt",
      "CASE WHEN paper_upvotes = 7 THEN TIMESTAMP '2026-06-01' ELSE \"publishedAt\" END",
    ),
    found: "publishedAt: 1 of 40",
    row: "2605.00007  2026-06-01 00:00:00",
  },
  "daily_papers/upvotes-plausible": {
    tried: replacing("daily_papers", "paper_upvotes", "CASE WHEN paper_upvotes = 7 THEN -7 ELSE paper_upvotes END"),
    found: "paper_upvotes: 1 of 40",
    row: "2605.00007  -7",
  },
};

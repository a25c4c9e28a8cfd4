import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type GeneratedHub, generateHub } from "#scripts/generator/hub.ts";
import { registry, rowsOf, scratch, type Table, truthOf } from "./support.ts";

const folder = join(scratch(), "hub");
let hub: GeneratedHub;
let truth: Readonly<Record<string, Table>> = {};

beforeAll(async () => {
  hub = await generateHub({ models: 10_000, months: 4, seed: 1, owners: registry }, folder);
  truth = truthOf(folder);
}, 60_000);

/** Values of a column over the rows of a table. */
function values(name: string, column: string): unknown[] {
  const { columns = [], rows = [] } = truth[name] ?? {};
  expect(columns).toContain(column);
  return rows.map((row) => row[columns.indexOf(column)]);
}

/** Tables of differences, which may be negative. */
const signed = ["attention/gain-ranks", "attention/gainers"];

/** What is the same in all rows of a table of one snapshot. */
const fixed = ["window_start", "in_panel", "uncounted", "observed_on", "builders/family-derivatives.models"];

test("no two measures of a table are equal in all rows, and none is the same everywhere", () => {
  for (const [name, { key, columns, rows }] of Object.entries(truth)) {
    if (name === "derivatives/edges") continue;
    const known = (column: string) => values(name, column).some((value) => value !== null);
    const own = columns.filter((column) => !key.includes(column) && known(column));
    const measures = own.filter((column) => !fixed.includes(column) && !fixed.includes(`${name}.${column}`));
    const texts = measures.map((column) => JSON.stringify(values(name, column)));
    expect(new Set(texts).size, name).toBe(measures.length);
    for (const column of measures) expect(new Set(values(name, column)).size, `${name}.${column}`).toBeGreaterThan(1);
    expect(rows.length, name).toBeGreaterThan(2);
  }
});

test("keys are unique, and sums are exact whole numbers", () => {
  for (const [name, { key, columns, rows }] of Object.entries(truth)) {
    const keys = rows.map((row) => JSON.stringify(row.filter((_, i) => key.includes(columns[i] ?? ""))));
    expect(new Set(keys).size, name).toBe(rows.length);
    const whole = columns.map((column) => column !== "per_like");
    const numbers = rows.flatMap((row) => row.filter((_, i) => whole[i])).filter((cell) => typeof cell === "number");
    expect(
      numbers.filter((number) => !Number.isSafeInteger(number) || (number < 0 && !signed.includes(name))),
      name,
    ).toEqual([]);
  }
});

test("the months hold renames, deletions, resets, late and new repositories", () => {
  for (const column of ["created", "reappeared", "vanished", "renamed", "resets"])
    expect(Math.min(...values("hub-flows", column).map(Number)), column).toBeGreaterThan(2);
  expect(hub.labels).toEqual(["2026-02-18", "2026-03-18", "2026-04-15", "2026-05-20"]);
});

test("every way to know a size, a licence and a gate occurs", () => {
  const ways = ["gguf", "name-over-packed", "safetensors", "name", "parent-over-packed", "parent", null];
  expect(new Set(values("hub-sizes", "parameters_from"))).toEqual(new Set(ways));
  expect(new Set(values("hub-licences", "licence_from"))).toEqual(new Set(["tag", "card", null]));
  expect(values("hub-licences", "licence")).toEqual(
    expect.arrayContaining(["(malformed)", "(malformed)+mit", "afl-3.0+mit", "apache-2.0"]),
  );
  expect(new Set(values("hub-gating", "gated"))).toEqual(new Set(["none", "auto", "manual", null]));
  expect(new Set(values("hub-created", "at_floor"))).toEqual(new Set([true, false, null]));
  for (const [name, column] of [
    ["hub-tasks", "pipeline_tag"],
    ["hub-libraries", "library"],
    ["hub-dataset-tasks", "task"],
  ] as const)
    expect(values(name, column)).toEqual(expect.arrayContaining(["(malformed)", null]));
});

test("a part of the counters stands still in the last but one snapshot and catches up in the last", async () => {
  const counters = `${folder}/*/models.parquet`;
  const [row] = await rowsOf(`
    WITH c AS (SELECT _id, downloads, downloadsAllTime AS total, filename FROM read_parquet('${counters}', filename = true)),
    s AS (SELECT *, lag(total) OVER w AS before, lag(downloads) OVER w AS previously FROM c WINDOW w AS (PARTITION BY _id ORDER BY filename))
    SELECT count(*) FILTER (filename LIKE '%2026-04-15%' AND total = before AND downloads = previously AND total > 1000) AS late,
      count(*) FILTER (filename LIKE '%2026-03-18%' AND total = before AND downloads = previously AND total > 1000) AS usual FROM s`);
  expect(Number(row?.late)).toBeGreaterThan(800);
  expect(Number(row?.usual)).toBeLessThan(400);
});

test("malformed labels are there, ids are plain, owners of weight are registered", async () => {
  const models = `'${folder}/2026-05-20/models.parquet'`;
  const [row] = await rowsOf(`
    SELECT count(*) FILTER (pipeline_tag LIKE '%<script>%') AS scripts, count(*) FILTER (length(library_name) = 300) AS long,
      count(*) FILTER (list_contains(tags, 'license:' || chr(129433) || chr(128293))) AS emoji, count(*) FILTER (pipeline_tag LIKE chr(8238) || '%') AS reversed,
      count(*) FILTER (NOT regexp_full_match(id, '[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)?')) AS odd, count(*) FILTER (id NOT LIKE '%/%') AS bare,
      count(*) FILTER (split_part(id, '/', 1) <> author) AS foreign FROM ${models}`);
  const { odd, foreign, ...there } = row ?? {};
  expect({ odd, foreign }).toEqual({ odd: 0, foreign: 0 });
  expect(Math.min(...Object.values(there).map(Number))).toBeGreaterThan(0);
  const owners = (
    await rowsOf(`SELECT author, sum(downloads) AS n FROM ${models} GROUP BY ALL ORDER BY n DESC LIMIT 40`)
  ).map(({ author }) => String(author).toLowerCase());
  expect(owners).toEqual(expect.arrayContaining(["sentence-transformers", "qwen", "deepseek-ai"]));
});

test("about three models in a hundred are on the curated list, more of the most downloaded", () => {
  const list = JSON.parse(readFileSync(join(folder, "curated.json"), "utf8")) as string[];
  expect(list.length / hub.models).toBeGreaterThan(0.02);
  expect(list.length / hub.models).toBeLessThan(0.05);
  expect(values("top-models", "curated").filter(Boolean).length).toBeGreaterThan(20);
});

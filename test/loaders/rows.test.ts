import { expect, test } from "vitest";
import { loadSources, selectSources } from "#loaders/engine/canonical.ts";
import { bool, date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { DataError } from "#loaders/schema/errors.ts";
import type { RowLoader } from "#loaders/schema/loader.ts";
import { defineTable } from "#loaders/schema/table.ts";
import { objects, withEngine } from "#test/fixtures/query.ts";
import { localFiles } from "#test/fixtures/source.ts";

const table = defineTable({
  name: "things",
  doc: "A thing.",
  key: ["id", "since"],
  columns: { id: text("."), since: nullable(date(".")), n: nullable(int(".")), x: nullable(float(".")), b: bool(".") },
});

const thing = { id: "a", since: null, n: null, x: null, b: true };

async function load(made: unknown, sql = "FROM things ORDER BY id, since NULLS FIRST") {
  const rows = async () => (typeof made === "function" ? made() : made);
  const loads = [{ loader: { source: "example", table, rows } as RowLoader, files: await localFiles({}) }];
  return withEngine(async (engine) => {
    await loadSources(engine, loads);
    await selectSources(engine, loads, ["example"]);
    return objects(engine, sql);
  });
}

test("values of every kind come out as they went in", async () => {
  const rows = [
    { id: 'it\'s "é"\n🙂 \\u0041', since: "2024-02-29", n: Number.MAX_SAFE_INTEGER, x: 0.1 + 0.2, b: false },
    { id: "", since: null, n: 0, x: 5e-324, b: true },
    { id: "big", since: "1950-07-02", n: -1, x: 1.7976931348623157e308, b: true },
    { id: "whole", since: null, n: null, x: 3, b: true },
    { id: "NULL", since: null, n: null, x: null, b: true },
  ];
  expect(new Set(await load(rows))).toEqual(new Set(rows));
});

test("no rows make an empty table with its types", async () => {
  expect(await load([], "SELECT column_type AS type FROM (DESCRIBE things)")).toEqual(
    ["VARCHAR", "DATE", "BIGINT", "DOUBLE", "BOOLEAN"].map((type) => ({ type })),
  );
});

test("ten thousand rows take less than five seconds, and none is lost between batches", async () => {
  const rows = Array.from({ length: 10_001 }, (_, n) => ({ ...thing, id: `row ${n}`, n, x: n / 7 }));
  const start = performance.now();
  const sum = rows.reduce((total, { n }) => total + n, 0);
  expect(await load(rows, "SELECT count(*) AS rows, sum(n)::BIGINT AS sum FROM things")).toEqual([
    { rows: 10_001, sum },
  ]);
  expect(performance.now() - start).toBeLessThan(5000);
});

test.each<[string, object[], string]>([
  ["an undeclared column", [{ ...thing, more: 1 }], "things.more: is produced but not declared"],
  [
    "a missing column",
    [{ id: "a", since: null, n: null, x: null }],
    "things.b: row 1 holds nothing, which is not bool",
  ],
  ["a null that is not allowed", [{ ...thing, id: null }], "things.id: row 1 holds null, which is not text"],
  ["another type", [thing, { ...thing, id: "b", n: "1" }], 'things.n: row 2 holds "1", which is not int or null'],
  ["a broken whole number", [{ ...thing, n: 1.5 }], "things.n: row 1 holds 1.5, which is not int or null"],
  ["a number that is none", [{ ...thing, x: Number.NaN }], "things.x: row 1 holds null, which is not float or null"],
  [
    "a day of no calendar",
    [{ ...thing, since: "2025-02-30" }],
    'things.since: row 1 holds "2025-02-30", which is not a day',
  ],
  ["a repeated key, null alike", [thing, { ...thing, n: 1 }], 'things: row 2 repeats the key ["a",null]'],
])("refuses %s, naming loader, column and rule", async (_, rows, message) => {
  await expect(load(rows)).rejects.toThrow(DataError);
  await expect(load(rows)).rejects.toThrow(`loaders/example.ts: 1 problem\n${message}`);
});

test("an error of the loader names the loader", async () => {
  const fail = () => {
    throw new Error("no such file");
  };
  await expect(load(fail)).rejects.toThrow("loaders/example.ts: 1 problem\nno such file");
});

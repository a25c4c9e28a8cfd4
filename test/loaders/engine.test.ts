import { describe, expect, test } from "vitest";
import { loadSources, selectSources } from "#loaders/engine/canonical.ts";
import { runEvidence } from "#loaders/engine/evidence.ts";
import { bool, type Column, date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { defineTable } from "#loaders/schema/table.ts";
import { objects, withEngine } from "#test/fixtures/query.ts";
import { localFiles } from "#test/fixtures/source.ts";

const about = { doc: "A row.", sources: ["example"], population: "examples", complete: false };

function run(columns: Record<string, Column>, sql: string, key = ["id"]) {
  const schema = defineEvidence({ name: "t", ...about, key, columns, sql });
  return withEngine((engine) => runEvidence(engine, schema));
}

describe("runEvidence", () => {
  test("gives every kind as a plain value, sorted by key", async () => {
    const columns = { id: text("."), n: int("."), x: float("."), d: date("."), b: bool("."), u: nullable(int(".")) };
    const sql = `SELECT * FROM (VALUES ('b', 2::HUGEINT, 1.50, DATE '2024-02-29', false, NULL::BIGINT),
      ('a', 1::HUGEINT, 0.25, DATE '1999-12-31', true, 0)) t(id, n, x, d, b, u)`;
    expect(await run(columns, sql)).toEqual([
      { id: "a", n: 1, x: 0.25, d: "1999-12-31", b: true, u: 0 },
      { id: "b", n: 2, x: 1.5, d: "2024-02-29", b: false, u: null },
    ]);
  });

  test("sorts text by code point, whatever the locale", async () => {
    const rows = await run({ id: text(".") }, "SELECT unnest(['é', 'a', 'Z', '(x)', 'z']) AS id");
    expect(rows.map(({ id }) => id)).toEqual(["(x)", "Z", "a", "z", "é"]);
  });

  test.each([
    ["an undeclared column", { id: int(".") }, "SELECT 1 AS id, 2 AS more", "t.more: is produced but not declared"],
    ["a missing column", { id: int("."), n: int(".") }, "SELECT 1 AS id", "t.n: is declared but not produced"],
    [
      "a float where an int is declared",
      { id: int(".") },
      "SELECT 1.5::DOUBLE AS id",
      "t.id: is DOUBLE, which cannot be int",
    ],
    [
      "a text where a date is declared",
      { id: date(".") },
      "SELECT '2024-01-01' AS id",
      "t.id: is VARCHAR, which cannot be date",
    ],
    [
      "a null that is not allowed",
      { id: int(".") },
      "SELECT NULL::BIGINT AS id",
      "t.id: row 1 holds null, which is not int",
    ],
    [
      "an int above 2^53",
      { id: int(".") },
      "SELECT 9007199254740992 AS id",
      "t.id: row 1 holds 9007199254740992, which is not int",
    ],
    ["a number that is not finite", { id: float(".") }, "SELECT 'inf'::DOUBLE AS id", "t.id: row 1"],
    ["a repeated key", { id: int(".") }, "SELECT unnest([1, 1]) AS id", "t: row 2 repeats the key [1]"],
    ["broken SQL", { id: int(".") }, "SELEC 1", "evidence t"],
  ])("refuses %s, naming table, column and rule", async (_, columns, sql, message) => {
    await expect(run(columns, sql)).rejects.toThrow(message);
  });
});

describe("canonical tables", () => {
  const table = defineTable({
    name: "things",
    doc: "A thing.",
    key: ["id"],
    columns: { id: int("."), note: nullable(text(".")) },
  });
  const loader = (source: string, sql: string) => ({ source, table, sql: () => sql });

  async function load(...sqls: string[]) {
    const files = await localFiles({});
    return sqls.map((sql, i) => ({ loader: loader(`s${i}`, sql), files }));
  }

  test("a query sees the sources that it declares, and no other", async () => {
    const loads = await load("SELECT 1 AS id, 'x' AS note", "SELECT NULL::VARCHAR AS note, 2 AS id");
    const seen = await withEngine(async (engine) => {
      await loadSources(engine, loads);
      const ids = [];
      for (const sources of [["s0"], ["s1"], ["s0", "s1"], []]) {
        await selectSources(engine, loads, sources);
        ids.push((await objects(engine, "SELECT id FROM things ORDER BY id")).map(({ id }) => id));
      }
      return ids;
    });
    expect(seen).toEqual([[1], [2], [1, 2], []]);
  });

  test.each([
    ["nulls", "SELECT NULL::BIGINT AS id, 'x' AS note", "loaders/s0.ts: 1 problem\nthings.id: is null in 1 rows"],
    ["repeated keys", "SELECT 7 AS id, unnest(['x', 'y']) AS note", "things: 2 rows share the key 7"],
    ["a missing column that must be known", "SELECT 'x' AS note", "things.id: is declared but not produced"],
    ["a column of another name", "SELECT 7 AS id, 'x' AS notes", "things.notes: is produced but not declared"],
    ["files that cannot be read", "SELECT 1 AS id, 'x' AS note FROM read_csv('nowhere.csv')", "loaders/s0.ts"],
  ])("refuses %s of a loader by name", async (_, sql, message) => {
    const loads = await load(sql);
    await expect(withEngine((engine) => loadSources(engine, loads))).rejects.toThrow(message);
  });

  test("a column that a source does not have is unknown", async () => {
    const loads = await load("SELECT 7 AS id");
    const seen = await withEngine(async (engine) => {
      await loadSources(engine, loads);
      await selectSources(engine, loads, ["s0"]);
      return objects(engine, "FROM things");
    });
    expect(seen).toEqual([{ id: 7, note: null }]);
  });

  test("a query sees no row of a later day than the one given", async () => {
    const observed = defineTable({ ...table, key: ["id"], columns: { ...table.columns, observed_on: date(".") } });
    const sql = "SELECT i AS id, 'x' AS note, DATE '2025-09-28' + i::INTEGER AS observed_on FROM range(5) t(i)";
    const loads = [{ loader: { source: "s0", table: observed, sql: () => sql }, files: await localFiles({}) }];
    const seen = await withEngine(async (engine) => {
      await loadSources(engine, loads);
      const counts = [];
      for (const day of ["2025-09-30", null, "2025-09-27"]) {
        await selectSources(engine, loads, ["s0"], day);
        counts.push(...(await objects(engine, "SELECT count(*)::INT AS n FROM things")));
      }
      return counts;
    });
    expect(seen).toEqual([{ n: 3 }, { n: 5 }, { n: 0 }]);
  });

  test("the engine runs in UTC", async () => {
    const zone = await withEngine((engine) => objects(engine, "SELECT current_setting('TimeZone') AS zone"));
    expect(zone).toEqual([{ zone: "UTC" }]);
  });
});

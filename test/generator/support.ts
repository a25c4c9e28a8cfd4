import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { csvParse } from "d3";
import { afterAll } from "vitest";
import type { RegisteredOwner } from "#scripts/generator/options.ts";

/** The registry of owners as the generator takes it. */
export const registry: RegisteredOwner[] = csvParse(readFileSync("data/reference/owners.csv", "utf8")).map(
  ({ owner = "", country = "", kind = "" }) => ({ owner, country, kind }),
);

/** A folder that is removed after the tests of the file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "generated-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type Row = Readonly<Record<string, unknown>>;

/** Rows of a query as JavaScript values: whole numbers as numbers, timestamps as dates. */
export async function rowsOf(sql: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return (await (await connection.runAndReadAll(sql)).getRowObjectsJS()).map((row) => plain(row) as Row);
  } finally {
    connection.closeSync();
  }
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

/** A table of a truth file. */
export interface Table {
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
export type Cell = string | number | boolean | null;

/** The tables of a truth file by name. */
export function truthOf(folder: string): Readonly<Record<string, Table>> {
  return (JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as { tables: Record<string, Table> }).tables;
}

/** Rows in one order, as text, to be compared. */
export function sorted(rows: readonly (readonly Cell[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

/** One row a key: the key's cells, then what each measure makes of the rows that share it. */
export function grouped<T>(
  items: readonly T[],
  key: (item: T) => readonly Cell[],
  ...measures: ((items: readonly T[]) => Cell)[]
): Cell[][] {
  const groups = Map.groupBy(items, (item) => JSON.stringify(key(item)));
  return [...groups.values()].map((all) => [...key(all[0] as T), ...measures.map((measure) => measure(all))]);
}

/** Sum of what is known; null if nothing is. */
export function sum<T>(of: (item: T) => number | null): (items: readonly T[]) => number | null {
  return (items) => {
    const known = items.map(of).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
  };
}

import { DuckDBDateValue, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { literal } from "#loaders/schema/loader.ts";
import { type BenchFiles, bareQueries } from "./bare.ts";
import { bareWindows } from "./bare-windows.ts";
import type { Rows } from "./one.ts";

/** Runs every query with nothing around it, snapshots oldest first; the result turns rows into plain values, outside of what is measured. */
export async function bare(series: readonly BenchFiles[]): Promise<() => Promise<Rows>> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  const owners = literal(series[0]?.owners ?? "");
  await connection.run(`CREATE TABLE owners AS SELECT owner FROM read_csv(${owners}, header = true)`);
  const found = new Map<string, DuckDBValue[][]>();
  for (const [name, sql] of queriesOf(series)) {
    const rows = (await connection.runAndReadAll(sql)).getRows();
    found.set(name, [...(found.get(name) ?? []), ...rows]);
  }
  return async () => new Map([...found].map(([name, rows]) => [name, rows.map((row) => row.map(plain))]));
}

function queriesOf(series: readonly BenchFiles[]): [string, string][] {
  const alone = series.map((files) => Object.entries(bareQueries(files)));
  const between = series.slice(1).map((later, i) => Object.entries(bareWindows(series[i] ?? later, later)));
  return [...alone, ...between].flat();
}

function plain(value: DuckDBValue): unknown {
  if (value instanceof DuckDBDateValue) return value.toString();
  return typeof value === "bigint" ? Number(value) : value;
}

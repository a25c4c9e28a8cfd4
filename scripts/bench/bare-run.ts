import { DuckDBDateValue, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { literal } from "#loaders/schema/loader.ts";
import { type BenchFiles, bareQueries } from "./bare.ts";
import type { Rows } from "./one.ts";

/** Runs every query with nothing around it; the result turns the rows into plain values, outside of what is measured. */
export async function bare(files: BenchFiles): Promise<() => Promise<Rows>> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE owners AS SELECT owner FROM read_csv(${literal(files.owners)}, header = true)`);
  const found = new Map<string, DuckDBValue[][]>();
  for (const [name, sql] of Object.entries(bareQueries(files)))
    found.set(name, (await connection.runAndReadAll(sql)).getRows());
  return async () => new Map([...found].map(([name, rows]) => [name, rows.map((row) => row.map(plain))]));
}

function plain(value: DuckDBValue): unknown {
  if (value instanceof DuckDBDateValue) return value.toString();
  return typeof value === "bigint" ? Number(value) : value;
}

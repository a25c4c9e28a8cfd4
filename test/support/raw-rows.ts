import { DuckDBInstance } from "@duckdb/node-api";

/** Rows of a Parquet file as its columns are, with none of the project's reading between: JSON values, int64 as text. */
export async function rawParquet(path: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`FROM read_parquet('${path.replaceAll("'", "''")}')`);
  const rows = reader.getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

import { DuckDBInstance } from "@duckdb/node-api";
import { dayInName, type RawListed } from "#test/oracles/transformersjs-daily.ts";

/** Rows of every daily listing, file by file, with none of the project's reading between. */
export async function rawDaily(files: ReadonlyMap<string, string>): Promise<RawListed[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rows: RawListed[] = [];
  for (const [path, local] of files) {
    const sql = `SELECT id, author, authorData.type AS type, downloads, likes FROM read_parquet('${local}')`;
    for (const { downloads, likes, ...row } of (await connection.runAndReadAll(sql)).getRowObjectsJson())
      rows.push({ ...row, day: dayInName(path), downloads: Number(downloads), likes: Number(likes) } as RawListed);
  }
  connection.closeSync();
  instance.closeSync();
  return rows;
}

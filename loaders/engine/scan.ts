import { DataError } from "../schema/errors.ts";
import { type FileColumns, literal } from "../schema/loader.ts";
import type { Engine } from "./engine.ts";

const described = new WeakMap<Engine, Map<string, Promise<FileColumns>>>();

/** Names and DuckDB types of a Parquet file's columns, and its writer's texts; throws a `DataError` that names the file as `shown`. */
export function describeParquet(engine: Engine, path: string, shown: string): Promise<FileColumns> {
  const known = described.get(engine) ?? new Map<string, Promise<FileColumns>>();
  described.set(engine, known);
  const found = known.get(path) ?? describe(engine, path, shown);
  known.set(path, found);
  return found;
}

async function describe(engine: Engine, path: string, shown: string): Promise<FileColumns> {
  try {
    const { types } = await engine.query(`FROM read_parquet(${literal(path)}) LIMIT 0`);
    const { rows } = await engine.query(
      `SELECT decode(key), decode(value) FROM parquet_kv_metadata(${literal(path)}) WHERE octet_length(value) < 10000`,
    );
    return { types, metadata: new Map(rows.map(([key, value]) => [String(key), String(value)])) };
  } catch (error) {
    const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new DataError(shown, [`is no whole Parquet file: ${first.replaceAll(path, shown)}; fetch it again`]);
  }
}

import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";

/** One DuckDB database in memory, in UTC, that downloads no extensions. */
export interface Engine {
  /** Runs statements for their effect. */
  run(sql: string): Promise<void>;
  /** Rows of a query as arrays, and the SQL type of each column by name. */
  query(sql: string): Promise<{ rows: DuckDBValue[][]; types: ReadonlyMap<string, string> }>;
  close(): void;
}

/** Opens an engine; `threads` is DuckDB's number of worker threads. */
export async function openEngine({ threads = 2 }: { threads?: number } = {}): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(threads),
    autoinstall_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run("LOAD icu; SET TimeZone = 'UTC'; SET preserve_insertion_order = true");
  return engineOn(connection, () => {
    connection.closeSync();
    instance.closeSync();
  });
}

function engineOn(connection: DuckDBConnection, close: () => void): Engine {
  return {
    run: async (sql) => void (await connection.run(sql)),
    query: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      const types = reader.columnTypes().map(String);
      return { rows: reader.getRows(), types: new Map(reader.columnNames().map((name, i) => [name, types[i] ?? ""])) };
    },
    close,
  };
}

import type { SourceRecord } from "./source.ts";
import type { TableSchema } from "./table.ts";

/** A source whose files are on this machine and verified. */
export interface LocalSource {
  readonly record: SourceRecord;
  /** Local path of a file of the record; throws for a path that the record does not list. */
  local(path: string): string;
}

/** Turns one source into rows of one canonical table; lives in `loaders/<source>.ts`. */
export interface Loader {
  /** Id of the source record. */
  readonly source: string;
  /** The canonical table that the rows belong to. */
  readonly table: TableSchema;
  /** DuckDB query over the local files whose columns are those of the table, by name. */
  sql(files: LocalSource): string;
}

/** Quotes text for SQL. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Quotes a name for SQL. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

import type { SourceRecord } from "./source.ts";
import type { Row, TableSchema } from "./table.ts";

/** One entry of an archive: a file on this machine, or a link to another entry. */
export interface Member {
  /** Place inside the archive, below its single top folder. */
  readonly path: string;
  /** Local path of the verified bytes; null for a link. */
  readonly local: string | null;
  /** What a link points to, as the archive has it (relative to the link's folder); null for a file. */
  readonly target: string | null;
}

/** A source whose files are on this machine and verified. */
export interface LocalSource {
  readonly record: SourceRecord;
  /** Local path of a file of the record; throws for a path that the record does not list. */
  local(path: string): string;
  /** Entries of an archive of the record, sorted by path; throws for a path that is no archive of the record. */
  members(path: string): readonly Member[];
}

interface LoaderOf<S extends TableSchema> {
  /** Id of the source record. */
  readonly source: string;
  /** The canonical table that the rows belong to. */
  readonly table: S;
}

/** Reads a source by DuckDB: the columns of the query are those of the table, by name. */
export interface SqlLoader extends LoaderOf<TableSchema> {
  sql(files: LocalSource): string;
}

/** Reads a source that DuckDB cannot, such as TOML or a package: rows of the table, in any order. */
export interface RowLoader<S extends TableSchema = TableSchema> extends LoaderOf<S> {
  rows(files: LocalSource): Promise<readonly Row<S>[]>;
}

/** Turns one source into rows of one canonical table; lives in `loaders/<source>.ts`. */
export type Loader = SqlLoader | RowLoader;

/** Declares a loader of rows, typed by its table. */
export function defineRowLoader<S extends TableSchema>(loader: RowLoader<S>): RowLoader<S> {
  return loader;
}

/** Quotes text for SQL. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Quotes a name for SQL. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

import type { Snapshot } from "./snapshot.ts";
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
  /** Admitted snapshots of the Hub among the files, first to last; none for other sources. */
  readonly snapshots: readonly Snapshot[];
}

/** DuckDB types of the columns of a Parquet file, by name, and the texts that its writer left in the footer. */
export interface FileColumns {
  readonly types: ReadonlyMap<string, string>;
  readonly metadata: ReadonlyMap<string, string>;
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

/** The rows of one day of a table over Parquet. */
export interface Part {
  /** Day that the rows speak of, `YYYY-MM-DD`. */
  readonly day: string;
  readonly sql: string;
}

/**
 * Reads Parquet where it is: its table is a view, so that a query reads the columns that it needs and nothing stands in memory.
 *
 * Snapshots are checked by their gates when they are admitted; rows of other sources are checked when they are loaded.
 */
export interface ScanLoader extends LoaderOf<TableSchema> {
  /** Local paths of the files that it reads. */
  inputs(files: LocalSource): readonly string[];
  /** A query a day; `columns` gives those of each input, by path. Throws a `DataError` for columns that cannot be read. */
  scan(files: LocalSource, columns: ReadonlyMap<string, FileColumns>): readonly Part[];
}

/** Makes a table from other canonical tables of the same source, whose days stand under names of their own. */
export interface DerivedLoader extends LoaderOf<TableSchema> {
  readonly from: readonly TableSchema[];
  /** A query a day; `name` gives the quoted name of one day of a table of `from`. */
  derive(name: (table: TableSchema, day: string) => string, files: LocalSource): readonly Part[];
}

/** Turns one source into rows of one canonical table; lives in `loaders/<source>.ts`, alone or in a list. */
export type Loader = SqlLoader | RowLoader | ScanLoader | DerivedLoader;

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

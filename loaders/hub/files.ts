import { raise } from "../schema/errors.ts";
import { type FileColumns, type LocalSource, literal, type Part } from "../schema/loader.ts";
import { placeOf, type SnapshotTable } from "../schema/snapshot.ts";
import { readColumns } from "./columns.ts";

/** One Parquet file of the Hub, and the day that its rows speak of. */
export interface HubFile {
  readonly table: SnapshotTable;
  readonly observed_on: string;
  readonly local: string;
  /** Its place inside the source, for people. */
  readonly path: string;
}

/** Finds the files of the Hub in a source. */
export type HubFiles = (files: LocalSource) => readonly HubFile[];

/** Files of admitted snapshots, laid out as in the weekly copies: `models/<label>/models.parquet`. */
export const snapshotFiles: HubFiles = ({ record, snapshots, local }) =>
  record.files.flatMap(({ path, sha256 }) => {
    const place = placeOf(path);
    const own = snapshots.find(({ label }) => label === place?.label);
    const known = own && place && own.tables[place.table]?.sha256 === sha256;
    raise(`source ${record.id}`, known ? [] : [`${path}: belongs to no admitted snapshot; run npm run snapshot`]);
    return known ? [{ table: place.table, observed_on: own.observed_on, local: local(path), path }] : [];
  });

/** Days of the snapshots that have a table, first to last. */
export function daysOf(files: readonly HubFile[], table: SnapshotTable): string[] {
  return [...new Set(files.filter((file) => file.table === table).map(({ observed_on }) => observed_on))].sort();
}

/** Files of one table. */
export function filesOf(files: readonly HubFile[], table: SnapshotTable): HubFile[] {
  return files.filter((file) => file.table === table).sort((a, b) => (a.observed_on < b.observed_on ? -1 : 1));
}

/** What the query of one file is made from. */
export interface Scanned {
  /** Sub-query that gives every read column, null for those that the file lacks. */
  readonly rows: string;
  readonly source: string;
  readonly observed_on: string;
  /** DuckDB types of the columns that the file has. */
  readonly types: ReadonlyMap<string, string>;
}

/**
 * A query for each file, in the order of their days; throws a `DataError` for columns that cannot be read, and for files
 * marked as generated in a source that does not say so.
 */
export function overFiles(
  source: LocalSource,
  files: readonly HubFile[],
  columns: ReadonlyMap<string, FileColumns>,
  query: (file: Scanned) => string,
): Part[] {
  const { id, generated } = source.record;
  return files.map(({ table, observed_on, local, path }) => {
    const { types, metadata } = columns.get(local) ?? { types: new Map(), metadata: new Map() };
    const hidden = metadata.has("generated") && !generated;
    const subject = `source ${id}: ${path}`;
    raise(subject, hidden ? [`is marked as generated, but the record says that it is not; set "generated": true`] : []);
    const rows = readColumns(table, literal(local), types, subject);
    return { day: observed_on, sql: query({ rows, source: literal(id), observed_on, types }) };
  });
}

import { type Snapshot, snapshotPath } from "#loaders/schema/snapshot.ts";
import type { SourceFile, SourceRecord } from "#loaders/schema/source.ts";
import type { Folder } from "./folder.ts";
import { templateOf } from "./templates.ts";

/**
 * The source record with the files of one more snapshot: what a person wrote in it stays, and what follows from its
 * snapshots is written anew; the same record if it has them all already.
 */
export function withSnapshot(
  current: SourceRecord | null,
  folder: Folder,
  snapshots: readonly Snapshot[],
  today: string,
): SourceRecord {
  const start = current ?? templateOf(folder.origin, today);
  const days = snapshots.map(({ observed_on }) => observed_on).sort();
  const newest = snapshots.find(({ observed_on }) => observed_on === days.at(-1));
  const next: SourceRecord = {
    ...start,
    revision: newest?.revision ?? start.revision,
    first: days[0] ?? start.first,
    last: days.at(-1) ?? start.last,
    files: filesWith(current?.files ?? [], folder),
  };
  return JSON.stringify(next) === JSON.stringify(current) ? next : { ...next, accessed: today };
}

function filesWith(files: readonly SourceFile[], { origin, files: own }: Folder): SourceFile[] {
  const added = own.map(({ table, url, bytes, sha256 }) => {
    const path = snapshotPath(table, origin.label);
    return files.find((file) => file.path === path && file.sha256 === sha256) ?? { path, url, bytes, sha256 };
  });
  const others = files.filter(({ path }) => !added.some((file) => file.path === path));
  return [...others, ...added].sort((a, b) => (a.path < b.path ? -1 : 1));
}

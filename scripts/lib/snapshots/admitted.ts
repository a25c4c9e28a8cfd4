import { placeOf, type Snapshot, snapshotPath } from "#loaders/schema/snapshot.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { problem, type SourceProblem } from "../problem.ts";

/**
 * Where a source record and the admitted snapshots of its source disagree: files that no snapshot admits, snapshots
 * whose files the record does not pin, and rows that were made up in a record that does not say so.
 */
export function checkAdmitted(record: SourceRecord, snapshots: readonly Snapshot[]): SourceProblem[] {
  return [
    ...strangers(record, snapshots),
    ...snapshots.flatMap((one) => [...unpinned(record, one), ...hidden(record, one)]),
  ];
}

function strangers({ id, files }: SourceRecord, snapshots: readonly Snapshot[]): SourceProblem[] {
  return files
    .filter(({ path, sha256 }) => {
      const place = placeOf(path);
      const own = snapshots.find(({ label }) => label === place?.label);
      return place !== undefined && own?.tables[place.table]?.sha256 !== sha256;
    })
    .map(({ path }) => problem(id, path, "admitted", "belongs to no admitted snapshot of this content"));
}

function unpinned({ id, files }: SourceRecord, { label, tables }: Snapshot): SourceProblem[] {
  return Object.entries(tables)
    .filter(
      ([table, { sha256 }]) =>
        !files.some((file) => file.path === snapshotPath(table, label) && file.sha256 === sha256),
    )
    .map(([table]) =>
      problem(
        id,
        snapshotPath(table, label),
        "admitted",
        `snapshot ${label} is admitted, but the record does not pin it`,
      ),
    );
}

function hidden({ id, generated }: SourceRecord, snapshot: Snapshot): SourceProblem[] {
  if (generated || !snapshot.generated) return [];
  const detail = `says that nothing was made up, but snapshot ${snapshot.label} was`;
  return [problem(id, `data/sources/${id}.json`, "admitted", detail, 'set "generated": true')];
}

import { placeOf, type Snapshot } from "./schema/snapshot.ts";
import type { SourceRecord } from "./schema/source.ts";

/** A source as an edition sees it: snapshots of later days, and their files, are not there. */
export function until(asOf: string, record: SourceRecord, snapshots: readonly Snapshot[]) {
  const later = new Set(snapshots.filter(({ observed_on }) => observed_on > asOf).map(({ label }) => label));
  const files = record.files.filter(({ path }) => !later.has(placeOf(path)?.label ?? ""));
  return { record: { ...record, files }, snapshots: snapshots.filter(({ label }) => !later.has(label)) };
}

import type { Snapshot } from "#loaders/schema/snapshot.ts";
import type { Folder } from "./folder.ts";

/** Why a snapshot cannot join those of its source, whatever its rows are. */
export function seriesFaults(folder: Folder, snapshots: readonly Snapshot[]): string[] {
  const { label, observed_on, repository, generated } = folder.origin;
  const same = snapshots.find((one) => one.label === label);
  const others = snapshots.filter((one) => one.label !== label);
  const [first] = others;
  return [
    ...(same && !isSame(folder, same)
      ? [
          `${label} is admitted with another content or origin; a label stands for one content: keep it, or give this one a label of its own`,
        ]
      : []),
    ...others
      .filter((one) => one.observed_on === observed_on)
      .map((one) => `${one.label} speaks of ${observed_on} already; a series has one snapshot a day`),
    ...(first && first.generated !== generated
      ? ["rows that were made up and the Hub's own cannot stand in one source; name another source in snapshot.json"]
      : []),
    ...(first && first.repository !== repository
      ? [`the source holds copies of ${first.repository}; name another source for those of ${repository}`]
      : []),
  ];
}

/** Whether the bytes are the same; upstream may give them again under another commit. */
function isSame({ origin: { repository, generated }, files }: Folder, record: Snapshot): boolean {
  const tables = files.map(({ table, sha256 }) => record.tables[table]?.sha256 === sha256);
  return (
    record.repository === repository &&
    record.generated === generated &&
    tables.every(Boolean) &&
    tables.length === Object.keys(record.tables).length
  );
}

import { shown } from "#loaders/gates/escape.ts";
import type { Examined } from "#loaders/gates/gates.ts";
import { present } from "#loaders/hub/columns.ts";
import type { Snapshot, SnapshotTable } from "#loaders/schema/snapshot.ts";
import { type Decision, namesOf } from "./decide.ts";
import type { Folder } from "./folder.ts";

/** The record of a snapshot that is admitted on a day. */
export function recordOf(
  { origin, files }: Folder,
  tables: readonly Examined[],
  { waivers }: Decision,
  predecessor: Snapshot | null,
  today: string,
): Snapshot {
  const { files: _, ...from } = origin;
  const entries = files.map(({ table, sha256 }) => [table, tableOf(table, sha256, tables)] as const);
  return {
    ...from,
    admitted_on: today,
    predecessor: predecessor?.label ?? null,
    tables: Object.fromEntries(entries.flatMap(([table, entry]) => (entry ? [[table, entry]] : []))),
    passed: namesOf(tables, "passed"),
    not_applicable: namesOf(tables, "not-applicable"),
    waivers: [...waivers],
    notes: tables.flatMap(({ notes }) => notes),
  };
}

function tableOf(table: SnapshotTable, sha256: string, tables: readonly Examined[]) {
  const own = tables.find((one) => one.table === table);
  if (!own) return null;
  const { columns, missing, unread } = present(table, own.types);
  const { rows = 0, ...measures } = own.measures;
  return {
    sha256,
    rows: rows ?? 0,
    columns: [...columns],
    missing: [...missing],
    unread: unread.map((name) => shown(name)),
    measures: { rows, ...measures },
  };
}

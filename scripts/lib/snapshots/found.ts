import { shown } from "#loaders/gates/escape.ts";
import { limitsOf, type Result } from "#loaders/gates/rule.ts";
import { present } from "#loaders/hub/columns.ts";
import type { Snapshot, SnapshotTable } from "#loaders/schema/snapshot.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import type { Paths } from "../paths.ts";
import type { Outcome } from "./admit.ts";

/** What a table of a snapshot holds, and how it moved. */
export interface FoundTable {
  readonly table: SnapshotTable;
  readonly bytes: number;
  readonly rows: number;
  /** Columns that are read. */
  readonly columns: readonly string[];
  /** Columns that would be read and are not there: their values are unknown. */
  readonly missing: readonly string[];
  /** Columns that nothing reads. */
  readonly unread: readonly string[];
  /** Columns that the predecessor does not have; none where there is no predecessor. */
  readonly added: readonly string[];
  /** What the rules on drift found against the predecessor. */
  readonly drift: readonly string[];
}

/** What each table of a snapshot holds: as examined now, or as recorded where it was admitted before. */
export async function foundIn(outcome: Outcome, { snapshots }: Pick<Paths, "snapshots">): Promise<FoundTable[]> {
  const { origin, files } = outcome.folder;
  const all = await readSnapshots(origin.source, snapshots);
  const before = all.find(({ label }) => label === outcome.predecessor);
  const recorded = all.find(({ label }) => label === origin.label);
  return files.map(({ table, bytes }) => {
    const columns = columnsOf(outcome, table) ?? recorded?.tables[table] ?? nothing;
    const results = outcome.tables.find((one) => one.table === table)?.results ?? [];
    return { table, bytes, ...columnsIn(columns, before?.tables[table]), drift: results.flatMap(driftOf) };
  });
}

type Columns = Pick<FoundTable, "rows" | "columns" | "missing" | "unread">;

const nothing: Columns = { rows: 0, columns: [], missing: [], unread: [] };

function columnsOf({ tables }: Outcome, table: SnapshotTable): Columns | null {
  const own = tables.find((one) => one.table === table);
  if (!own) return null;
  const { columns, missing, unread } = present(table, own.types);
  return { rows: own.measures.rows ?? 0, columns, missing, unread: unread.map((name) => shown(name)) };
}

function columnsIn({ rows, columns, missing, unread }: Columns, before: Snapshot["tables"]["models"]) {
  const known = new Set([...(before?.columns ?? []), ...(before?.unread ?? [])]);
  const added = before ? [...columns, ...unread].filter((name) => !known.has(name)) : [];
  return { rows, columns, missing, unread, added };
}

function driftOf({ rule, verdict, found }: Result): string[] {
  if (rule.kind !== "drift" || verdict === "not-applicable") return [];
  return [`${found}${verdict === "failed" ? `, which ${rule.id} does not allow (${limitsOf(rule)})` : ""}`];
}

import { openEngine } from "#loaders/engine/engine.ts";
import { describeParquet } from "#loaders/engine/scan.ts";
import { correctionsOf } from "#loaders/gates/corrected.ts";
import { type Examined, examine } from "#loaders/gates/gates.ts";
import type { Before } from "#loaders/gates/rule.ts";
import { literal } from "#loaders/schema/loader.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { type Snapshot, type SnapshotTable, snapshotTables } from "#loaders/schema/snapshot.ts";
import { cachedPath } from "../cache.ts";
import type { Progress } from "../progress.ts";
import { type Folder, pinOf } from "./folder.ts";
import { reducedMismatch, reducedPath } from "./reduce/sidecar.ts";

/** What the gates need beside the snapshot itself. */
export interface Standards {
  readonly reference: Pick<Reference, "gates" | "corrections">;
  /** The newest admitted snapshot that is older. */
  readonly predecessor: Snapshot | null;
  readonly cache: string;
  readonly threads: number;
}

/** Holds every table of a snapshot against the rules. */
export async function examineFolder(folder: Folder, standards: Standards, progress: Progress): Promise<Examined[]> {
  const engine = await openEngine({ threads: standards.threads });
  const found: Examined[] = [];
  progress.start(snapshotTables.length);
  try {
    for (const table of snapshotTables) {
      const file = folder.files.find((one) => one.table === table);
      const before = await beforeOf(table, standards);
      const corrections = correctionsOf(folder.origin, table, standards.reference.corrections);
      const held = {
        table,
        origin: folder.origin,
        before,
        corrections,
        path: file?.local ?? null,
        shown: `${table}.parquet`,
      };
      found.push(await examine(engine, standards.reference.gates, held));
      progress.step(table);
    }
  } finally {
    progress.stop();
    engine.close();
  }
  return found;
}

async function beforeOf(table: SnapshotTable, { predecessor, cache }: Standards): Promise<Before | null> {
  const record = predecessor?.tables[table];
  if (!predecessor || !record) return null;
  const path = await soundPath(cache, record);
  return {
    ...{ label: predecessor.label, columns: record.columns, unread: record.unread, measures: record.measures },
    rows: path ? `read_parquet(${literal(path)})` : null,
    types: path ? await typesOf(path) : new Map(),
  };
}

/** The raw file, or its reduced copy, which has all that is compared; null where neither is whole. */
async function soundPath(cache: string, record: { readonly sha256: string }): Promise<string | null> {
  const path = cachedPath(cache, record);
  const pin = await pinOf(path).catch(() => null);
  if (pin?.sha256 === record.sha256) return path;
  return (await reducedMismatch(cache, record)) === null ? reducedPath(cache, record) : null;
}

async function typesOf(path: string): Promise<ReadonlyMap<string, string>> {
  const engine = await openEngine({ threads: 1 });
  try {
    return (await describeParquet(engine, path, "the predecessor")).types;
  } finally {
    engine.close();
  }
}

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Engine, openEngine } from "#loaders/engine/engine.ts";
import { describeParquet } from "#loaders/engine/scan.ts";
import type { LocalSource } from "#loaders/schema/loader.ts";
import { placeOf, type Snapshot, snapshotOrigin, snapshotPath, snapshotTables } from "#loaders/schema/snapshot.ts";
import { type SourceRecord, sourceRecord } from "#loaders/schema/source.ts";

/**
 * The snapshots of a generated Hub, a folder each, as loaders see them once they are admitted.
 *
 * The record says that it is generated, so that nothing made of it can be released. Its pins are those of names, not of
 * contents: the files are read where the generator left them.
 */
export async function generatedHub(dir: string): Promise<LocalSource> {
  const labels = readdirSync(dir, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
  const engine = await openEngine();
  try {
    const snapshots: Snapshot[] = [];
    for (const label of labels.sort()) snapshots.push(await snapshotAt(engine, join(dir, label)));
    return { record: recordOf(snapshots), local: local(dir), members: () => [], snapshots };
  } finally {
    engine.close();
  }
}

function local(dir: string): LocalSource["local"] {
  return (path) => {
    const { table, label } = placeOf(path) ?? {};
    return join(dir, label ?? "", `${table}.parquet`);
  };
}

async function snapshotAt(engine: Engine, dir: string): Promise<Snapshot> {
  const { files: _, ...origin } = snapshotOrigin.parse(JSON.parse(readFileSync(join(dir, "snapshot.json"), "utf8")));
  const tables: Snapshot["tables"] = {};
  for (const table of snapshotTables) {
    const path = join(dir, `${table}.parquet`);
    if (!existsSync(path)) continue;
    const { types } = await describeParquet(engine, path, path);
    const sha256 = createHash("sha256").update(`${table} ${origin.label}`).digest("hex");
    tables[table] = { sha256, rows: 0, columns: [...types.keys()], missing: [], unread: [], measures: {} };
  }
  const verdict = { predecessor: null, passed: [], not_applicable: [], waivers: [], notes: [] };
  return { ...origin, admitted_on: origin.label, tables, ...verdict };
}

function recordOf(snapshots: readonly Snapshot[]): SourceRecord {
  const days = snapshots.map(({ observed_on }) => observed_on);
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const title = "A generated Hub";
  const files = snapshots.flatMap(({ label, tables }) =>
    Object.entries(tables).map(([table, { sha256 }]) => {
      const path = snapshotPath(table, label);
      return { path, url: `https://generated.invalid/${path}`, bytes: 0, sha256 };
    }),
  );
  return sourceRecord.parse({
    ...{ id: "hub", title, producer: title, citation: title, homepage: "https://generated.invalid/", revision: "r1" },
    ...{ licence: { spdx: "CC0-1.0", url: null, note: "" }, population: "repositories that were made up" },
    ...{ complete: true, generated: true, accessed: last, first, last, counters: {}, faults: [], files },
  });
}

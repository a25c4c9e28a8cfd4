import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SnapshotOrigin } from "#loaders/schema/snapshot.ts";
import type { Paths } from "../paths.ts";
import { type Progress, silent } from "../progress.ts";
import { jsonText, putText } from "../snapshots/put.ts";
import { bring, type Errand, undone, urlOf } from "./bring.ts";
import type { Wanted } from "./copies.ts";
import type { Hub } from "./hub.ts";
import { observe } from "./observed.ts";
import { checkRoom, type Free, freeOnDisk } from "./room.ts";
import { findUpstream, type Upstream } from "./upstream.ts";

export interface PullOptions {
  readonly hub: Hub;
  readonly paths: Pick<Paths, "incoming" | "cache">;
  /** Shows progress of the file that it names. */
  readonly progress?: (title: string) => Progress;
  /** Bytes free on a disk (default: asks it). */
  readonly free?: Free;
}

/**
 * Brings a snapshot to `.cache/incoming/<source>/<label>/` and gives the folder, which `admitSnapshot` takes.
 *
 * Files land there whole, with the size and the sha256 that the Hub gives, and `snapshot.json` is written last. A file
 * that is there or in the cache is not asked for again, and one that came in part goes on. Throws a `HubError` for what
 * the Hub or the disk lacks, and a `DataError` for files that say nothing of their day.
 */
export async function pullSnapshot(wanted: Wanted, options: PullOptions): Promise<string> {
  const { hub, paths, progress = () => silent, free = freeOnDisk } = options;
  const found = await findUpstream(hub, wanted);
  const dir = join(paths.incoming, found.series, found.label);
  await mkdir(dir, { recursive: true });
  const said = await readFile(join(dir, "snapshot.json"), "utf8").catch(() => null);
  const errands = errandsOf(found, dir);
  const left = await undone(errands, paths.cache);
  if (said !== null && left.length > 0) await rm(join(dir, "snapshot.json"), { force: true });
  await checkRoom(left, dir, free);
  for (const errand of left) await brought(errand, hub, progress);
  await putText(join(dir, "snapshot.json"), jsonText(await originOf(found, errands)));
  return dir;
}

function errandsOf({ repository, commit, files }: Upstream, dir: string): Errand[] {
  return files.map(({ table, path, bytes, sha256 }) => ({
    table,
    file: { repo: repository, revision: commit.id, path, bytes, sha256 },
    local: join(dir, `${table}.parquet`),
  }));
}

async function brought(errand: Errand, hub: Hub, progress: (title: string) => Progress): Promise<void> {
  const shown = progress(errand.file.path);
  try {
    await bring(errand, hub, shown);
  } finally {
    shown.stop();
  }
}

async function originOf(
  { series, repository, commit, label }: Upstream,
  errands: readonly Errand[],
): Promise<SnapshotOrigin> {
  return {
    ...{ source: series, repository, revision: commit.id, label },
    ...{ committed_at: commit.at, ...(await observe(errands)) },
    files: errands.map(({ table, file }) => ({ table, path: `${table}.parquet`, url: urlOf(file) })),
  };
}

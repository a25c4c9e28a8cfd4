import type { ListFileEntry } from "@huggingface/hub";
import { DataError } from "#loaders/schema/errors.ts";
import type { SnapshotTable } from "#loaders/schema/snapshot.ts";
import { snapshotTables } from "#loaders/schema/snapshot.ts";
import type { Pinned } from "#loaders/schema/source.ts";
import type { Commit } from "./commit.ts";
import { HubError } from "./error.ts";
import type { Tree } from "./tree.ts";

/** One Parquet file of a dataset repository, with the size and the sha256 that the Hub gives for it. */
export interface RemoteFile extends Pinned {
  readonly table: SnapshotTable;
  readonly path: string;
  /** The commit that brought it; null where the Hub does not say. */
  readonly commit: Commit | null;
}

/**
 * The files of a snapshot that a tree has. Throws a `HubError` where the models are missing or a sha256 is masked, as
 * those of gated repositories are, and one `DataError` for all files that could not be verified.
 */
export async function filesIn(
  tree: Tree,
  subject: string,
  place: (table: SnapshotTable) => string,
): Promise<RemoteFile[]> {
  const found = await Promise.all(
    snapshotTables.map(async (table) => ({ table, entry: await tree.entry(place(table)) })),
  );
  const files = found.flatMap(({ table, entry }) => (entry?.type === "file" ? [{ table, entry }] : []));
  if (!files.some(({ table }) => table === "models"))
    throw new HubError(`${subject}, file ${place("models")}`, "file", "is not there");
  if (files.some(({ entry }) => entry.lfs?.oid.includes("*")))
    throw new HubError(subject, "gated", "masks the sha256 of its files");
  const problems = files.flatMap(({ entry }) => faultsOf(entry).map((fault) => `${entry.path}: ${fault}`));
  if (problems.length > 0) throw new DataError(subject, problems);
  return files.map(({ table, entry }) => remote(table, entry));
}

function remote(table: SnapshotTable, { path, size, lfs, lastCommit }: ListFileEntry): RemoteFile {
  const commit = lastCommit ? { id: lastCommit.id, at: new Date(lastCommit.date).toISOString() } : null;
  return { table, path, bytes: size, sha256: lfs?.oid ?? "", commit };
}

function faultsOf({ size, lfs }: ListFileEntry): string[] {
  if (!lfs) return ["is kept without a sha256, outside LFS: nothing could verify it; pull another commit"];
  if (!/^[0-9a-f]{64}$/.test(lfs.oid)) return [`its sha256 is ${JSON.stringify(lfs.oid)}; try again`];
  return lfs.size === size ? [] : [`has ${size} and ${lfs.size} bytes at once; try again`];
}

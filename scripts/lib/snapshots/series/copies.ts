import { rm } from "node:fs/promises";
import { placeOf, type Snapshot } from "#loaders/schema/snapshot.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import { cachedPath, sizeOf } from "../../cache.ts";
import type { Paths } from "../../paths.ts";
import type { Progress } from "../../progress.ts";
import { readRecords } from "../../records.ts";
import { type RawFile, reduceFile } from "../reduce/reduce.ts";
import { reducedPath, soundCopy } from "../reduce/sidecar.ts";

/** An admitted snapshot with the one that it was held against, and the pins of its raw files. */
export interface Admitted {
  readonly record: Snapshot;
  readonly before: Snapshot | null;
  readonly files: readonly RawFile[];
}

/** Bytes of the raw files of a snapshot, and of those copies that are on this machine. */
export interface Sizes {
  readonly raw: number;
  readonly kept: number;
  /** Whether the raw files are there. */
  readonly whole: boolean;
}

/** The admitted snapshot of a label; null where it is not admitted, or its source does not pin it. */
export async function admittedAs(series: string, label: string, paths: Paths): Promise<Admitted | null> {
  const all = await readSnapshots(series, paths.snapshots);
  const record = all.find((one) => one.label === label);
  const source = (await readRecords(paths.sources)).find(({ id }) => id === series);
  const files = (source?.files ?? []).flatMap(({ path, bytes, sha256 }): RawFile[] => {
    const place = placeOf(path);
    return place?.label === label ? [{ table: place.table, bytes, sha256 }] : [];
  });
  if (!record || files.length < Object.keys(record.tables).length) return null;
  return { record, before: all.find((one) => one.label === record.predecessor) ?? null, files };
}

/** Whether a sound copy of every file is at hand, raw or reduced. */
export async function atHand({ files }: Admitted, { cache }: Paths): Promise<boolean> {
  for (const file of files) if ((await soundCopy(cache, file)) === null) return false;
  return true;
}

/** Reduces every raw file of a snapshot, and removes these when all are reduced. */
export async function reduceAll(
  { files }: Admitted,
  { cache }: Paths,
  threads: number,
  progress: Progress,
): Promise<void> {
  progress.start(files.length);
  try {
    for (const file of files) {
      await reduceFile(cache, file, threads);
      progress.step(file.table);
    }
  } finally {
    progress.stop();
  }
  for (const file of files) await rm(cachedPath(cache, file), { force: true });
}

/** Bytes of the snapshot's files, raw and as they are kept. */
export async function sizesOf({ files }: Admitted, { cache }: Paths): Promise<Sizes> {
  const raw = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const sizes = await Promise.all(
    files.map(async (file) => [await sizeOf(cachedPath(cache, file)), await sizeOf(reducedPath(cache, file))] as const),
  );
  const kept = sizes.reduce((sum, [own, reduced]) => sum + (own || reduced), 0);
  return { raw, kept, whole: sizes.every(([own]) => own > 0) };
}

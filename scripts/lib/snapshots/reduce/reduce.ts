import { rename, rm } from "node:fs/promises";
import { type Engine, openEngine } from "#loaders/engine/engine.ts";
import { describeParquet } from "#loaders/engine/scan.ts";
import { columnFaults } from "#loaders/hub/columns.ts";
import { DataError, raise } from "#loaders/schema/errors.ts";
import { literal } from "#loaders/schema/loader.ts";
import type { SnapshotTable } from "#loaders/schema/snapshot.ts";
import type { Pinned } from "#loaders/schema/source.ts";
import { cachedPath, mismatch } from "../../cache.ts";
import { leftBehind, ownPart } from "../../part.ts";
import { pinOf } from "../folder.ts";
import { jsonText, putText } from "../put.ts";
import { reducedMismatch, reducedPath, type Sidecar, sidecarPath } from "./sidecar.ts";
import { form, reducedRows, reducer } from "./sql.ts";

/** A raw file in the cache: one table of an admitted snapshot. */
export interface RawFile extends Pinned {
  readonly table: SnapshotTable;
}

/** Size of a raw file and of its reduced copy. */
export interface Reduction {
  readonly raw: number;
  readonly reduced: number;
}

/**
 * Writes the reduced copy of a raw file beside it, unless a sound one is there; the raw file stays.
 *
 * The copy gives loaders every row that the raw file does. It counts once what stands beside it is written, which is the
 * last step. Throws a `DataError` where the raw file is not whole or cannot be read.
 */
export async function reduceFile(cache: string, file: RawFile, threads: number): Promise<Reduction> {
  const path = reducedPath(cache, file);
  if ((await reducedMismatch(cache, file)) !== null) await renew(cache, file, path, threads);
  const { bytes } = await pinOf(path);
  return { raw: file.bytes, reduced: bytes };
}

async function renew(cache: string, file: RawFile, path: string, threads: number): Promise<void> {
  const raw = cachedPath(cache, file);
  const subject = `${file.table}.parquet (${file.sha256.slice(0, 12)})`;
  const wrong = await mismatch(raw, file);
  raise(subject, wrong ? [`${wrong.detail}; run npm run sources`] : []);
  await rm(sidecarPath(cache, file), { force: true });
  for (const left of await leftBehind(path)) await rm(left, { force: true });
  const part = ownPart(path);
  try {
    const rows = await write(file.table, raw, part, subject, threads);
    const own: Sidecar = { raw_sha256: file.sha256, reducer, rows, ...(await pinOf(part)) };
    await rename(part, path);
    await putText(sidecarPath(cache, file), jsonText(own));
  } finally {
    await rm(part, { force: true });
  }
}

/** Writes the reduced rows, with the mark of rows that were made up; gives their number, which must be that of the raw file. */
async function write(table: SnapshotTable, raw: string, to: string, subject: string, threads: number): Promise<number> {
  const engine = await openEngine({ threads });
  try {
    const { types, metadata } = await describeParquet(engine, raw, subject);
    raise(subject, columnFaults(table, types));
    const mark = metadata.get("generated");
    const marked = mark === undefined ? form : `${form}, KV_METADATA {generated: ${literal(mark)}}`;
    await engine.run(`COPY (${reducedRows(table, raw, types)}) TO ${literal(to)} (${marked})`);
    const [was, is] = [await rowsOf(engine, raw), await rowsOf(engine, to)];
    if (was !== is) throw new DataError(subject, [`has ${was} rows, its reduced copy ${is}; keep the raw file`]);
    return is;
  } finally {
    engine.close();
  }
}

async function rowsOf(engine: Engine, path: string): Promise<number> {
  const { rows } = await engine.query(`SELECT count(*) FROM read_parquet(${literal(path)})`);
  return Number(rows[0]?.[0]);
}

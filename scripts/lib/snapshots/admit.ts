import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Examined } from "#loaders/gates/gates.ts";
import { readReference } from "#loaders/reference.ts";
import { DataError, raise } from "#loaders/schema/errors.ts";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import { type SourceRecord, sourceRecord } from "#loaders/schema/source.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import { cachedPath, mismatch } from "../cache.ts";
import { alone } from "../lock.ts";
import type { Paths } from "../paths.ts";
import { type Progress, silent } from "../progress.ts";
import { readRecords } from "../records.ts";
import { type Accepted, type Decision, decide } from "./decide.ts";
import { examineFolder } from "./examine.ts";
import { type Folder, readFolder } from "./folder.ts";
import { jsonText, putFile, putText } from "./put.ts";
import { quarantine, quarantinePath } from "./quarantine.ts";
import { recordOf } from "./record.ts";
import { seriesFaults } from "./series.ts";
import { withSnapshot } from "./source-record.ts";

/** What a look at a snapshot, or its admission, came to. */
export interface Outcome {
  readonly folder: Folder;
  /** admitted: now or before; sound: it would be; refused: it is not. */
  readonly verdict: "admitted" | "sound" | "refused";
  /** Label of the snapshot that it was held against. */
  readonly predecessor: string | null;
  /** What the rules found; none for one that was admitted before. */
  readonly tables: readonly Examined[];
  readonly decision: Decision;
}

export interface AdmitOptions {
  readonly paths: Paths;
  readonly accepted: Accepted;
  readonly threads: number;
  /** Shows progress of the work that it names. */
  readonly progress?: (title: string) => Progress;
}

/** Holds the snapshot of a folder against the rules and changes nothing. */
export async function checkSnapshot(dir: string, options: AdmitOptions): Promise<Outcome> {
  return (await look(await folderOf(dir, options), options)).outcome;
}

/**
 * Admits the snapshot of a folder: its files go to the cache, then its record and that of its source are written. One
 * that breaks a rule that is not waived goes to quarantine instead, and nothing else changes. Doing it again after a
 * crash, or without need, is harmless. One run at a time admits to a source; throws a `DataError` for a second.
 */
export async function admitSnapshot(dir: string, options: AdmitOptions): Promise<Outcome> {
  const folder = await folderOf(dir, options);
  const { source, label } = folder.origin;
  const busy = (pid: number) =>
    new DataError(`snapshot ${source} ${label}`, [
      `another run (pid ${pid}) is admitting to ${source}; wait for it, then run the command again`,
    ]);
  return await alone(join(options.paths.locks, source), busy, () => admitFolder(folder, options));
}

async function admitFolder(folder: Folder, options: AdmitOptions): Promise<Outcome> {
  const { paths, accepted } = options;
  const { outcome, snapshots, known } = await look(folder, options);
  if (outcome.verdict === "refused") {
    await quarantine(outcome, paths.quarantine);
    return outcome;
  }
  const { tables, decision } = outcome;
  const predecessor = snapshots.find(({ label }) => label === outcome.predecessor) ?? null;
  const record = known ?? recordOf(folder, tables, decision, predecessor, accepted.on);
  const others = snapshots.filter(({ label }) => label !== record.label);
  await settle(folder, record, others, paths, accepted.on);
  return { ...outcome, verdict: "admitted" };
}

interface Look {
  readonly outcome: Outcome;
  /** Admitted snapshots of the same source. */
  readonly snapshots: readonly Snapshot[];
  /** The record of this very snapshot, admitted before. */
  readonly known: Snapshot | null;
}

async function folderOf(dir: string, { progress = () => silent }: AdmitOptions): Promise<Folder> {
  return await readFolder(dir, progress("hash"));
}

async function look(
  folder: Folder,
  { paths, accepted, threads, progress = () => silent }: AdmitOptions,
): Promise<Look> {
  const { source, label, observed_on } = folder.origin;
  const snapshots = await readSnapshots(source, paths.snapshots);
  raise(`snapshot ${source} ${label}`, seriesFaults(folder, snapshots));
  const known = snapshots.find((one) => one.label === label) ?? null;
  if (known) return { outcome: settled(folder, known, accepted), snapshots, known };
  const predecessor = snapshots.findLast((one) => one.observed_on < observed_on) ?? null;
  const standards = { reference: await readReference(paths.reference), predecessor, cache: paths.cache, threads };
  const tables = await examineFolder(folder, standards, progress("gates"));
  const decision = decide(tables, accepted);
  const verdict = decision.refused.length > 0 ? "refused" : "sound";
  return { outcome: { folder, verdict, predecessor: predecessor?.label ?? null, tables, decision }, snapshots, known };
}

/** A snapshot that was admitted before, with the waivers of then. */
function settled(folder: Folder, { waivers, predecessor }: Snapshot, { rules }: Accepted): Outcome {
  const strange = rules.filter((name) => !waivers.some(({ rule }) => rule === name || rule.endsWith(`/${name}`)));
  raise(
    "--accept",
    strange.map((name) => `${name}: the snapshot was admitted without it; take it off`),
  );
  return { folder, verdict: "admitted", predecessor, tables: [], decision: { refused: [], waivers } };
}

/** Files first, then the record that admits them, then the source that pins them: each step can be done again. */
async function settle(
  folder: Folder,
  record: Snapshot,
  others: readonly Snapshot[],
  paths: Paths,
  today: string,
): Promise<void> {
  for (const file of folder.files) {
    const kept = cachedPath(paths.cache, file);
    if ((await mismatch(kept, file)) !== null) await putFile(file.local, kept);
  }
  const { source, label } = record;
  const current = (await readRecords(paths.sources)).find(({ id }) => id === source) ?? null;
  const next = sourceRecord.parse(withSnapshot(current, folder, [...others, record], today));
  await putText(join(paths.snapshots, source, `${label}.json`), jsonText(record));
  if (changed(current, next)) await putText(join(paths.sources, `${source}.json`), jsonText(next));
  await rm(quarantinePath(paths.quarantine, record), { recursive: true, force: true });
}

function changed(current: SourceRecord | null, next: SourceRecord): boolean {
  return JSON.stringify(current) !== JSON.stringify(next);
}

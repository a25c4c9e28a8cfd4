import { findLoaders } from "#loaders/discover.ts";
import type { Load } from "#loaders/engine/canonical.ts";
import { readReference } from "#loaders/reference.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import { until } from "#loaders/until.ts";
import type { BuildInput } from "./build.ts";
import { declaredTables } from "./declared.ts";
import type { DownloadOptions } from "./download.ts";
import { checkRevisions } from "./gates.ts";
import { localSource } from "./local.ts";
import type { Paths } from "./paths.ts";
import { SourceError } from "./problem.ts";
import type { Progress } from "./progress.ts";
import { readRecords } from "./records.ts";
import { checkAdmitted } from "./snapshots/admitted.ts";
import { reducedLines } from "./sources-report.ts";
import { fetchSources, raiseFailures } from "./store.ts";

/** A pinned source with its admitted snapshots, if it has any. */
interface Sourced {
  readonly record: SourceRecord;
  readonly snapshots: readonly Snapshot[];
}

/** What tables are built from, and the sources of which reduced copies are read, one line each. */
export interface Gathered extends Omit<BuildInput, "threads"> {
  readonly reduced: readonly string[];
}

/**
 * Gathers what the tables of an edition are built from, bringing and verifying the raw files that are needed.
 *
 * Snapshots of the Hub must be admitted; those of days after the edition's are left out. Tables at the paths in `without`
 * are not built.
 */
export async function gatherInputs(
  edition: Edition,
  paths: Paths,
  options: DownloadOptions,
  progress?: Progress,
  without: readonly string[] = [],
): Promise<Gathered> {
  const declared = await declaredTables(paths.analyses, edition);
  const tables = declared.filter(({ path }) => !without.includes(path));
  const needed = [...new Set(tables.flatMap(({ schema }) => schema.sources))].sort();
  const sources = await sourcesOf(edition, needed, paths);
  const reference = await readReference(paths.reference);
  const records = sources.map(({ record }) => record);
  const outcomes = await fetchSources(records, paths, options, progress);
  raiseFailures(outcomes);
  const loads = (await Promise.all(sources.map((source) => loadsOf(source, paths)))).flat();
  return { edition, tables, reference, loads, reduced: reducedLines(outcomes) };
}

async function sourcesOf(edition: Edition, needed: readonly string[], paths: Paths): Promise<Sourced[]> {
  const records = await readRecords(paths.sources);
  const pinned = records.filter(({ id }) => needed.includes(id));
  const sources = await Promise.all(
    pinned.map(async (record) => ({ record, snapshots: await readSnapshots(record.id, paths.snapshots) })),
  );
  const problems = [
    ...checkRevisions(edition, needed, records),
    ...sources.flatMap(({ record, snapshots }) => checkAdmitted(record, snapshots)),
  ];
  if (problems.length > 0) throw new SourceError(problems);
  return sources.map(({ record, snapshots }) => until(edition.as_of, record, snapshots));
}

async function loadsOf({ record, snapshots }: Sourced, paths: Paths): Promise<Load[]> {
  const loaders = await findLoaders(record.id, paths.loaders);
  const files = localSource(record, paths, snapshots);
  return loaders.map((loader) => ({ loader, files }));
}

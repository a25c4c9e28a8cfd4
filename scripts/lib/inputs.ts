import { findLoader } from "#loaders/discover.ts";
import type { Load } from "#loaders/engine/canonical.ts";
import { readReference } from "#loaders/reference.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import type { BuildInput } from "./build.ts";
import { declaredTables } from "./declared.ts";
import type { DownloadOptions } from "./download.ts";
import { checkRevisions } from "./gates.ts";
import { localSource } from "./local.ts";
import type { Paths } from "./paths.ts";
import { SourceError } from "./problem.ts";
import type { Progress } from "./progress.ts";
import { readRecords } from "./records.ts";
import { fetchSources, raiseFailures } from "./store.ts";

/** Gathers what the tables of an edition are built from, bringing and verifying the raw files that are needed. */
export async function gatherInputs(
  edition: Edition,
  paths: Paths,
  options: DownloadOptions,
  progress?: Progress,
): Promise<Omit<BuildInput, "threads">> {
  const tables = await declaredTables(paths.analyses);
  const needed = [...new Set(tables.flatMap(({ schema }) => schema.sources))].sort();
  const records = await pinnedRecords(edition, needed, paths);
  const reference = await readReference(paths.reference);
  raiseFailures(await fetchSources(records, paths, options, progress));
  const loads = await Promise.all(records.map((record) => load(record, paths)));
  return { edition, tables, reference, loads };
}

async function pinnedRecords(edition: Edition, needed: readonly string[], paths: Paths): Promise<SourceRecord[]> {
  const records = await readRecords(paths.sources);
  const problems = checkRevisions(edition, needed, records);
  if (problems.length > 0) throw new SourceError(problems);
  return records.filter(({ id }) => needed.includes(id));
}

async function load(record: SourceRecord, paths: Paths): Promise<Load> {
  return { loader: await findLoader(record.id, paths.loaders), files: localSource(record, paths) };
}

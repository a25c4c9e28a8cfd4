import { rm } from "node:fs/promises";
import pMap from "p-map";
import type { LocalSource } from "#loaders/schema/loader.ts";
import type { SourceFile, SourceRecord } from "#loaders/schema/source.ts";
import { cachedPath, type Mismatch, mismatch } from "./cache.ts";
import { type DownloadOptions, download } from "./download.ts";
import { problem, SourceError, type SourceProblem } from "./problem.ts";
import { type Progress, silent } from "./progress.ts";

/** What became of one pinned file. */
export interface Outcome {
  readonly record: string;
  readonly file: SourceFile;
  readonly status: "cached" | "fetched" | "failed";
  readonly problem: SourceProblem | null;
}

interface Job {
  readonly record: string;
  readonly file: SourceFile;
}

const concurrency = 8;

/** Verifies every file of the records in the cache, without the network. */
export function verifySources(
  records: readonly SourceRecord[],
  cache: string,
  progress?: Progress,
): Promise<Outcome[]> {
  return each(records, progress, async ({ record, file }) =>
    outcome(record, file, "cached", await mismatch(cachedPath(cache, file), file)),
  );
}

/** Verifies every file of the records, and brings those that are missing or damaged. */
export function fetchSources(
  records: readonly SourceRecord[],
  cache: string,
  options: DownloadOptions,
  progress?: Progress,
): Promise<Outcome[]> {
  const running = new Map<string, Promise<Ensured>>();
  return each(records, progress, async ({ record, file }) => {
    const path = cachedPath(cache, file);
    const ensured = running.get(path) ?? ensure(file, path, options);
    running.set(path, ensured);
    const { status, wrong } = await ensured;
    return outcome(record, file, status, wrong);
  });
}

interface Ensured {
  readonly status: "cached" | "fetched";
  readonly wrong: Mismatch | null;
}

async function ensure(file: SourceFile, path: string, options: DownloadOptions): Promise<Ensured> {
  const wrong = await mismatch(path, file);
  if (wrong === null) return { status: "cached", wrong };
  if (wrong.rule !== "not-cached") await rm(path);
  return { status: "fetched", wrong: await download(file, path, options) };
}

/** The problems among outcomes, as one error; nothing when there are none. */
export function raiseFailures(outcomes: readonly Outcome[]): void {
  const problems = outcomes.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) throw new SourceError(problems);
}

/** A record whose files are in the cache, as loaders see it. */
export function localSource(record: SourceRecord, cache: string): LocalSource {
  const files = new Map(record.files.map((file) => [file.path, cachedPath(cache, file)]));
  const local = (path: string): string => {
    const found = files.get(path);
    if (found === undefined) throw new Error(`source ${record.id}: the record lists no file ${path}`);
    return found;
  };
  return { record, local };
}

async function each(
  records: readonly SourceRecord[],
  progress: Progress = silent,
  work: (job: Job) => Promise<Outcome>,
): Promise<Outcome[]> {
  const jobs = records.flatMap(({ id, files }) => files.map((file) => ({ record: id, file })));
  progress.start(jobs.length);
  const done = pMap(
    jobs,
    async (job) => {
      const result = await work(job);
      progress.step(`${job.record} ${job.file.path} ${result.status}`);
      return result;
    },
    { concurrency },
  );
  return await done.finally(() => progress.stop());
}

function outcome(record: string, file: SourceFile, status: "cached" | "fetched", wrong: Mismatch | null): Outcome {
  if (wrong === null) return { record, file, status, problem: null };
  return { record, file, status: "failed", problem: problem(record, file.path, wrong.rule, wrong.detail) };
}

import pMap from "p-map";
import type { SourceArchive, SourceFile, SourcePackage, SourceRecord } from "#loaders/schema/source.ts";
import { cachedPath, unpackedPath } from "./cache.ts";
import type { DownloadOptions } from "./download.ts";
import { bring, held, type Result, type Status } from "./held.ts";
import type { Place } from "./local.ts";
import { verifyMembers } from "./members.ts";
import { verifyPackage } from "./packages.ts";
import { problem, SourceError, type SourceProblem } from "./problem.ts";
import { type Progress, silent } from "./progress.ts";
import { unpack } from "./unpack.ts";

/** What became of one pinned file, archive or package. */
export interface Outcome {
  readonly record: string;
  /** Path of the file or archive inside the source, or name of the package. */
  readonly path: string;
  readonly status: Status | "failed";
  readonly problems: readonly SourceProblem[];
}

/** How each kind of content is brought or verified. */
interface Work {
  file(file: SourceFile): Promise<Result>;
  archive(archive: SourceArchive): Promise<Result>;
  package(pin: SourcePackage): Promise<Result>;
}

const concurrency = 8;

/** Verifies everything that the records pin, without the network. */
export function verifySources(records: readonly SourceRecord[], place: Place, progress?: Progress): Promise<Outcome[]> {
  return each(records, verifying(place), progress);
}

/** Verifies everything that the records pin, and brings files and archives that are missing or damaged. */
export function fetchSources(
  records: readonly SourceRecord[],
  place: Place,
  options: DownloadOptions,
  progress?: Progress,
): Promise<Outcome[]> {
  return each(records, fetching(place, options), progress);
}

function verifying({ cache, root }: Place): Work {
  return {
    file: (file) => held(file, cache),
    archive: async (archive) => {
      const { status, wrong } = await held(archive, cache);
      return { status, wrong: [...wrong, ...(await verifyMembers(unpackedPath(cache, archive), archive))] };
    },
    package: async (pin) => ({ status: "installed", wrong: await verifyPackage(pin, root) }),
  };
}

function fetching(place: Place, options: DownloadOptions): Work {
  const running = new Map<string, Promise<Result>>();
  const once = (key: string, work: () => Promise<Result>) => {
    const result = running.get(key) ?? work();
    running.set(key, result);
    return result;
  };
  const file = async (one: SourceFile): Promise<Result> => {
    const path = cachedPath(place.cache, one);
    const { status, wrong } = await once(path, () => bring(one, place.cache, options));
    return { status, wrong: wrong.map((what) => ({ ...what, file: one.path })) };
  };
  const archive = async (one: SourceArchive) => ensureUnpacked(one, place.cache, await file(one));
  return { ...verifying(place), file, archive };
}

async function ensureUnpacked(archive: SourceArchive, cache: string, packed: Result): Promise<Result> {
  const dir = unpackedPath(cache, archive);
  if (packed.wrong.length > 0 || (await verifyMembers(dir, archive)).length === 0) return packed;
  const status = packed.status === "fetched" ? "fetched" : "unpacked";
  return { status, wrong: await unpack(cachedPath(cache, archive), dir, archive) };
}

/** The problems among outcomes, as one error; nothing when there are none. */
export function raiseFailures(outcomes: readonly Outcome[]): void {
  const problems = outcomes.flatMap(({ problems }) => problems);
  if (problems.length > 0) throw new SourceError(problems);
}

interface Job {
  readonly record: string;
  readonly path: string;
  readonly run: () => Promise<Result>;
}

async function each(records: readonly SourceRecord[], work: Work, progress: Progress = silent): Promise<Outcome[]> {
  const jobs = records.flatMap((record) => jobsOf(record, work));
  progress.start(jobs.length);
  const done = pMap(
    jobs,
    async ({ record, path, run }) => {
      const result = outcome(record, path, await run());
      progress.step(`${record} ${path} ${result.status}`);
      return result;
    },
    { concurrency },
  );
  return await done.finally(() => progress.stop());
}

function jobsOf({ id: record, files, archives, package: pin }: SourceRecord, work: Work): Job[] {
  return [
    ...files.map((file) => ({ record, path: file.path, run: () => work.file(file) })),
    ...archives.map((archive) => ({ record, path: archive.path, run: () => work.archive(archive) })),
    ...(pin ? [{ record, path: pin.name, run: () => work.package(pin) }] : []),
  ];
}

function outcome(record: string, path: string, { status, wrong }: Result): Outcome {
  const problems = wrong.map(({ file, rule, detail, remedy }) => problem(record, file, rule, detail, remedy));
  return { record, path, status: problems.length > 0 ? "failed" : status, problems };
}

import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { DataError } from "#loaders/schema/errors.ts";
import { HubError } from "../../hub/error.ts";
import type { HubRule } from "../../hub/rules.ts";
import { silent } from "../../progress.ts";
import { type AdmitOptions, admitSnapshot } from "../admit.ts";
import { putText } from "../put.ts";
import { quarantinePath } from "../quarantine.ts";
import { refusalOf } from "../report.ts";
import { type Admitted, admittedAs, atHand, reduceAll, type Sizes, sizesOf } from "./copies.ts";
import type { Due } from "./dues.ts";
import type { Candidate, Feed } from "./feed.ts";

/** What became of one day of a series. */
export type Step =
  | { readonly status: "admitted" | "kept"; readonly due: Due; readonly admitted: Admitted; readonly sizes: Sizes }
  | {
      /** refused: it is here and may not be used; failed: it cannot be had. */
      readonly status: "refused" | "failed";
      readonly due: Due;
      readonly label: string;
      readonly problems: readonly string[];
    }
  | { readonly status: "missing"; readonly due: Due };

export interface SeriesOptions extends Omit<AdmitOptions, "accepted"> {
  /** Day of the admission. */
  readonly on: string;
  /** Whether raw files stay as they are. */
  readonly keepRaw: boolean;
}

/** Rules that one snapshot alone breaks; after any other the next would fare no better. */
const own: ReadonlySet<HubRule> = new Set(["revision", "file", "size", "hash", "changed", "shape"]);

/**
 * Brings what stands for a day, unless it is admitted and at hand; holds it against the gates, reduces it, and removes what
 * is then not needed. Each part is done whole or again. Throws what would stop the next day too, such as a full disk.
 */
export async function stepOf(due: Due, feed: Feed, options: SeriesOptions): Promise<Step> {
  try {
    const candidate = await asked(due.day, feed.find(due));
    return candidate === null ? { status: "missing", due } : await take(due, candidate, feed, options);
  } catch (error) {
    if (!(error instanceof Lacking)) throw error;
    return { status: "failed", due, label: error.label, problems: error.problems };
  }
}

/** What upstream has for one day alone cannot be had or used. */
class Lacking extends Error {
  readonly label: string;
  readonly problems: readonly string[];

  constructor(label: string, problems: readonly string[]) {
    super(problems.join("\n"));
    this.label = label;
    this.problems = problems;
  }
}

/** What a feed gives; throws a `Lacking` for what is wrong with this snapshot alone. */
async function asked<T>(label: string, answer: Promise<T>): Promise<T> {
  return await answer.catch((error) => {
    if (error instanceof DataError) throw new Lacking(label, error.problems);
    if (error instanceof HubError && own.has(error.rule)) throw new Lacking(label, [error.message]);
    throw error;
  });
}

async function take(due: Due, candidate: Candidate, feed: Feed, options: SeriesOptions): Promise<Step> {
  const { label } = candidate;
  const { paths } = options;
  const mark = join(paths.incoming, feed.series, `${label}.series`);
  const known = await admittedAs(feed.series, label, paths);
  const there = known !== null && (await atHand(known, paths));
  if (there && !existsSync(mark)) return await told("kept", due, known, options);
  await putText(mark, "A series brings this snapshot, and removes its raw files once they are reduced.\n");
  const refused = there ? null : await admitted(due, candidate, feed, options);
  const step = refused ?? (await reduced(due, candidate, feed, options));
  await rm(join(paths.incoming, feed.series, label), { recursive: true, force: true });
  await rm(mark, { force: true });
  return step;
}

/** Pulls and admits; gives a step only if it was refused, by a gate or because it cannot join its series. */
async function admitted(due: Due, candidate: Candidate, feed: Feed, options: SeriesOptions): Promise<Step | null> {
  const dir = await asked(candidate.label, feed.pull(candidate));
  const problems = await refusal(dir, options).catch((error) => {
    if (!(error instanceof DataError)) throw error;
    return error.problems;
  });
  return problems.length === 0 ? null : { status: "refused", due, label: candidate.label, problems };
}

async function refusal(dir: string, options: SeriesOptions): Promise<readonly string[]> {
  const outcome = await admitSnapshot(dir, { ...options, accepted: { rules: [], because: "", on: options.on } });
  if (outcome.verdict !== "refused") return [];
  const place = quarantinePath(join(".cache", "quarantine"), outcome.folder.origin);
  return refusalOf({ ...outcome, folder: { ...outcome.folder, dir: place } });
}

async function reduced(due: Due, { label }: Candidate, feed: Feed, options: SeriesOptions): Promise<Step> {
  const { paths, threads, keepRaw, progress = () => silent } = options;
  const found = await admittedAs(feed.series, label, paths);
  if (found === null) throw new Error(`${feed.series} ${label} was admitted, but its records do not say so`);
  if (!keepRaw) await reduceAll(found, paths, threads, progress("reduce"));
  return await told("admitted", due, found, options);
}

async function told(status: "admitted" | "kept", due: Due, found: Admitted, { paths }: SeriesOptions): Promise<Step> {
  return { status, due, admitted: found, sizes: await sizesOf(found, paths) };
}

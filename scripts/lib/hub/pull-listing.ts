import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type SnapshotOrigin, snapshotOrigin } from "#loaders/schema/snapshot.ts";
import { leftBehind, ownPart } from "../part.ts";
import type { Paths } from "../paths.ts";
import { type Progress, silent } from "../progress.ts";
import { checkTop, listName, listSource } from "../snapshots/listed.ts";
import { jsonText, putText } from "../snapshots/put.ts";
import type { Clock } from "./clock.ts";
import { hubErrorOf } from "./error.ts";
import { gather } from "./gather.ts";
import type { Hub } from "./hub.ts";
import { writeParquet } from "./parquet.ts";

/** How many of the most downloaded models, and of the most downloaded datasets, are wanted. */
export interface ListingWanted {
  readonly top: number;
}

export interface ListingOptions {
  readonly hub: Hub;
  readonly paths: Pick<Paths, "incoming" | "accounts" | "snapshots">;
  readonly progress?: (title: string) => Progress;
  /** Gives the day that the rows speak of (default: the Hub's). */
  readonly clock?: Clock;
  /** Told what each list came to, a line each. */
  readonly tell?: (line: string) => void;
}

/**
 * Lists what is most downloaded today into `.cache/incoming/hub-listing/<day>/`, with the kind of every model's owner,
 * and gives the folder, which `admitSnapshot` takes.
 *
 * `snapshot.json` is written last; a day that has one is not listed again. Rows of a server on this machine count as
 * made up. Throws a `HubError`, and a `UsageError` for another number than that of the lists that are admitted.
 */
export async function pullListing({ top }: ListingWanted, options: ListingOptions): Promise<string> {
  const { hub, paths, clock = hub.clock } = options;
  await checkTop(top, paths);
  const listed = new Date(clock.now()).toISOString();
  const dir = join(paths.incoming, listSource, listed.slice(0, 10));
  const origin = originOf(top, listed);
  if (await isDone(dir, origin)) return dir;
  await mkdir(dir, { recursive: true });
  await clear(dir);
  const rows = ownPart(join(dir, "rows"));
  await mkdir(rows);
  try {
    const generated = await write(top, { ...options, dir, rows });
    await putText(join(dir, "snapshot.json"), jsonText({ ...origin, generated }));
    return dir;
  } catch (error) {
    throw hubErrorOf(error, `the list of the ${top} most downloaded`);
  } finally {
    await rm(rows, { recursive: true, force: true });
  }
}

async function write(
  top: number,
  { hub, paths, progress = () => silent, tell = () => {}, dir, rows }: ListingOptions & { dir: string; rows: string },
): Promise<boolean> {
  const { models, datasets, owners, generated } = await gather(top, {
    hub,
    accounts: paths.accounts,
    progress,
    rows,
    tell,
  });
  await rm(join(dir, "snapshot.json"), { force: true });
  await writeParquet(join(dir, "models.parquet"), { rows: models, owners, generated });
  await writeParquet(join(dir, "datasets.parquet"), { rows: datasets, generated });
  return generated;
}

/** Takes away what a run left that was killed. */
async function clear(dir: string): Promise<void> {
  const made = ["rows", "models.parquet", "datasets.parquet"].map((name) => leftBehind(join(dir, name)));
  for (const left of (await Promise.all(made)).flat()) await rm(left, { recursive: true, force: true });
}

/** Whether an earlier run has listed as many on that day. */
async function isDone(dir: string, { repository }: SnapshotOrigin): Promise<boolean> {
  try {
    const said: unknown = JSON.parse(await readFile(join(dir, "snapshot.json"), "utf8"));
    return snapshotOrigin.parse(said).repository === repository;
  } catch {
    return false;
  }
}

const api = "https://huggingface.co/api";

function originOf(top: number, listed: string): SnapshotOrigin {
  const day = listed.slice(0, 10);
  return {
    ...{ source: listSource, repository: listName(top), revision: `listed at ${listed}` },
    ...{ label: day, committed_at: null, observed_on: day, generated: false },
    part: `the ${top} most downloaded models and the ${top} most downloaded datasets of the Hugging Face Hub`,
    files: (["models", "datasets"] as const).map((table) => ({
      ...{ table, path: `${table}.parquet`, url: `${api}/${table}?sort=downloads&limit=500` },
    })),
  };
}

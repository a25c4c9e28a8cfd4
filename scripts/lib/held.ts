import { rm } from "node:fs/promises";
import type { SourceFile } from "#loaders/schema/source.ts";
import { cachedPath, mismatch } from "./cache.ts";
import { type DownloadOptions, download } from "./download.ts";
import type { Mismatch, Wrong } from "./problem.ts";
import { reducedMismatch } from "./snapshots/reduce/sidecar.ts";

/** How content is there: raw as it is pinned, as a reduced copy of a snapshot, just brought, or installed. */
export type Status = "cached" | "reduced" | "fetched" | "unpacked" | "installed";

/** How some content is there, and what is wrong with it. */
export interface Result {
  readonly status: Status;
  readonly wrong: readonly Wrong[];
}

/** Looks for a pinned file, or for its reduced copy where the raw one is gone. */
export async function held(file: SourceFile, cache: string): Promise<Result> {
  const raw = await mismatch(cachedPath(cache, file), file);
  if (raw?.rule !== "not-cached") return { status: "cached", wrong: named(file, raw) };
  const reduced = await reducedMismatch(cache, file);
  return { status: "reduced", wrong: named(file, reduced?.rule === "not-cached" ? raw : reduced) };
}

/** The same, and brings the file where there is neither. */
export async function bring(file: SourceFile, cache: string, options: DownloadOptions): Promise<Result> {
  const path = cachedPath(cache, file);
  const wrong = await mismatch(path, file);
  if (wrong === null) return { status: "cached", wrong: [] };
  if (wrong.rule !== "not-cached") await rm(path, { force: true });
  const reduced = await reducedMismatch(cache, file);
  if (reduced === null) return { status: "reduced", wrong: [] };
  const failed = named(file, await download(file, path, options));
  const unusable = failed.length > 0 && reduced.rule === "reduced" ? named(file, reduced) : [];
  return { status: "fetched", wrong: [...failed, ...unusable] };
}

function named({ path }: SourceFile, wrong: Mismatch | null): Wrong[] {
  return wrong === null ? [] : [{ ...wrong, file: path }];
}

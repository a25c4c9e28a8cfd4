import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Pinned } from "#loaders/schema/source.ts";
import { cachedPath, mismatch } from "../../cache.ts";
import type { Mismatch } from "../../problem.ts";
import { reducer } from "./sql.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What stands beside a reduced file: the raw file that it was made of, what made it, and what it must be. */
const sidecar = z.strictObject({
  /** Of the raw file, as the record of its source pins it. */
  raw_sha256: sha256,
  reducer: z.string(),
  rows: z.int().nonnegative(),
  bytes: z.int().positive(),
  sha256,
});

export type Sidecar = z.infer<typeof sidecar>;

/** Where the reduced copy of a raw file is kept, beside the place of the raw one. */
export function reducedPath(cache: string, raw: Pick<Pinned, "sha256">): string {
  return `${cachedPath(cache, raw)}.reduced.parquet`;
}

/** Where it is said what a reduced copy is; one without is none. */
export function sidecarPath(cache: string, raw: Pick<Pinned, "sha256">): string {
  return `${cachedPath(cache, raw)}.reduced.json`;
}

/** Path of the raw file, or of its reduced copy where that alone is there; says nothing of whether either is sound. */
export function pathAtHand(cache: string, raw: Pick<Pinned, "sha256">): string {
  const own = cachedPath(cache, raw);
  return !existsSync(own) && existsSync(sidecarPath(cache, raw)) ? reducedPath(cache, raw) : own;
}

/** Whether the reduced copy of a raw file can be used: null where it is whole and of today's reducer, else what is wrong. */
export async function reducedMismatch(cache: string, raw: Pick<Pinned, "sha256">): Promise<Mismatch | null> {
  const told = await readFile(sidecarPath(cache, raw), "utf8").catch(() => null);
  if (told === null) return { rule: "not-cached", detail: "is not in the cache" };
  const { data } = sidecar.safeParse(parsed(told));
  if (data?.raw_sha256 !== raw.sha256) return wrong("has nothing beside it that says of what it was made");
  if (data.reducer !== reducer) return wrong(`was made by reducer ${data.reducer}; today's is ${reducer}`);
  const found = await mismatch(reducedPath(cache, raw), data);
  return found === null ? null : wrong(found.rule === "not-cached" ? "is gone" : found.detail);
}

/** Whether any sound copy of a raw file is at hand: raw, reduced, or null for neither. */
export async function soundCopy(cache: string, raw: Pinned): Promise<"raw" | "reduced" | null> {
  if ((await mismatch(cachedPath(cache, raw), raw)) === null) return "raw";
  return (await reducedMismatch(cache, raw)) === null ? "reduced" : null;
}

function wrong(detail: string): Mismatch {
  return { rule: "reduced", detail: `the raw file is gone, and its reduced copy cannot be used: it ${detail}` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { SourceFile } from "#loaders/schema/source.ts";
import type { Rule } from "./problem.ts";

/** What is wrong with bytes on disk. */
export interface Mismatch {
  readonly rule: Rule;
  readonly detail: string;
}

/** Where verified bytes are kept: `<cache>/<aa>/<sha256>`. */
export function cachedPath(cache: string, { sha256 }: SourceFile): string {
  return join(cache, sha256.slice(0, 2), sha256);
}

/** Size of a file in bytes; 0 when there is none. */
export async function sizeOf(path: string): Promise<number> {
  const file = await stat(path).catch(() => null);
  return file?.size ?? 0;
}

/** Feeds a file, or its beginning, into a hash. */
export async function hashFile(path: string, hash = createHash("sha256")): Promise<ReturnType<typeof createHash>> {
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash;
}

/** Compares a file on disk with its pin: null when size and hash are right. */
export async function mismatch(path: string, { bytes, sha256 }: SourceFile): Promise<Mismatch | null> {
  const file = await stat(path).catch(() => null);
  if (!file) return { rule: "not-cached", detail: "is not in the cache" };
  if (file.size !== bytes) return sizeMismatch(file.size, bytes);
  const found = (await hashFile(path)).digest("hex");
  return found === sha256 ? null : hashMismatch(found, sha256);
}

/** Says that a file has another size than its pin. */
export function sizeMismatch(found: number, bytes: number): Mismatch {
  return { rule: found < bytes ? "short" : "long", detail: `has ${found} bytes instead of ${bytes}` };
}

/** Says that a file has another hash than its pin. */
export function hashMismatch(found: string, sha256: string): Mismatch {
  return { rule: "hash", detail: `has sha256 ${found} instead of ${sha256}` };
}

import { createHash, hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Pinned } from "#loaders/schema/source.ts";
import type { Mismatch } from "./problem.ts";

/** Where verified bytes are kept: `<cache>/<aa>/<sha256>`. */
export function cachedPath(cache: string, { sha256 }: Pick<Pinned, "sha256">): string {
  return join(cache, sha256.slice(0, 2), sha256);
}

/** Where an archive is unpacked: `<cache>/<aa>/<sha256>.d`, which holds `listing` and the entries below `files`. */
export function unpackedPath(cache: string, archive: Pick<Pinned, "sha256">): string {
  return `${cachedPath(cache, archive)}.d`;
}

/** Size of a file in bytes; 0 when there is none. */
export async function sizeOf(path: string): Promise<number> {
  const file = await stat(path).catch(() => null);
  return file?.size ?? 0;
}

/** Compares a file on disk with its pin: null when size and hash are right. */
export async function mismatch(path: string, { bytes, sha256 }: Pinned): Promise<Mismatch | null> {
  const file = await stat(path).catch(absent);
  if (file && file.size !== bytes) return sizeMismatch(file.size, bytes);
  const found = file && (await hashOf(path, bytes).catch(absent));
  if (found === null) return { rule: "not-cached", detail: "is not in the cache" };
  return found === sha256 ? null : hashMismatch(found, sha256);
}

/** Null for a file that is not there, also when another run has just taken it away; any other error is thrown. */
function absent(error: unknown): null {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
  throw error;
}

/** Small files are read at once: an archive has thousands of them. */
async function hashOf(path: string, bytes: number): Promise<string> {
  if (bytes <= 1 << 20) return hash("sha256", await readFile(path));
  const hashing = createHash("sha256");
  for await (const chunk of createReadStream(path)) hashing.update(chunk as Uint8Array);
  return hashing.digest("hex");
}

/** Says that a file has another size than its pin. */
export function sizeMismatch(found: number, bytes: number): Mismatch {
  return { rule: found < bytes ? "short" : "long", detail: `has ${found} bytes instead of ${bytes}` };
}

/** Says that a file has another hash than its pin. */
export function hashMismatch(found: string, sha256: string): Mismatch {
  return { rule: "hash", detail: `has sha256 ${found} instead of ${sha256}` };
}

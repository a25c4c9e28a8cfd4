import { hash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract, type Header } from "tar-stream";
import type { Entry } from "./entries.ts";

/** An archive that cannot be read, or that has an entry which is refused. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

/** An entry with its bytes, which are empty for a link. */
export interface Packed {
  readonly entry: Entry;
  readonly content: Uint8Array;
}

/**
 * Files and symbolic links of a tar.gz, in the order of the archive.
 *
 * Throws an `ArchiveError` for any other kind of entry, for one that leaves the single top folder, for one that
 * repeats a path (case disregarded, as some file systems do), and for bytes that are no whole tar.gz.
 */
export async function* readArchive(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Packed> {
  const tar = extract();
  const feeding = pipeline(chunks, createGunzip(), tar);
  feeding.catch((error: Error) => tar.destroy(error));
  const check = checker();
  try {
    for await (const stream of tar) {
      const content = await whole(stream);
      const entry = check(stream.header, content);
      if (entry !== null) yield { entry, content };
    }
    await feeding;
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError(`cannot be read: ${text(error)}`);
  } finally {
    tar.destroy();
  }
}

/** Checks one header after the other, and gives the entry; null for a folder. */
function checker(): (header: Header, content: Uint8Array) => Entry | null {
  const seen = new Map<string, string>();
  let top: string | undefined;
  return (header, content) => {
    const [first = "", ...parts] = plainParts(header);
    top ??= first;
    const folder = header.type === "directory";
    if (first !== top || (parts.length === 0 && !folder))
      throw new ArchiveError(`entry ${header.name} is not in the single top folder ${top}`);
    if (folder) return null;
    const entry = entryOf(header, parts.join("/"), content);
    refuseRepeats(entry.path, seen);
    return entry;
  };
}

function plainParts({ name, type }: Header): string[] {
  const parts = (type === "directory" ? name.replace(/\/$/, "") : name).split("/");
  if (parts.some((part) => /^\.{0,2}$|[\\\p{Cc}]/u.test(part)))
    throw new ArchiveError(`entry ${JSON.stringify(name)} leaves the archive or has no plain name`);
  return parts;
}

function entryOf({ type, linkname }: Header, path: string, content: Uint8Array): Entry {
  if (type === "symlink") return { path, target: linkname };
  if (type !== "file") throw new ArchiveError(`entry ${path} is of type ${type}, not a file, folder or symbolic link`);
  return { path, bytes: content.length, sha256: hash("sha256", content) };
}

function refuseRepeats(path: string, seen: Map<string, string>): void {
  const key = path.normalize("NFC").toLowerCase();
  const other = seen.get(key);
  if (other !== undefined) throw new ArchiveError(`entry ${path} repeats ${other}`);
  seen.set(key, path);
}

async function whole(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

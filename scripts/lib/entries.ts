import { hash } from "node:crypto";
import type { SourceArchive } from "#loaders/schema/source.ts";

/** A file of an archive, below its top folder. */
export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A symbolic link of an archive; its target is as the archive has it. */
export interface LinkEntry {
  readonly path: string;
  readonly target: string;
}

export type Entry = FileEntry | LinkEntry;

/**
 * The canonical listing of an archive, by which it is pinned.
 *
 * One line an entry, sorted by path: `<sha256>  <bytes>  <path>` for a file, `link  <target>  <path>` for a link.
 */
export function listingOf(entries: readonly Entry[]): string {
  return [...entries].sort(byPath).map(line).join("");
}

function byPath(a: Entry, b: Entry): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function line(entry: Entry): string {
  return "target" in entry
    ? `link  ${entry.target}  ${entry.path}\n`
    : `${entry.sha256}  ${entry.bytes}  ${entry.path}\n`;
}

/** Reads a listing back; throws naming the first line that is none of it. */
export function parseListing(text: string): Entry[] {
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => {
      const [, first = "", second = "", path] = /^(\S+) {2}(.+?) {2}(.+)$/.exec(line) ?? [];
      if (path === undefined) throw new Error(`"${line}" is no line of a listing`);
      return first === "link" ? { path, target: second } : { path, bytes: Number(second), sha256: first };
    });
}

/** Counts, size and hash by which a record pins the entries of an archive. */
export function membersOf(entries: readonly Entry[]): SourceArchive["members"] {
  const files = entries.filter((entry) => "bytes" in entry);
  return {
    files: files.length,
    links: entries.length - files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256: hash("sha256", listingOf(entries)),
  };
}

/**
 * Name of a member below the folder that it is unpacked into.
 *
 * What some file system cannot hold, and what DuckDB takes for a pattern, is written as `%` and hexadecimal digits.
 */
export function nameOnDisk(path: string): string {
  return path.replaceAll(/[%<>:"|?*\\[\]{}]|[. ](?=\/|$)/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}

import { hash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import pMap from "p-map";
import type { SourceArchive } from "#loaders/schema/source.ts";
import { mismatch } from "./cache.ts";
import { type Entry, type FileEntry, membersOf, nameOnDisk, parseListing } from "./entries.ts";
import type { Wrong } from "./problem.ts";

const concurrency = 32;
const remedy = "run npm run sources: it unpacks the archive again";

/** Compares an unpacked archive with its pin: its listing, then every entry with the listing, and nothing beside them. */
export async function verifyMembers(dir: string, archive: SourceArchive): Promise<Wrong[]> {
  const listing = await readFile(join(dir, "listing"), "utf8").catch(() => null);
  if (listing === null) return [{ file: archive.path, rule: "not-cached", detail: "is not unpacked" }];
  const found = hash("sha256", listing);
  if (found !== archive.members.sha256) {
    const detail = `the listing of its entries has sha256 ${found} instead of ${archive.members.sha256}`;
    return [{ file: archive.path, rule: "members", detail }];
  }
  const entries = parseListing(listing);
  return [...countsWrong(entries, archive), ...(await entriesWrong(join(dir, "files"), entries))];
}

function countsWrong(entries: readonly Entry[], { path, members }: SourceArchive): Wrong[] {
  const held = membersOf(entries);
  return (["files", "links", "bytes"] as const)
    .filter((count) => held[count] !== members[count])
    .map((count) => ({ file: path, rule: "members", detail: `holds ${held[count]} ${count}, not ${members[count]}` }));
}

async function entriesWrong(dir: string, entries: readonly Entry[]): Promise<Wrong[]> {
  const files = new Map(entries.filter((entry) => "bytes" in entry).map((file) => [nameOnDisk(file.path), file]));
  const present = await filesBelow(dir);
  const extra = [...present].filter((name) => !files.has(name)).sort();
  const found = await pMap(files, ([name, file]) => fileWrong(dir, name, file, present), { concurrency });
  return [
    ...found.flatMap((wrong) => wrong ?? []),
    ...extra.map((name): Wrong => ({ file: name, rule: "extra", detail: "is not in the archive" })),
  ];
}

async function fileWrong(
  dir: string,
  name: string,
  file: FileEntry,
  present: ReadonlySet<string>,
): Promise<Wrong | null> {
  if (!present.has(name)) return { file: file.path, rule: "not-cached", detail: "is missing", remedy };
  const wrong = await mismatch(join(dir, name), file);
  return wrong && { ...wrong, file: file.path, remedy };
}

/** Names of regular files below a folder, with / between; anything else but folders is named with its kind. */
async function filesBelow(dir: string): Promise<Set<string>> {
  const all = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = all
    .filter((it) => !it.isDirectory())
    .map((it) => {
      const name = relative(dir, join(it.parentPath, it.name)).replaceAll(sep, "/");
      return it.isFile() ? name : `${name} (not a regular file)`;
    });
  return new Set(names);
}

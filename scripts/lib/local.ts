import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LocalSource, Member } from "#loaders/schema/loader.ts";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import type { SourceArchive, SourceRecord } from "#loaders/schema/source.ts";
import { unpackedPath } from "./cache.ts";
import { type Entry, nameOnDisk, parseListing } from "./entries.ts";
import { packagePath } from "./packages.ts";
import type { Paths } from "./paths.ts";
import { pathAtHand } from "./snapshots/reduce/sidecar.ts";

/** Where sources are on this machine: the cache of files and archives, and the root that packages are installed in. */
export type Place = Pick<Paths, "cache" | "root">;

/**
 * A record whose files, archives and package have been verified, as loaders see it, with its admitted snapshots. Reduced
 * copies stand in for raw files that are gone.
 */
export function localSource(record: SourceRecord, place: Place, snapshots: readonly Snapshot[] = []): LocalSource {
  const files = new Map(record.files.map((file) => [file.path, pathAtHand(place.cache, file)]));
  for (const { path } of record.package?.files ?? [])
    files.set(path, join(packagePath(place.root, record.package ?? { name: "" }), path));
  const members = new Map<string, readonly Member[]>();
  return {
    record,
    snapshots,
    local: (path) => listed(files.get(path), record, "file", path),
    members: (path) => {
      const archive = listed(
        record.archives.find((one) => one.path === path),
        record,
        "archive",
        path,
      );
      const known = members.get(path) ?? readMembers(archive, place.cache);
      members.set(path, known);
      return known;
    },
  };
}

function listed<T>(found: T | undefined, { id }: SourceRecord, kind: string, path: string): T {
  if (found === undefined) throw new Error(`source ${id}: the record lists no ${kind} ${path}`);
  return found;
}

function readMembers(archive: SourceArchive, cache: string): readonly Member[] {
  const dir = unpackedPath(cache, archive);
  const listing = readFileSync(join(dir, "listing"), "utf8");
  if (hash("sha256", listing) !== archive.members.sha256)
    throw new Error(`${archive.path}: the listing of its entries is not the pinned one; run npm run sources`);
  return parseListing(listing).map((entry) => member(entry, join(dir, "files")));
}

function member(entry: Entry, dir: string): Member {
  const { path } = entry;
  if ("target" in entry) return { path, local: null, target: entry.target };
  return { path, local: join(dir, nameOnDisk(path)), target: null };
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import pMap from "p-map";
import type { Pinned, SourceArchive, SourceFile, SourcePackage, SourceRecord } from "#loaders/schema/source.ts";
import { ArchiveError, readArchive } from "./archive.ts";
import { type Entry, membersOf } from "./entries.ts";
import { lockedPackage, packagePath } from "./packages.ts";
import type { Open } from "./transport.ts";

/** What a record would pin if everything that it names were right as it is now. */
export interface Pins {
  readonly files: readonly SourceFile[];
  readonly archives: readonly SourceArchive[];
  readonly package: SourcePackage | null;
}

const concurrency = 8;

/** Reads every URL and installed file of a record as it is now; sizes and hashes of the record are disregarded. */
export async function pinsOf({ files, archives, package: pin }: SourceRecord, root: string, open: Open): Promise<Pins> {
  return {
    files: await pMap(files, (file) => pinFile(file, open), { concurrency }),
    archives: await pMap(archives, (archive) => pinArchive(archive, open), { concurrency: 1 }),
    package: pin && (await pinPackage(pin, root)),
  };
}

async function pinFile({ path, url }: SourceFile, open: Open): Promise<SourceFile> {
  return { path, url, ...(await measured((await open(url, 0)).chunks)) };
}

async function pinArchive({ path, url }: SourceArchive, open: Open): Promise<SourceArchive> {
  const { through, read } = meter();
  const entries: Entry[] = [];
  try {
    for await (const { entry } of readArchive(through((await open(url, 0)).chunks))) entries.push(entry);
  } catch (error) {
    throw error instanceof ArchiveError ? new ArchiveError(`${path} ${error.message}`) : error;
  }
  return { path, url, ...read(), members: membersOf(entries) };
}

/** Version and integrity are empty for a package that package-lock.json does not have. */
async function pinPackage({ name, files }: SourcePackage, root: string): Promise<SourcePackage> {
  const { version = "", integrity = "" } = (await lockedPackage(root, name)) ?? {};
  const at = (path: string) => createReadStream(join(packagePath(root, { name }), path));
  const pinned = await Promise.all(files.map(async ({ path }) => ({ path, ...(await measured(at(path))) })));
  return { name, version, integrity, files: pinned };
}

async function measured(chunks: AsyncIterable<Uint8Array>): Promise<Pinned> {
  const { through, read } = meter();
  for await (const _ of through(chunks));
  return read();
}

/** Counts and hashes bytes that pass through. */
function meter() {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    async *through(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    read: (): Pinned => ({ bytes, sha256: hash.digest("hex") }),
  };
}

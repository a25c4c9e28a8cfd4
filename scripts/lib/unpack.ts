import { createReadStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import pMap from "p-map";
import type { SourceArchive } from "#loaders/schema/source.ts";
import { ArchiveError, readArchive } from "./archive.ts";
import { type Entry, listingOf, nameOnDisk } from "./entries.ts";
import { verifyMembers } from "./members.ts";
import { leftBehind, ownPart } from "./part.ts";
import type { Wrong } from "./problem.ts";

const concurrency = 16;

/**
 * Unpacks a verified tar.gz into `dir`, by way of a folder of its own beside it.
 *
 * What was written is verified before that folder is renamed into place, and replaces what was there. Links are not
 * made; they are in the listing. Returns what is wrong; then `dir` is as it was.
 */
export async function unpack(file: string, dir: string, archive: SourceArchive): Promise<Wrong[]> {
  for (const left of await leftBehind(dir)) await rm(left, { recursive: true, force: true });
  const part = ownPart(dir);
  try {
    await writeMembers(file, part);
    const wrong = await verifyMembers(part, archive);
    if (wrong.length === 0) await settle(part, dir, archive);
    return wrong;
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return [{ file: archive.path, rule: "archive", detail: error.message }];
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

async function writeMembers(file: string, part: string): Promise<void> {
  const entries: Entry[] = [];
  const write = async ({ entry, content }: { entry: Entry; content: Uint8Array }) => {
    entries.push(entry);
    if ("target" in entry) return;
    const path = join(part, "files", nameOnDisk(entry.path));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  };
  await mkdir(part);
  await pMap(readArchive(createReadStream(file)), write, { concurrency });
  await writeFile(join(part, "listing"), listingOf(entries));
}

/** Puts a whole folder in its place, unless another run did so first; what is damaged there goes out of the way. */
async function settle(part: string, dir: string, archive: SourceArchive): Promise<void> {
  const old = ownPart(dir);
  try {
    for (let tries = 0; tries < 5; tries++) {
      if ((await moved(part, dir)) || (await verifyMembers(dir, archive)).length === 0) return;
      await rm(old, { recursive: true, force: true });
      await rename(dir, old).catch(unless("ENOENT"));
    }
    throw new Error(`${dir} cannot be replaced: something else writes to it or holds it; remove it and try again`);
  } finally {
    await rm(old, { recursive: true, force: true });
  }
}

/** Moves a folder to a place that is free; false when something is there. */
async function moved(from: string, to: string): Promise<boolean> {
  return (await rename(from, to).then(() => true, unless("ENOTEMPTY", "EEXIST", "EPERM"))) ?? false;
}

function unless(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Error && "code" in error && codes.includes(String(error.code)))) throw error;
  };
}

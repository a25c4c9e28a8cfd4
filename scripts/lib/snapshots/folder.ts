import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { raise } from "#loaders/schema/errors.ts";
import { type SnapshotOrigin, type SnapshotTable, snapshotOrigin } from "#loaders/schema/snapshot.ts";
import type { Pinned } from "#loaders/schema/source.ts";
import type { Progress } from "../progress.ts";

/** One file of a snapshot in a folder. */
export interface FolderFile extends Pinned {
  readonly table: SnapshotTable;
  /** Where it is on this machine. */
  readonly local: string;
  readonly url: string;
}

/** A snapshot in a folder, its files measured. */
export interface Folder {
  /** The folder as it was given. */
  readonly dir: string;
  readonly origin: SnapshotOrigin;
  readonly files: readonly FolderFile[];
}

/** Reads `snapshot.json` of a folder and hashes the files that it names; throws one `DataError` with all problems. */
export async function readFolder(dir: string, progress: Progress): Promise<Folder> {
  const origin = await readOrigin(dir);
  const problems: string[] = [];
  const files: FolderFile[] = [];
  progress.start(origin.files.length);
  for (const file of origin.files) {
    const local = join(dir, file.path);
    const pin = await pinOf(local).catch(() => null);
    if (pin) files.push({ table: file.table, url: file.url, local, ...pin });
    else
      problems.push(`${file.path}: snapshot.json names it, but it cannot be read; fetch it, or take it off the list`);
    progress.step(file.path);
  }
  progress.stop();
  raise(dir, problems);
  return { dir, origin, files };
}

/** Size and sha256 of a file. */
export async function pinOf(path: string): Promise<Pinned> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

async function readOrigin(dir: string): Promise<SnapshotOrigin> {
  const text = await readFile(join(dir, "snapshot.json"), "utf8").catch(() => null);
  raise(dir, text === null ? ["holds no snapshot.json that says what it is"] : []);
  const { data, error } = snapshotOrigin.safeParse(parsed(text ?? ""));
  raise(
    `${dir}/snapshot.json`,
    (error?.issues ?? []).map(({ path, message }) => `${path.join(".") || "$"} ${message}`),
  );
  if (!data) throw new Error("unreachable");
  raise(`${dir}/snapshot.json`, faultsOf(data));
  return data;
}

function faultsOf({ source, files }: SnapshotOrigin): string[] {
  const tables = files.map(({ table }) => table);
  return [
    ...(/^[a-z0-9][a-z0-9-]*$/.test(source) ? [] : ["source must be lower-case words joined by -"]),
    ...(tables.includes("models") ? [] : ["files must name the models"]),
    ...tables.filter((table, i) => tables.indexOf(table) < i).map((table) => `files names ${table} twice`),
    ...files
      .filter(({ path }) => !/^[\w-][\w.-]*$/.test(path))
      .map(({ path }) => `${path} must be a file of the folder`),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

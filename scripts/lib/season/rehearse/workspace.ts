import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DataError } from "#loaders/schema/errors.ts";
import { type Paths, pathsAt } from "../../paths.ts";

/** A copy of the project to rehearse in. */
export interface Workspace {
  readonly paths: Paths;
  remove(): Promise<void>;
}

/**
 * Copies the project's files, also those that are not committed, into a folder that is missing or empty, else a new one
 * in the system's folder for such. What is installed is linked, and so is each raw file of the cache: what is written
 * there stays in the copy.
 */
export async function copyOf(project: Paths, out: string | null): Promise<Workspace> {
  const root = out ?? (await mkdtemp(join(tmpdir(), "rehearsal-")));
  if (existsSync(root) && (await readdir(root)).length > 0)
    throw new DataError(root, ["is not empty: name a folder that is missing or empty"]);
  const remove = () => rm(root, { recursive: true, force: true });
  try {
    for (const file of filesOf(project.root)) await copy(join(project.root, file), join(root, file));
    await symlink(join(project.root, "node_modules"), join(root, "node_modules"), "junction");
    const paths = pathsAt(root);
    await linked(project.cache, paths.cache);
    return { paths, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Files that git tracks, or would if they were added. */
function filesOf(root: string): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const all = execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 }).split("\0");
  return [...new Set(all)].filter((file) => !["", "node_modules"].includes(file) && existsSync(join(root, file)));
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}

/** Links every file and unpacked archive of a cache, `<aa>/<sha256>`, into another. */
async function linked(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const start of existsSync(from) ? await readdir(from) : []) {
    const names = await readdir(join(from, start)).catch(() => []);
    if (names.length > 0) await mkdir(join(to, start), { recursive: true });
    for (const name of names.filter(isWhole)) await symlink(join(from, start, name), join(to, start, name), "junction");
  }
}

/** Whether a name is that of a file or of an unpacked archive, and not of one that is on its way. */
function isWhole(name: string): boolean {
  return /^[0-9a-f]{64}(?:\.d)?$/.test(name);
}

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Seal } from "#site/lib/seal/format.ts";

const run = promisify(execFile);

/** What cannot be had from git, in words that say what to do. */
export class HistoryError extends Error {
  override readonly name = "HistoryError";
}

/**
 * Writes the tree of a seal's commit into an empty folder, without touching the checkout that one works in.
 *
 * A tree is found under its own hash, so that any commit that holds the same files will do. Throws a `HistoryError` where
 * git does not have it, with the remedy.
 */
export async function checkOut({ commit, tree }: Seal["code"], root: string, folder: string): Promise<void> {
  if (!(await has(root, tree))) throw new HistoryError(await missing(root, commit, tree));
  const env = { ...process.env, GIT_INDEX_FILE: join(folder, ".index-of-release") };
  await run("git", ["read-tree", tree], { cwd: root, env });
  await run("git", ["checkout-index", "--all", `--prefix=${folder}/`], { cwd: root, env });
}

async function has(root: string, tree: string): Promise<boolean> {
  return run("git", ["cat-file", "-e", `${tree}^{tree}`], { cwd: root }).then(
    () => true,
    () => false,
  );
}

async function missing(root: string, commit: string, tree: string): Promise<string> {
  const shallow = await run("git", ["rev-parse", "--is-shallow-repository"], { cwd: root }).catch(() => null);
  const what = `commit ${commit.slice(0, 12)}, from which the edition was released,`;
  if (shallow === null) return `${what} cannot be looked up: this folder is no clone of git; clone the repository`;
  return shallow.stdout.trim() === "true"
    ? `${what} is not in this shallow clone: run git fetch --unshallow`
    : `${what} and its tree ${tree.slice(0, 12)} are not in this clone: fetch the branch or tag that holds them`;
}

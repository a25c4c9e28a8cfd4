import { execFileSync } from "node:child_process";

/** The commit of a working tree, and what of it is not committed. */
export interface Checkout {
  readonly commit: string;
  /** Hash of the tree of the commit. */
  readonly tree: string;
  /** Paths that differ from the commit. */
  readonly changed: readonly string[];
}

/** The commit that a folder is checked out at; null where git knows none. */
export function checkout(root: string): Checkout | null {
  try {
    const changed = git(root, "status", "--porcelain", "--untracked-files=all");
    return {
      commit: git(root, "rev-parse", "HEAD").trim(),
      tree: git(root, "rev-parse", "HEAD^{tree}").trim(),
      changed: changed.split("\n").flatMap((line) => (line === "" ? [] : line.slice(3))),
    };
  } catch {
    return null;
  }
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

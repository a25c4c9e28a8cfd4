import type { Commit, HubContent, Repository, RepositoryKind } from "./content.ts";
import { type Asked, type OriginName, Refused, refusal } from "./reply.ts";
import type { Stored } from "./stored.ts";
import type { XetLayout } from "./xet-layout.ts";

/** What the handlers of requests share. */
export interface Site {
  readonly content: HubContent;
  readonly urls: Readonly<Record<OriginName, string>>;
  readonly layout: XetLayout;
  /** Files whose Xet hash was told, by that hash. */
  readonly xet: Map<string, Stored>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The repository that is asked for; refuses as the Hub does for what is missing. */
export function repositoryOf({ content }: Site, asked: Asked, kind: RepositoryKind, name: string): Repository {
  const found = content.repositories.find((one) => one.kind === kind && one.name === name);
  if (found) return found;
  throw new Refused(missing(asked));
}

/** What the Hub answers about a repository that is not there, or private. */
export function missing({ token }: Asked) {
  if (token === undefined) return refusal(401, "Invalid username or password.");
  return refusal(404, "Repository not found", "RepoNotFound");
}

/** The commit of a branch, `HEAD`, a whole hash or another ref. */
export function commitOf(repository: Repository, revision: string): Commit {
  const found = lookUp(repository, revision);
  if (found) return found;
  throw new Refused(refusal(404, `Invalid rev id: ${revision}`, "RevisionNotFound"));
}

function lookUp({ commits, refs = {} }: Repository, revision: string): Commit | undefined {
  if (["main", "HEAD", "refs/heads/main"].includes(revision)) return commits.at(-1);
  return commits.find(({ id }) => id === (refs[revision] ?? revision));
}

/** The commit that a path begins with, and the rest: revisions may hold raw slashes. */
export function commitAndPath(repository: Repository, path: string): { commit: Commit; path: string } {
  const parts = path.split("/").map(decodeURIComponent);
  for (let n = parts.length; n > 0; n--) {
    const commit = lookUp(repository, parts.slice(0, n).join("/"));
    if (commit) return { commit, path: parts.slice(n).filter(Boolean).join("/") };
  }
  return { commit: commitOf(repository, parts[0] ?? ""), path: "" };
}

/** The file at a path of a commit. */
export function fileOf({ files }: Commit, path: string): Stored {
  const file = files.get(path);
  if (file) return file;
  throw new Refused(refusal(404, "Entry not found", "EntryNotFound"));
}

/** Refuses files of a gated repository to those that it does not let in; its card and licence are free. */
export function checkGate({ gated = false, granted = [], name }: Repository, { token }: Asked, path: string): void {
  if (gated === false || ["README.md", "LICENSE"].includes(path)) return;
  if (token !== undefined && granted.includes(token)) return;
  const message = `Access to ${name} is restricted. You must have access to it and be authenticated to access it.`;
  throw new Refused(refusal(token === undefined ? 401 : 403, message, "GatedRepo"));
}

import { createHash } from "node:crypto";
import type { Commit, Repository } from "./content.ts";
import { limitOf, linkTo, pageOf } from "./paging.ts";
import { type Asked, json, Refused, type Reply, refusal } from "./reply.ts";
import { commitAndPath, commitOf, type Site } from "./site.ts";
import type { Stored } from "./stored.ts";

/** `GET /api/datasets/NAME/tree/REVISION[/PATH]`, by pages of 1,000 entries, or 50 with `expand`. */
export async function tree(_: Site, asked: Asked, repository: Repository, rest: string): Promise<Reply> {
  const { commit, path } = commitAndPath(repository, rest);
  const { searchParams } = asked.url;
  const expand = searchParams.get("expand") === "true";
  const paths = entriesUnder(commit, path, searchParams.get("recursive") === "true");
  if (paths.length === 0 && path !== "") throw new Refused(refusal(404, "Entry not found", "EntryNotFound"));
  const page = pageOf(paths, asked.url, limitOf(asked.url, expand ? 50 : 1000, 1000));
  const entries = await Promise.all(page.items.map((at) => entry(repository, commit, at, expand, asked)));
  return json(entries, linkTo(asked.url, page.next));
}

/** `POST /api/datasets/NAME/paths-info/REVISION`: entries of the paths that exist, others left out. */
export async function pathsInfo(_: Site, asked: Asked, repository: Repository, revision: string): Promise<Reply> {
  const commit = commitOf(repository, decodeURIComponent(revision));
  const { paths, expand = false } = JSON.parse(asked.body) as { paths: string[]; expand?: boolean };
  const all = new Set(entriesUnder(commit, "", true));
  const there = paths.filter((path) => all.has(path));
  return json(await Promise.all(there.map((path) => entry(repository, commit, path, expand, asked))));
}

/** Paths of files and folders under a folder, sorted. */
function entriesUnder({ files }: Commit, folder: string, recursive: boolean): string[] {
  const all = new Set([...files.keys()].flatMap((path) => [path, ...folders(path)]));
  const before = folder === "" ? "" : `${folder}/`;
  const under = [...all].filter((path) => path.startsWith(before) && path !== folder);
  return under.filter((path) => recursive || !path.slice(before.length).includes("/")).sort();
}

function folders(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("/"));
}

async function entry(repository: Repository, commit: Commit, path: string, expand: boolean, asked: Asked) {
  const file = commit.files.get(path);
  const last = expand ? { lastCommit: lastCommit(repository, commit, path) } : {};
  if (!file) return { type: "directory", oid: sha1(`tree ${commit.id} ${path}`), size: 0, path, ...last };
  const checked = expand ? { securityFileStatus: { status: "safe" } } : {};
  const masked = Boolean(repository.gated) && asked.token === undefined;
  return {
    type: "file",
    oid: await file.oid(),
    size: file.size,
    path,
    ...(await large(file, masked)),
    ...last,
    ...checked,
  };
}

async function large(file: Stored, masked: boolean) {
  if (file.storage === "git") return {};
  const oid = masked ? "****" : await file.sha256();
  const lfs = { oid, size: file.size, pointerSize: (await file.pointer()).length };
  return { lfs, ...(file.storage === "xet" ? { xetHash: masked ? "****" : await file.xetHash() } : {}) };
}

/** The commit that last changed a file, or anything in a folder. */
function lastCommit({ commits }: Repository, at: Commit, path: string) {
  const upTo = commits.slice(0, commits.indexOf(at) + 1);
  const changed = upTo.findLast((commit, i) => !same(commit, upTo[i - 1], path)) ?? at;
  return { id: changed.id, title: changed.title, date: new Date(changed.date).toISOString() };
}

function same({ files }: Commit, before: Commit | undefined, path: string): boolean {
  const inside = [...files].filter(([at]) => at === path || at.startsWith(`${path}/`));
  return before !== undefined && inside.every(([at, file]) => before.files.get(at) === file);
}

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}

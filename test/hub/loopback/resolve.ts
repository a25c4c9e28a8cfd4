import type { Commit, Repository } from "./content.ts";
import { fileReply } from "./ranges.ts";
import { type Asked, bytes, type Reply, redirect } from "./reply.ts";
import { checkGate, commitOf, fileOf, repositoryOf, type Site } from "./site.ts";
import type { Stored } from "./stored.ts";

const xetType = "application/vnd.xet-fileinfo+json";

/** `GET` and `HEAD` of `/datasets/NAME/resolve/REVISION/PATH`: a small file itself, the way to a large one. */
export async function resolve(site: Site, asked: Asked, repository: Repository, revision: string, raw: string) {
  const commit = commitOf(repository, decodeURIComponent(revision));
  const path = decodeURIComponent(raw);
  checkGate(repository, asked, path);
  const file = fileOf(commit, path);
  if (file.storage === "git") return gitFile(asked, repository, commit, path, revision);
  const about = await linked(site, repository, commit, file);
  const xet = file.storage === "xet" && asked.headers.accept?.includes(xetType);
  return xet ? fileInfo(file, about) : redirect(await storeUrl(site, repository, commit, path, file), about);
}

/** A small file of a commit; of a branch the way to it, on this server. */
function gitFile(asked: Asked, { kind, name }: Repository, commit: Commit, path: string, revision: string) {
  if (revision === commit.id) return small(asked, commit, fileOf(commit, path), path);
  const to = `/api/resolve-cache/${kind}s/${name}/${commit.id}/${encodeURI(path)}`;
  return { ...redirect(to, { "x-repo-commit": commit.id }), status: 307 };
}

/** `GET` of `/datasets/NAME/raw/REVISION/PATH`: what git holds, pointers as they are. */
export async function raw(asked: Asked, repository: Repository, revision: string, path: string): Promise<Reply> {
  const commit = commitOf(repository, decodeURIComponent(revision));
  checkGate(repository, asked, decodeURIComponent(path));
  const file = fileOf(commit, decodeURIComponent(path));
  if (file.storage === "git") return small(asked, commit, file, path);
  const pointer = { ...bytes(await file.pointer()), etag: `"${await file.oid()}"` };
  return fileReply(asked, pointer, { "x-repo-commit": commit.id });
}

async function small(asked: Asked, commit: Commit, file: Stored, path: string): Promise<Reply> {
  const name = path.split("/").at(-1);
  return fileReply(asked, served(file, await file.oid()), {
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": `inline; filename="${name}"`,
    "x-repo-commit": commit.id,
  });
}

function served(file: Stored, hash: string) {
  return { size: file.size, etag: `"${hash}"`, read: (start: number, end: number) => file.read(start, end) };
}

async function linked({ urls, xet }: Site, repository: Repository, commit: Commit, file: Stored) {
  const about = {
    "x-repo-commit": commit.id,
    "x-linked-size": String(file.size),
    "x-linked-etag": `"${await file.sha256()}"`,
    "cache-control": "no-store",
  };
  if (file.storage !== "xet") return about;
  const hash = await file.xetHash();
  xet.set(hash, file);
  const auth = `<${urls.hub}/api/${repository.kind}s/${repository.name}/xet-read-token/${commit.id}>; rel="xet-auth"`;
  const parts = `<${urls.cdn}/v1/reconstructions/${hash}>; rel="xet-reconstruction-info"`;
  return { ...about, "x-xet-hash": hash, link: `${auth}, ${parts}` };
}

async function fileInfo(file: Stored, about: Readonly<Record<string, string>>): Promise<Reply> {
  const body = bytes(JSON.stringify({ hash: await file.xetHash(), size: file.size }));
  return { status: 200, headers: { ...about, "content-type": xetType, vary: "Origin, Accept" }, body };
}

async function storeUrl({ urls }: Site, { kind, name }: Repository, commit: Commit, path: string, file: Stored) {
  const hash = (await file.sha256()).slice(0, 16);
  return `${urls.cdn}/files/${kind}s/${name}/${commit.id}/${encodeURI(path)}?Expires=4102444800&Signature=${hash}`;
}

/** `GET` of a large file in the store, where a redirect led; needs no token. */
export async function stored(site: Site, asked: Asked, at: { kind: Repository["kind"]; name: string; path: string }) {
  const [revision = "", ...path] = at.path.split("/").map(decodeURIComponent);
  const file = fileOf(commitOf(repositoryOf(site, asked, at.kind, at.name), revision), path.join("/"));
  return fileReply(asked, served(file, await file.sha256()));
}

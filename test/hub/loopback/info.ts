import { createHash } from "node:crypto";
import type { Repository, RepositoryKind, Row } from "./content.ts";
import { expandable, fieldsOf } from "./fields.ts";
import { limitOf, linkTo, pageOf } from "./paging.ts";
import { type Asked, json, Refused, type Reply, refusal } from "./reply.ts";
import { commitOf, missing, type Site } from "./site.ts";

/** `GET /api/datasets/NAME[/revision/REVISION]`, of a repository or of a row that the listings hold. */
export async function info(
  { content }: Site,
  asked: Asked,
  kind: RepositoryKind,
  name: string,
  revision = "main",
): Promise<Reply> {
  const repository = content.repositories.find((one) => one.kind === kind && one.name === name);
  const row = repository
    ? infoOf(repository, decodeURIComponent(revision))
    : (await content.rows(kind)).find(({ id }) => id === name);
  if (!row) throw new Refused(missing(asked));
  return json(fieldsOf(kind, asked.url, ["_id", "id", ...expandable[kind]])(row));
}

function infoOf(repository: Repository, revision: string): Row {
  const { name, commits, gated = false, info: more = {} } = repository;
  const { id: sha, date, files } = commitOf(repository, revision);
  return {
    _id: createHash("sha1").update(name).digest("hex").slice(0, 24),
    id: name,
    author: name.split("/")[0],
    ...{ sha, lastModified: milliseconds(date), createdAt: milliseconds(commits[0]?.date ?? date) },
    ...{ private: false, gated, disabled: false, downloads: 0, likes: 0, tags: [] },
    siblings: [...files.keys()].sort().map((rfilename) => ({ rfilename })),
    ...more,
  };
}

function milliseconds(date: string): string {
  return new Date(date).toISOString();
}

/** `GET /api/datasets/NAME/commits/REVISION`: newest first, by pages. */
export function commits(asked: Asked, repository: Repository, revision: string): Reply {
  const at = commitOf(repository, decodeURIComponent(revision));
  const all = repository.commits.slice(0, repository.commits.indexOf(at) + 1).reverse();
  const page = pageOf(all, asked.url, limitOf(asked.url, 50, 1000));
  const items = page.items.map(({ id, title, date }) => ({
    ...{ id, title, message: "", date: milliseconds(date) },
    authors: [{ user: repository.name.split("/")[0], avatar: "" }],
  }));
  return json(items, { ...linkTo(asked.url, page.next), "x-total-count": String(all.length) });
}

/** `GET /api/organizations/NAME/overview` and `/api/users/NAME/overview`; the wrong kind is missing. */
export async function overview({ content }: Site, kind: "org" | "user", name: string): Promise<Reply> {
  const owner = (await content.owners()).get(decodeURIComponent(name).toLowerCase());
  if (owner?.kind !== kind) throw new Refused(refusal(404, `This ${kind} does not exist`));
  const who = { avatarUrl: "", fullname: owner.name, type: kind, numFollowers: 0 };
  const own =
    kind === "org"
      ? { name: owner.name, isVerified: false, isFollowing: false, numUsers: 1 }
      : { user: owner.name, isPro: false, numLikes: 0, orgs: [] };
  return json({ ...own, ...who, numModels: 0, numDatasets: 0, numSpaces: 0, ...owner.info });
}

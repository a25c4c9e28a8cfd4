import type { RepositoryKind } from "./content.ts";
import { commits, info, overview } from "./info.ts";
import { listing } from "./listing.ts";
import { type Asked, Refused, type Reply, refusal } from "./reply.ts";
import { raw, resolve, stored } from "./resolve.ts";
import { repositoryOf, type Site } from "./site.ts";
import { pathsInfo, tree } from "./tree.ts";
import { readToken, reconstruction, xorb } from "./xet.ts";

type Match = (name: string) => string;
type Answer = (site: Site, asked: Asked, match: Match) => Reply | Promise<Reply>;
interface Route {
  readonly methods: string;
  readonly path: RegExp;
  readonly answer: Answer;
}

const api = "^/api/(?<kind>model|dataset|space)s";
const name = "(?<name>[^/]+(?:/[^/]+)??)";
const route = (methods: string, path: string, answer: Answer): Route => ({
  methods,
  path: new RegExp(`${path}$`),
  answer,
});
const kindOf = (match: Match) => match("kind") as RepositoryKind;
const repository = (site: Site, asked: Asked, match: Match) =>
  repositoryOf(site, asked, (match("kind") || "model") as RepositoryKind, match("name"));

const hub: readonly Route[] = [
  route("GET", api, (site, asked, match) => listing(site, asked, kindOf(match))),
  route("GET", "^/api/organizations/(?<name>[^/]+)/overview", (site, _, match) => overview(site, "org", match("name"))),
  route("GET", "^/api/users/(?<name>[^/]+)/overview", (site, _, match) => overview(site, "user", match("name"))),
  route("GET", `${api}/${name}/revision/(?<revision>[^/]+)`, (site, asked, match) =>
    info(site, asked, kindOf(match), match("name"), match("revision")),
  ),
  route("GET", `${api}/${name}/tree/(?<rest>.+)`, (site, asked, match) =>
    tree(site, asked, repository(site, asked, match), match("rest")),
  ),
  route("POST", `${api}/${name}/paths-info/(?<revision>[^/]+)`, (site, asked, match) =>
    pathsInfo(site, asked, repository(site, asked, match), match("revision")),
  ),
  route("GET", `${api}/${name}/commits/(?<revision>.+)`, (site, asked, match) =>
    commits(asked, repository(site, asked, match), match("revision")),
  ),
  route("GET", `${api}/${name}/xet-read-token/(?<revision>[^/]+)`, (site, asked, match) =>
    readToken(site, repository(site, asked, match), match("revision")),
  ),
  route(
    "GET HEAD",
    `^/api/resolve-cache/(?<kind>model|dataset|space)s/${name}/(?<revision>[0-9a-f]{40})/(?<path>.+)`,
    (site, asked, match) => resolve(site, asked, repository(site, asked, match), match("revision"), match("path")),
  ),
  route("GET", `${api}/(?<name>[^/]+(?:/[^/]+)?)`, (site, asked, match) =>
    info(site, asked, kindOf(match), match("name")),
  ),
  route(
    "GET HEAD",
    `^/(?:(?<kind>dataset|space)s/)?${name}/resolve/(?<revision>[^/]+)/(?<path>.+)`,
    (site, asked, match) => resolve(site, asked, repository(site, asked, match), match("revision"), match("path")),
  ),
  route("GET HEAD", `^/(?:(?<kind>dataset|space)s/)?${name}/raw/(?<revision>[^/]+)/(?<path>.+)`, (site, asked, match) =>
    raw(asked, repository(site, asked, match), match("revision"), match("path")),
  ),
];

const cdn: readonly Route[] = [
  route("GET HEAD", "^/files/(?<kind>model|dataset|space)s/(?<name>[^/]+/[^/]+)/(?<path>.+)", (site, asked, match) =>
    stored(site, asked, { kind: kindOf(match), name: match("name"), path: match("path") }),
  ),
  route("GET", "^/(?<version>v1|v2)/reconstructions/(?<hash>[0-9a-f]{64})", (site, asked, match) =>
    reconstruction(site, asked, match("version"), match("hash")),
  ),
  route("GET", "^/xorbs/default/(?<hash>[0-9a-f]{64})", (site, asked, match) => xorb(site, asked, match("hash"))),
];

/** Whatever the Hub or its store would answer; the foreign server has both by heart. */
const routes = { hub, cdn, foreign: [...hub, ...cdn] };

/** Answers a request as the server that it came to would. */
export async function answer(site: Site, asked: Asked): Promise<Reply> {
  try {
    return await routed(site, asked);
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    throw error;
  }
}

function routed(site: Site, asked: Asked): Reply | Promise<Reply> {
  for (const { methods, path, answer } of routes[asked.origin]) {
    const match = methods.split(" ").includes(asked.method) ? path.exec(asked.url.pathname) : null;
    if (match) return answer(site, asked, (group) => match.groups?.[group] ?? "");
  }
  return refusal(404, "Sorry, we can't find the page you are looking for.");
}

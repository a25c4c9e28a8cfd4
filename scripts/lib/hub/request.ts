import { readFileSync } from "node:fs";
import { WireError } from "./error.ts";
import { isSafe, type Settings } from "./settings.ts";

/** One request, as it may go out. */
export interface Ask {
  /** Method and address without its query, for people. */
  readonly thing: string;
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: BodyInit;
  readonly signal?: AbortSignal;
  /** Whether redirects are the caller's business. */
  readonly manual: boolean;
  /** Whether JSON of the Hub is due, and not the bytes of a file. */
  readonly json: boolean;
}

const { name, version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
const agent = `${name}/${version}`;

/** A request of the client with this project's name on it; throws a `WireError` for one that writes or leaves https. */
export function askOf(input: string | URL | Request, init: RequestInit, settings: Settings): Ask {
  const url = new URL(input instanceof Request ? input.url : input);
  const method = (init.method ?? "GET").toUpperCase();
  const thing = thingOf(method, url);
  if (!reads(method, url)) throw new WireError(thing, "write", `${method} is not GET, HEAD or a question about paths`);
  const json =
    url.origin === settings.endpoint && /^\/api\/(?!resolve-cache\/)/.test(url.pathname) && method !== "HEAD";
  const { body, signal } = init;
  const rest = { ...(body ? { body } : {}), ...(signal ? { signal } : {}) };
  const headers = headersOf(init.headers, json);
  return guarded({ thing, url, method, headers, manual: init.redirect === "manual", json, ...rest }, settings);
}

/** The same request at another address. */
export function movedTo(ask: Ask, url: URL, settings: Settings): Ask {
  const headers = new Headers(ask.headers);
  if (url.origin !== ask.url.origin) headers.delete("authorization");
  return guarded({ ...ask, url, headers }, settings);
}

/** Takes the token out of what goes to another origin; throws a `WireError` for an address that others could read. */
function guarded(ask: Ask, { endpoint, token }: Settings): Ask {
  const safe = ask.url.protocol === "https:" || (endpoint.startsWith("http:") && isSafe(ask.url));
  if (!safe) throw new WireError(ask.thing, "foreign", `leads to ${ask.url.origin}, which is not https`);
  if (token === undefined || ask.url.origin === endpoint) return ask;
  if (ask.url.href.includes(token))
    throw new WireError(ask.thing, "foreign", `an address at ${ask.url.origin} holds the token`);
  const headers = new Headers([...ask.headers].filter(([, value]) => !value.includes(token)));
  return { ...ask, headers };
}

function headersOf(own: HeadersInit | undefined, json: boolean): Headers {
  const headers = new Headers(own);
  headers.set("user-agent", agent);
  if (!json) headers.set("accept-encoding", "identity");
  return headers;
}

function reads(method: string, { pathname }: URL): boolean {
  return method === "GET" || method === "HEAD" || (method === "POST" && /^\/api\/.+\/paths-info\//.test(pathname));
}

function thingOf(method: string, { origin, pathname }: URL): string {
  return `${method} ${origin}${pathname}`;
}

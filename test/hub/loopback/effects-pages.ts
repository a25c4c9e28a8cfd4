import { text } from "node:stream/consumers";
import type { Effect } from "./faults.ts";
import { type Asked, bytes, type Reply } from "./reply.ts";

/** Changes the address in `Link`, or the whole header; pages without one stay as they are. */
function link(change: (href: string, asked: Asked) => string): Effect {
  return {
    reply: (reply, asked) => {
      const href = /<([^>]+)>; rel="next"/.exec(linkIn(reply))?.[1];
      return href === undefined ? reply : { ...reply, headers: { ...reply.headers, link: change(href, asked) } };
    },
  };
}

function linkIn({ headers: { link = "" } }: Reply): string {
  return link;
}

/** Next page on a server that is not the Hub. */
export const foreignLink = (): Effect =>
  link((href, { urls, url }) => `<${href.replace(url.origin, urls.foreign)}>; rel="next"`);

/** Next page is this one again. */
export const selfLink = (): Effect => link((_, { url }) => `<${url.href}>; rel="next"`);

/** No space after the semicolon. */
export const tightLink = (): Effect => link((href) => `<${href}>;rel="next"`);

/** No quotes around the relation. */
export const unquotedLink = (): Effect => link((href) => `<${href}>; rel=next`);

/** No origin in the address. */
export const relativeLink = (): Effect => link((href, { url }) => `<${href.replace(url.origin, "")}>; rel="next"`);

/** A header that names no address at all. */
export const brokenLink = (): Effect => link(() => "next page");

/** Any list as an empty one, the last. */
export const emptyList = (): Effect => rows(() => []);

/** Each page begins with the last rows of the page before it. */
export function repeatedRows(n: number): Effect {
  let before: unknown[] = [];
  return rows((page) => {
    const repeated = before.slice(-n);
    before = page;
    return [...repeated, ...page];
  });
}

/** Each page but the first lacks its first rows, as when they moved up while it was asked for. */
export function vanishedRows(n: number): Effect {
  return rows((page, { url }) => (url.searchParams.has("cursor") ? page.slice(n) : page));
}

function rows(change: (page: unknown[], asked: Asked) => unknown[]): Effect {
  return {
    reply: async (reply, asked): Promise<Reply> => {
      const page: unknown = JSON.parse(await text(reply.body.read(0, reply.body.size)));
      if (!Array.isArray(page)) return reply;
      const changed = change(page, asked);
      const { link: _, ...others } = reply.headers;
      const headers = changed.length === 0 ? others : reply.headers;
      return { ...reply, headers, body: bytes(JSON.stringify(changed)) };
    },
  };
}

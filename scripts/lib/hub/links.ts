import { WireError } from "./error.ts";

const followed = /<(https?:\/\/[^>]+)>;\s+rel="([^"]+)"/g;

/**
 * The address of the next page of a list; undefined on the last.
 *
 * The client stops without a word at a `Link` that is relative or malformed, and follows one to any server with the
 * token: both throw a `WireError` here.
 */
export function nextPage(response: Response, thing: string, endpoint: string): string | undefined {
  const header = response.headers.get("link")?.trim() ?? "";
  if (header === "") return undefined;
  const links = linksOf(header);
  if (links.size === 0 || (!links.has("next") && /\bnext\b/i.test(header.replace(/<[^>]*>/g, ""))))
    throw new WireError(thing, "link", `the Link to the next page is relative or malformed: ${header.slice(0, 120)}`);
  return own(links.get("next"), "the next page", thing, endpoint);
}

/** Throws a `WireError` when the address that hands out tokens for a file's storage is not the Hub's. */
export function checkStorageLink(response: Response, thing: string, endpoint: string): void {
  own(linksOf(response.headers.get("link") ?? "").get("xet-auth"), "the token for the storage", thing, endpoint);
}

/** As the client reads them. */
function linksOf(header: string): Map<string, string> {
  return new Map([...header.matchAll(followed)].map(([, url = "", rel = ""]) => [rel, url]));
}

function own(url: string | undefined, what: string, thing: string, endpoint: string): string | undefined {
  if (url === undefined) return undefined;
  const origin = URL.canParse(url) ? new URL(url).origin : "nowhere";
  if (origin !== endpoint) throw new WireError(thing, "foreign", `${what} would be at ${origin}, which is not the Hub`);
  return url;
}

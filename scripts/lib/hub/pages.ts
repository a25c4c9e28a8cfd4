import { WireError } from "./error.ts";

/** Follows lists from page to page; throws a `WireError` for a list that comes back to a page that it had. */
export type PageGuard = (url: string, next: string | undefined, thing: string) => void;

/** A guard over all lists of one client; each list is known by the addresses that its pages named. */
export function pageGuard(): PageGuard {
  const chains = new Map<string, Set<string>>();
  return (url, next, thing) => {
    const seen = chains.get(url) ?? new Set<string>();
    chains.delete(url);
    if (next === undefined) return;
    seen.add(url);
    if (seen.has(next)) throw new WireError(thing, "loop", `page ${seen.size} leads back to a page that came before`);
    chains.set(next, seen);
  };
}

import type { Clock } from "./clock.ts";
import { rateLimitsOf } from "./limits.ts";

interface Window {
  left: number;
  /** Milliseconds since 1970 at which it opens again. */
  readonly opens: number;
}

/** What is left of each bucket of the Hub's limits, so that nobody runs into a 429 that was announced. */
export interface Buckets {
  /** Milliseconds until one more request may go; 0 takes the request from what is left. */
  take(url: URL): number;
  /** Notes what an answer says. */
  note(headers: Headers): void;
}

/** Buckets that are told by the headers of answers; addresses outside `endpoint` have none. */
export function bucketsOf(endpoint: string, clock: Clock): Buckets {
  const windows = new Map<string, Window>();
  return {
    take: (url) => {
      const window = url.origin === endpoint ? windows.get(bucketOf(url)) : undefined;
      const wait = window ? window.opens - clock.now() : 0;
      if (!window || wait <= 0) return 0;
      if (window.left <= 0) return wait;
      window.left--;
      return 0;
    },
    note: (headers) => {
      for (const { bucket, left, seconds } of rateLimitsOf(headers.get("ratelimit"))) {
        const opens = clock.now() + (seconds + 1) * 1000;
        windows.set(bucket, merged(windows.get(bucket), { left, opens }, clock.now()));
      }
    },
  };
}

/** In one window the smaller number holds, since requests under way are not counted in all answers; a later window starts anew. */
function merged(old: Window | undefined, next: Window, now: number): Window {
  const same = old !== undefined && old.opens > now && Math.abs(next.opens - old.opens) <= 3000;
  return same ? { left: Math.min(old.left, next.left), opens: Math.max(old.opens, next.opens) } : next;
}

/** The bucket that a request of the Hub counts in. */
export function bucketOf({ pathname }: URL): string {
  if (/\/(resolve|resolve-cache|raw)\//.test(pathname)) return "resolvers";
  return pathname.startsWith("/api/") ? "api" : "pages";
}

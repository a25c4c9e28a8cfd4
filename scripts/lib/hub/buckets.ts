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
  /** Ends a request that was taken, with what its answer says, if there was one. */
  done(url: URL, headers?: Headers): void;
}

/** Buckets that are told by the headers of answers; addresses outside `endpoint` have none. */
export function bucketsOf(endpoint: string, clock: Clock): Buckets {
  const windows = new Map<string, Window>();
  const away = new Map<string, number>();
  const move = (url: URL, by: number) => void away.set(bucketOf(url), (away.get(bucketOf(url)) ?? 0) + by);
  const wait = (url: URL) => {
    const window = windows.get(bucketOf(url));
    return window && window.left-- <= 0 ? Math.max(0, window.opens - clock.now()) : 0;
  };
  return {
    take: (url) => {
      const ms = url.origin === endpoint ? wait(url) : 0;
      if (ms === 0) move(url, 1);
      return ms;
    },
    done: (url, headers) => {
      move(url, -1);
      if (url.origin !== endpoint || !headers) return;
      for (const { bucket, left, seconds } of rateLimitsOf(headers.get("ratelimit")))
        windows.set(bucket, { left: left - (away.get(bucket) ?? 0), opens: clock.now() + (seconds + 1) * 1000 });
    },
  };
}

/** The bucket that a request of the Hub counts in. */
export function bucketOf({ pathname }: URL): string {
  if (/\/(resolve|resolve-cache|raw)\//.test(pathname)) return "resolvers";
  return pathname.startsWith("/api/") ? "api" : "pages";
}

import type { Asked, Reply } from "./reply.ts";
import { refusal } from "./reply.ts";

/** Requests that a window allows. */
export interface Quota {
  readonly requests: number;
  readonly seconds: number;
}

/** Fixed windows, as for nobody in particular; counted for all clients together. */
const usual = { api: 500, resolvers: 3000 } as const;
type Bucket = keyof typeof usual;

/** What the Hub tells about rates: a fresh window always, or one that is counted and held to. */
export class Rates {
  readonly #quota: Quota | undefined;
  readonly #now: () => number;
  readonly #used = new Map<Bucket, { window: number; n: number }>();

  constructor(quota: Quota | undefined, now: () => number) {
    this.#quota = quota;
    this.#now = now;
  }

  /** Counts a request; an answer if there are too many, and the headers of every answer. */
  take({ origin, url }: Pick<Asked, "origin" | "url">): { refused?: Reply; headers: Record<string, string> } {
    if (origin === "cdn") return { headers: {} };
    const bucket = /^\/api\/(?!resolve-cache\/)/.test(url.pathname) ? "api" : "resolvers";
    const { requests, seconds } = this.#quota ?? { requests: usual[bucket], seconds: 300 };
    const left = this.#quota ? requests - this.#count(bucket, seconds) : requests - 13;
    const reset = this.#quota ? seconds - (Math.floor(this.#now() / 1000) % seconds) : 71;
    const headers = {
      ratelimit: `"${bucket}";r=${Math.max(0, left)};t=${reset}`,
      "ratelimit-policy": `"fixed window";"${bucket}";q=${requests};w=${seconds}`,
    };
    return left < 0 ? { headers, refused: refusal(429, "We had to rate limit you.") } : { headers };
  }

  #count(bucket: Bucket, seconds: number): number {
    const window = Math.floor(this.#now() / 1000 / seconds);
    const last = this.#used.get(bucket);
    const n = last?.window === window ? last.n + 1 : 1;
    this.#used.set(bucket, { window, n });
    return n;
  }
}

import type { Clock } from "./clock.ts";

/** How the polite `fetch` behaves; times in milliseconds. */
export interface Manners {
  readonly endpoint: string;
  readonly token?: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly concurrency: number;
  readonly timeout: number;
  readonly attempts: number;
  readonly patience: number;
  readonly tell: (line: string) => void;
}

/** A `fetch` for @huggingface/hub, which itself never waits, retries or gives up. */
export function politeFetch(manners: Manners): typeof fetch {
  return manners.fetch;
}

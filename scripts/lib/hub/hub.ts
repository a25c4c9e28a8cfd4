import { type Clock, systemClock } from "./clock.ts";
import { politeFetch } from "./fetch.ts";
import { settingsOf } from "./settings.ts";
import { usualFetch } from "./wide.ts";

/** How the Hub is asked; everything has a default. */
export interface HubOptions {
  /** https, or http on this machine (default: HF_ENDPOINT, else https://huggingface.co). */
  readonly endpoint?: string;
  /** Starts with `hf_` (default: HF_TOKEN, else anonymous; an empty text is anonymous). */
  readonly token?: string;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  /** Requests under way at a time (default 4); an open body does not count. */
  readonly concurrency?: number;
  /** Milliseconds of silence, before the headers or inside a body, after which an attempt is given up (default 60 s). */
  readonly timeout?: number;
  /** Attempts for one request (default 6). */
  readonly attempts?: number;
  /** Milliseconds that one request may wait in all before it is given up (default 15 minutes). */
  readonly patience?: number;
  /** Told one line whenever something is waited for. */
  readonly tell?: (line: string) => void;
}

/** The Hub, asked politely. */
export interface Hub {
  /** Its origin. */
  readonly endpoint: string;
  readonly clock: Clock;
  /** Spread into every call of @huggingface/hub. */
  readonly params: { readonly hubUrl: string; readonly fetch: typeof fetch; readonly accessToken?: string };
}

/** A Hub that is asked politely; throws a `HubError` for an endpoint or a token that cannot be used. */
export function openHub(options: HubOptions = {}): Hub {
  const { endpoint, token } = settingsOf(options);
  const clock = options.clock ?? systemClock;
  const own = token === undefined ? {} : { token };
  const fetch = politeFetch({
    ...own,
    endpoint,
    clock,
    fetch: options.fetch ?? usualFetch,
    concurrency: options.concurrency ?? 4,
    timeout: options.timeout ?? 60_000,
    attempts: options.attempts ?? 6,
    patience: options.patience ?? 15 * 60_000,
    tell: options.tell ?? (() => {}),
  });
  const access = token === undefined ? {} : { accessToken: token };
  return { endpoint, clock, params: { hubUrl: endpoint, fetch, ...access } };
}

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join, normalize } from "node:path";
import type { Rule } from "./problem.ts";

/** Bytes of a URL from `start` on; `start` is 0 when the server would not begin at the asked offset. */
export interface ByteStream {
  readonly start: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Opens a URL at a byte offset. */
export type Open = (url: string, offset: number) => Promise<ByteStream>;

/** Like the global `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A transfer that could not begin or go on. */
export class TransportError extends Error {
  readonly rule: Rule;

  constructor(rule: Rule, message: string) {
    super(message);
    this.name = "TransportError";
    this.rule = rule;
  }
}

const maxRedirects = 5;

/**
 * A transport: https, or the folder `mirror` that holds `HOST/PATH` of each URL (default: SOURCE_MIRROR; null: https).
 *
 * `idle` is the time in milliseconds after which a silent connection is given up (default 30 s).
 */
export function transport({
  mirror = process.env.SOURCE_MIRROR,
  fetch = globalThis.fetch,
  idle = 30_000,
}: {
  mirror?: string | null | undefined;
  fetch?: Fetch;
  idle?: number;
} = {}): Open {
  return mirror
    ? (url, offset) => openMirror(mirror, url, offset)
    : (url, offset) => openNetwork(url, offset, { fetch, idle });
}

async function openMirror(mirror: string, url: string, offset: number): Promise<ByteStream> {
  const { host, pathname } = new URL(url);
  const path = join(mirror, normalize(join("/", host, decodeURIComponent(pathname))));
  const file = await stat(path).catch(() => null);
  if (!file?.isFile()) throw new TransportError("missing", `${url} is not in the mirror (${path})`);
  return { start: offset, chunks: createReadStream(path, { start: offset }) };
}

interface Network {
  readonly fetch: Fetch;
  readonly idle: number;
}

async function openNetwork(url: string, offset: number, { fetch, idle }: Network): Promise<ByteStream> {
  const watch = watchdog(idle, url);
  try {
    const response = await follow(url, offset, (at, init) => fetch(at, { ...init, signal: watch.signal }));
    if (response.status !== 416 || offset === 0)
      return { start: startOf(response, offset, url), chunks: drain(response, url, watch) };
  } catch (error) {
    watch.stop();
    throw failure(error, url);
  }
  watch.stop();
  return openNetwork(url, 0, { fetch, idle });
}

async function follow(url: string, offset: number, fetch: Fetch, left = maxRedirects): Promise<Response> {
  if (!url.startsWith("https://")) throw new TransportError("redirect", `${url} is not https`);
  const headers = { "accept-encoding": "identity", ...(offset > 0 ? { range: `bytes=${offset}-` } : {}) };
  const response = await fetch(url, { headers, redirect: "manual" });
  const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
  if (location === null) return response;
  if (left === 0) throw new TransportError("redirect", `${url} redirects more than ${maxRedirects} times`);
  await response.body?.cancel();
  return follow(new URL(location, url).href, offset, fetch, left - 1);
}

function startOf(response: Response, offset: number, url: string): number {
  const { status, headers } = response;
  if (status === 404 || status === 410) throw new TransportError("missing", `${url} answers ${status}`);
  if (status === 200) return 0;
  const start = /^bytes (\d+)-/.exec(headers.get("content-range") ?? "")?.[1];
  if (status === 206 && Number(start) === offset) return offset;
  throw new TransportError(
    "network",
    `${url} answers ${status}${start ? ` from byte ${start} instead of ${offset}` : ""}`,
  );
}

async function* drain(response: Response, url: string, watch: Watchdog): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of response.body ?? []) {
      watch.feed();
      yield chunk;
    }
  } catch (error) {
    throw failure(error, url);
  } finally {
    watch.stop();
  }
}

interface Watchdog {
  readonly signal: AbortSignal;
  feed(): void;
  stop(): void;
}

function watchdog(idle: number, url: string): Watchdog {
  const controller = new AbortController();
  const bark = () => controller.abort(new TransportError("network", `${url} was silent for ${idle} ms`));
  const timer = setTimeout(bark, idle).unref();
  return { signal: controller.signal, feed: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}

function failure(error: unknown, url: string): TransportError {
  if (error instanceof TransportError) return error;
  const reason =
    error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : String(error);
  return new TransportError("network", `${url}: ${reason}`);
}

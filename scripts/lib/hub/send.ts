import { codeOf, textOf } from "./cause.ts";
import { WireError } from "./error.ts";
import type { Send } from "./redirects.ts";
import { watched, within } from "./silence.ts";

/** Sends requests by `fetch`, each with a limit to its silence; throws a `WireError` whenever no answer comes. */
export function sender(fetch: typeof globalThis.fetch, timeout: number): Send {
  return async ({ thing, url, method, headers, body, signal }) => {
    const controller = new AbortController();
    const stop = () => controller.abort();
    const either = signal ? AbortSignal.any([signal, controller.signal]) : controller.signal;
    const init: RequestInit = { method, headers: plain(headers), redirect: "manual", signal: either };
    try {
      const work = fetch(url.href, body ? { ...init, body } : init);
      return watchedResponse(await within(timeout, thing, work, stop), url, { ms: timeout, thing, stop });
    } catch (error) {
      if (error instanceof WireError || signal?.aborted) throw error;
      throw new WireError(thing, "network", `no answer: ${textOf(error)} ${codeOf(error)}`);
    }
  };
}

type Watch = Parameters<typeof watched>[1];

function watchedResponse(response: Response, url: URL, watch: Watch): Response {
  const body = response.body ? watched(response.body as ReadableStream<Uint8Array>, watch) : null;
  return copyOf(response, body, response.url || url.href);
}

/** A response with another body at an address, and the same status and headers. */
export function copyOf(response: Response, body: BodyInit | null, url: string): Response {
  const { status, statusText, headers } = response;
  return Object.defineProperty(new Response(body, { status, statusText, headers }), "url", { value: url });
}

function plain(headers: Headers): Record<string, string> {
  return Object.fromEntries(headers);
}

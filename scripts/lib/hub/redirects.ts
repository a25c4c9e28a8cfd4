import { WireError } from "./error.ts";
import { type Ask, movedTo } from "./request.ts";
import type { Settings } from "./settings.ts";

/** Sends one request and does not follow where it leads. */
export type Send = (ask: Ask) => Promise<Response>;

const most = 5;
const moves = new Set([301, 302, 303, 307, 308]);

/**
 * Sends a request and goes where it is led, five times at most.
 *
 * Throws a `WireError` for a loop, for a redirect to nowhere, and for JSON of the Hub that would come from elsewhere.
 */
export async function follow(ask: Ask, send: Send, settings: Settings, left = most): Promise<Response> {
  const response = await send(ask);
  if (ask.manual || !moves.has(response.status)) return response;
  await response.body?.cancel();
  if (left === 0) throw new WireError(ask.thing, "redirect", `is redirected more than ${most} times`);
  return follow(movedTo(ask, target(ask, response, settings), settings), send, settings, left - 1);
}

function target(ask: Ask, { status, headers }: Response, { endpoint }: Settings): URL {
  const location = headers.get("location") ?? "";
  const url = location !== "" && URL.canParse(location, ask.url) ? new URL(location, ask.url) : null;
  if (!url) throw new WireError(ask.thing, "redirect", `answers ${status} with no address that can be followed`);
  if (ask.method === "POST" && status < 307)
    throw new WireError(ask.thing, "redirect", `answers a question with ${status}, which would drop what was asked`);
  if (ask.json && url.origin !== endpoint)
    throw new WireError(ask.thing, "foreign", `is redirected to ${url.origin}, which is not the Hub`);
  return url;
}

import { jsonAnswer, refusal } from "./answers.ts";
import { attempted, type Patience, type Waiting } from "./attempts.ts";
import { type Buckets, bucketOf, bucketsOf } from "./buckets.ts";
import { checkStorageLink, nextPage } from "./links.ts";
import { type PageGuard, pageGuard } from "./pages.ts";
import { checkRange } from "./ranges.ts";
import { redact } from "./redact.ts";
import { follow, type Send } from "./redirects.ts";
import { type Ask, askOf } from "./request.ts";
import { sender } from "./send.ts";
import type { Settings } from "./settings.ts";
import { slotsOf } from "./slots.ts";

/** How the polite `fetch` behaves; times in milliseconds. */
export interface Manners extends Settings, Patience {
  readonly fetch: typeof fetch;
  readonly concurrency: number;
  readonly timeout: number;
}

/** What all requests of one client share. */
interface Desk {
  readonly manners: Manners;
  readonly buckets: Buckets;
  readonly pages: PageGuard;
  readonly send: Send;
}

/**
 * A `fetch` for @huggingface/hub, which itself never waits, retries, gives up or looks where the token goes.
 *
 * Waits and tries again where that is asked for or may help; throws a `WireError` for every answer that the client would
 * take for something else. Answers that say no are returned, with their code in the body.
 */
export function politeFetch(manners: Manners): typeof fetch {
  const { endpoint, clock, token } = manners;
  const slots = slotsOf(manners.concurrency);
  const tell = (line: string) => manners.tell(redact(line, token));
  const send = sender(manners.fetch, manners.timeout);
  const desk: Desk = { manners: { ...manners, tell }, buckets: bucketsOf(endpoint, clock), pages: pageGuard(), send };
  return async (input, init = {}) => {
    const ask = askOf(input, init, manners);
    return slots(() => attempted(ask, (waiting) => once(ask, waiting, desk), desk.manners));
  };
}

async function once(ask: Ask, waiting: Waiting, desk: Desk): Promise<Response> {
  const paced: Send = async (at) => {
    await turn(at.url, waiting, desk);
    let headers: Headers | undefined;
    try {
      const response = await desk.send(at);
      headers = response.headers;
      return response;
    } finally {
      desk.buckets.done(at.url, headers);
    }
  };
  const response = await follow(ask, paced, desk.manners);
  if (isLater(response) || ask.manual) return response;
  return response.ok ? checked(ask, response, desk) : refusal(response, desk.manners);
}

/** Waits until the bucket of an address allows a request. */
async function turn(url: URL, waiting: Waiting, { buckets }: Desk): Promise<void> {
  for (let ms = buckets.take(url); ms > 0; ms = buckets.take(url))
    await waiting({ ms, why: `RateLimit allows no more requests of ${bucketOf(url)} in this window` }, "limited");
}

async function checked(ask: Ask, response: Response, { manners: { endpoint }, pages }: Desk): Promise<Response> {
  const { thing, url, json } = ask;
  checkRange(ask.headers.get("range"), response, url, thing);
  if (!json) checkStorageLink(response, thing, endpoint);
  if (!json || ask.method === "POST") return json ? jsonAnswer(ask, response) : response;
  const next = nextPage(response, thing, endpoint);
  const answer = await jsonAnswer(ask, response);
  pages(url.href, next, thing);
  return answer;
}

function isLater({ status }: Response): boolean {
  return status === 429 || status === 408 || status >= 500;
}

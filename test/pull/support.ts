import { type Hub, type HubOptions, openHub } from "#scripts/lib/hub/hub.ts";

/** A clock on which sleeping takes no time but moves the hands; `slept` has milliseconds in order. */
export function fakeClock(start = Date.parse("2026-11-18T00:00:00Z")) {
  const slept: number[] = [];
  let at = start;
  return {
    slept,
    now: () => at,
    random: () => 0.5,
    sleep: async (ms: number) => {
      slept.push(ms);
      at += ms;
    },
  };
}

/** One request as it went out. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers a request; `count` is 1 for the first to that origin and path. */
export type Answers = (sent: Sent, count: number) => Response | Promise<Response>;

export const endpoint = "https://hub.invalid";
export const token = "hf_secretSECRETsecret0123456789";

/** A Hub that is a function, on a clock of its own. */
export function hubOf(answers: Answers, options: HubOptions = {}) {
  const sent: Sent[] = [];
  const told: string[] = [];
  const clock = fakeClock();
  const counts = new Map<string, number>();
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const one = { url: String(input), method: init.method ?? "GET", headers: init.headers as Record<string, string> };
    sent.push(one);
    const key = one.url.split("?")[0] ?? "";
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return answers(one, counts.get(key) ?? 0);
  };
  const tell = (line: string) => void told.push(line);
  const hub: Hub = openHub({ endpoint, token: "", clock, fetch, tell, ...options });
  return { hub, sent, told, clock };
}

/** A JSON answer. */
export function json(value: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json", ...headers } });
}

/** A row of the listing of models. */
export function model(n: number, more: Readonly<Record<string, unknown>> = {}) {
  const _id = n.toString(16).padStart(24, "0");
  const dates = { createdAt: "2024-05-06T07:08:09.000Z", lastModified: "2025-01-12T02:10:10.000Z" };
  return {
    _id,
    id: `owner${n % 7}/model-${n}`,
    private: false,
    gated: false,
    likes: n,
    downloads: 10000 - n,
    tags: [],
    ...dates,
    ...more,
  };
}

/** The `Link` to a next page. */
export function next(url: string): Record<string, string> {
  return { link: `<${url}>; rel="next"` };
}

/** What is thrown by work that must fail. */
export async function failure(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => {
      throw new Error("did not fail");
    },
    (error: Error) => error,
  );
}

/** All rows of a list. */
export async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

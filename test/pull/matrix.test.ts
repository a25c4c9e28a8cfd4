import { afterAll, describe, expect, test, vi } from "vitest";
import {
  type Effect,
  gone,
  gzipJunk,
  html,
  never,
  redirectLoop,
  redirectTo,
  status,
  tooMany,
} from "#test/hub/loopback/index.ts";
import { arena, type Place } from "./matrix-support.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { struck, close } = await arena();
afterAll(close);

const places = {
  revision: { path: "/revision/", origin: "hub", storage: "lfs" },
  tree: { path: "/tree/", origin: "hub", storage: "lfs" },
  resolve: { path: "/resolve/", origin: "hub", storage: "lfs" },
  store: { path: "/files/", origin: "cdn", storage: "lfs" },
} satisfies Record<string, Place>;

type Rules = Readonly<Record<keyof typeof places, string>>;
const all = (rule: string): Rules => ({ revision: rule, tree: rule, resolve: rule, store: rule });

/** What helps to try again: two of them are outlasted, and without end they are given up. */
const passing: Readonly<Record<string, readonly [Effect, string]>> = {
  "429 with RateLimit": [tooMany({ ratelimit: '"api";r=0;t=55, "resolvers";r=0;t=55' }), "limited"],
  "429 with RateLimit-Policy": [tooMany({ "ratelimit-policy": '"fixed window";"api";q=500;w=300' }), "limited"],
  "429 with Retry-After": [tooMany({ "retry-after": "7" }), "limited"],
  "429 with a date": [tooMany({ "retry-after": "Wed, 18 Nov 2026 00:01:30 GMT" }), "limited"],
  "429 with nothing": [tooMany(), "limited"],
  "500": [status(500), "server"],
  "502 in HTML": [html(502), "server"],
  "503": [status(503), "server"],
  "504": [status(504), "server"],
  "hung up": [never("hung up"), "network"],
};

/** What no further attempt mends. */
const lasting: Readonly<Record<string, readonly [Effect, Rules]>> = {
  "redirect loop": [redirectLoop(), all("redirect")],
  "foreign redirect": [redirectTo("foreign"), { ...all("foreign"), resolve: "right", store: "right" }],
  "redirect out of https": [redirectTo(new URL("http://hub.invalid/")), { ...all("foreign") }],
  "gzip garbage": [gzipJunk(), { ...all("json"), resolve: "right" }],
  "401": [status(401), { ...all("token"), store: "refused" }],
  "401 gated": [status(401, { "x-error-code": "GatedRepo" }), all("gated")],
  "403": [status(403), all("refused")],
  "404": [status(404), { ...all("repository"), store: "refused" }],
  "404 of the revision": [gone("RevisionNotFound"), all("revision")],
  "404 of the file": [gone("EntryNotFound"), all("file")],
};

const named = Object.entries(places).map(([place, at]) => ({ place: place as keyof typeof places, at }));
const passes = Object.entries(passing).flatMap(([name, [effect, rule]]) =>
  named.map((one) => ({ name, effect, rule, ...one })),
);
const lasts = Object.entries(lasting).flatMap(([name, [effect, rules]]) =>
  named.map((one) => ({ name, effect, rule: rules[one.place], ...one })),
);

describe("what passes, is outlasted, and given up when it does not pass", () => {
  test.each(passes)("$name at $place: right, else [$rule]", async ({ effect, rule, at }) => {
    const twice = await struck(at, effect, 2);
    expect(twice).toEqual({ end: "right", message: "", wrongs: [], hits: 2 });
    const always = await struck(at, effect);
    expect(always).toMatchObject({ end: rule, wrongs: [], hits: 6 });
  });
});

describe("what lasts, is told at once", () => {
  test.each(lasts)("$name at $place: $rule", async ({ effect, rule, at }) => {
    const ending = await struck(at, effect);
    expect(ending).toMatchObject({ end: rule, wrongs: [] });
    expect(ending.hits).toBeGreaterThan(0);
    expect(ending.hits).toBeLessThanOrEqual(6);
  });

  test.each(named.slice(0, 2))("HTML at $place: json", async ({ at }) => {
    expect(await struck(at, html())).toMatchObject({ end: "json", wrongs: [], hits: 1 });
  });
});

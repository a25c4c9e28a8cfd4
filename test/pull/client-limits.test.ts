import { listModels } from "@huggingface/hub";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hubErrorOf } from "#scripts/lib/hub/error.ts";
import { rateLimitsOf, ratePoliciesOf, retryAfterOf } from "#scripts/lib/hub/limits.ts";
import { all, failure, hubOf, json, model } from "./support.ts";

const many = (headers: Record<string, string>) => json({ error: "We had to rate limit you" }, headers, 429);
const rows = () => json([model(1)]);

/** What is slept when the first answer is a 429 with these headers. */
async function slept(headers: Record<string, string>): Promise<number[]> {
  const { hub, clock } = hubOf((_, count) => (count === 1 ? many(headers) : rows()));
  expect(await all(listModels({ ...hub.params }))).toHaveLength(1);
  return clock.slept;
}

describe("after a 429", () => {
  test("RateLimit says when, and a second more", async () => {
    expect(await slept({ ratelimit: '"api";r=0;t=55' })).toEqual([56_000]);
  });

  test("RateLimit goes before Retry-After", async () => {
    expect(await slept({ ratelimit: '"api";r=0;t=55', "retry-after": "7" })).toEqual([56_000]);
  });

  test("the longest of several spent buckets counts", async () => {
    expect(await slept({ ratelimit: '"api";r=0;t=5, "pages";r=0;t=30, "resolvers";r=9;t=90' })).toEqual([31_000]);
  });

  test("Retry-After in seconds", async () => {
    expect(await slept({ "retry-after": "7" })).toEqual([7000]);
  });

  test("Retry-After as a date, on the injected clock", async () => {
    expect(await slept({ "retry-after": "Wed, 18 Nov 2026 00:01:30 GMT" })).toEqual([90_000]);
  });

  test("RateLimit that has something left is no reason: Retry-After is", async () => {
    expect(await slept({ ratelimit: '"api";r=3;t=55', "retry-after": "7" })).toEqual([7000]);
  });

  test("only a policy: a sixteenth of its window, jittered", async () => {
    expect(await slept({ "ratelimit-policy": '"fixed window";"api";q=500;w=160' })).toEqual([7500]);
  });

  test("no header, or garbage: a sixteenth of five minutes, jittered", async () => {
    expect(await slept({})).toEqual([14_063]);
    expect(await slept({ ratelimit: 'r=;;,"', "retry-after": "soon" })).toEqual([14_063]);
  });
});

describe("given up", () => {
  test("after six attempts, with what was waited for", async () => {
    const { hub, sent, clock } = hubOf(() => many({ ratelimit: '"api";r=0;t=55' }));
    const error = hubErrorOf(await failure(all(listModels({ ...hub.params }))), "the list of models");
    expect(error.rule).toBe("limited");
    expect(error.message).toMatch(
      /^the list of models: \[limited\] 429, .*api.*; given up in 6 attempts, after waiting 280 s in all/,
    );
    expect(error.message).not.toContain("\n");
    expect([sent.length, clock.slept.length]).toEqual([6, 5]);
  });

  test("at once when more is asked for than one request may wait", async () => {
    const { hub, sent, clock } = hubOf(() => many({ "retry-after": "86400" }));
    const error = await failure(all(listModels({ ...hub.params })));
    expect(error.message).toContain("asks for 86400 s more, after waiting 0 s in all");
    expect([sent.length, clock.slept.length]).toEqual([1, 0]);
  });

  test("a burst of 5xx shorter than six is outlasted, with growing waits", async () => {
    const statuses = [500, 502, 503, 504, 500];
    const { hub, clock } = hubOf((_, count) =>
      count > 5 ? rows() : new Response("<html>", { status: statuses[count - 1] ?? 500 }),
    );
    expect(await all(listModels({ ...hub.params }))).toHaveLength(1);
    expect(clock.slept).toEqual([750, 1500, 3000, 6000, 12_000]);
  });

  test("a burst of 5xx that does not end", async () => {
    const { hub, sent } = hubOf(() => new Response("<html>", { status: 503 }));
    const error = hubErrorOf(await failure(all(listModels({ ...hub.params }))), "the list of models");
    expect([error.rule, sent.length]).toEqual(["server", 6]);
  });

  test("a network that stays away", async () => {
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    const { hub, sent } = hubOf(() => Promise.reject(new TypeError("fetch failed", { cause: refused })));
    const error = hubErrorOf(await failure(all(listModels({ ...hub.params }))), "the list of models");
    expect([error.rule, sent.length]).toEqual(["network", 6]);
    expect(error.message).toContain("ECONNREFUSED");
  });
});

describe("before a 429", () => {
  const left = (r: number, t = 20) => ({ ratelimit: `"api";r=${r};t=${t}` });

  test("nothing left: the next request of that bucket waits, those of others do not", async () => {
    const { hub, clock, told } = hubOf(({ url }) =>
      url.includes("/api/") ? json([model(1)], left(0)) : new Response("x"),
    );
    await all(listModels({ ...hub.params }));
    expect(clock.slept).toEqual([]);
    await hub.params.fetch(`${hub.endpoint}/datasets/a/b/resolve/main/c`);
    expect(clock.slept).toEqual([]);
    await all(listModels({ ...hub.params }));
    expect(clock.slept).toEqual([21_000]);
    expect(told[0]).toContain("waits 21 s: RateLimit allows no more requests of api");
  });

  test("requests under way count: three at once never take more than are left", async () => {
    const { hub, clock, sent } = hubOf((_, count) => json([], left(count === 1 ? 2 : 0)));
    const ask = () => hub.params.fetch(`${hub.endpoint}/api/models?limit=1`);
    await ask();
    await Promise.all([ask(), ask(), ask()]);
    expect([sent.length, clock.slept.length]).toEqual([4, 1]);
  });
});

describe("headers", () => {
  const number = fc.nat({ max: 999_999_999 });
  const name = fc.constantFrom("api", "resolvers", "pages", "fixed window");

  test("RateLimit and RateLimit-Policy say what was written, in any spacing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, number, number), { maxLength: 4 }),
        fc.constantFrom(";", "; ", " ;"),
        (items, by) => {
          const limits = items.map(([bucket, r, t]) => [`"${bucket}"`, `r=${r}`, `t=${t}`].join(by)).join(", ");
          expect(rateLimitsOf(limits)).toEqual(items.map(([bucket, left, seconds]) => ({ bucket, left, seconds })));
          const policies = items
            .map(([bucket, q, w]) => [`"fixed window"`, `"${bucket}"`, `q=${q}`, `w=${w}`].join(by))
            .join(",");
          expect(ratePoliciesOf(policies)).toEqual(
            items.map(([bucket, quota, seconds]) => ({ bucket, quota, seconds })),
          );
        },
      ),
    );
  });

  test("any text is read without an error, into whole numbers", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 4e12 }), (text, now) => {
        for (const { left, seconds } of rateLimitsOf(text))
          expect([left, seconds].every(Number.isSafeInteger)).toBe(true);
        expect(retryAfterOf(text, now) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("Retry-After as a date is the time until then", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: 0, max: 4e9 }), (now, then) => {
        expect(retryAfterOf(new Date(then * 1000).toUTCString(), now * 1000)).toBe(Math.max(0, then - now) * 1000);
      }),
    );
  });
});

test("a Hub that says the same after every answer is believed: nothing is waited for while it has some left", async () => {
  const { hub, clock } = hubOf(() => json([], { ratelimit: '"api";r=5;t=71' }));
  for (let i = 0; i < 50; i++) await hub.params.fetch(`${hub.endpoint}/api/models?limit=1`);
  expect(clock.slept).toEqual([]);
});

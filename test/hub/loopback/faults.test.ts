import { describe, expect, test } from "vitest";
import { type Effect, gone, gzipJunk, html, redirectLoop, redirectTo, status, tooMany } from "./index.ts";
import { dataset, hubWith, listed, noise, thrown, token } from "./support.ts";

const name = "some-one/data";
const content = noise(50_000, 2);
const file = `/datasets/${name}/resolve/main/data/plain.bin`;
const start = () => hubWith({ repositories: [dataset(name)], models: listed(1300), datasets: listed(7) });

describe("which requests fail", () => {
  test("those after the first ones, so many times, to one server, by one method", async () => {
    const hub = await start();
    const fault = hub.fail({
      path: "/api/models",
      origin: "hub",
      method: "GET",
      after: 1,
      times: 2,
      effect: status(503),
    });
    const codes: number[] = [];
    for (let i = 0; i < 5; i++) codes.push((await fetch(`${hub.url}/api/models?limit=1`)).status);
    expect(codes).toEqual([200, 503, 503, 200, 200]);
    expect(fault.hits).toBe(2);
    expect((await fetch(`${hub.url}/api/datasets?limit=1`)).status).toBe(200);
  });

  test("until the fault is lifted; the log tells what was answered", async () => {
    const hub = await start();
    const fault = hub.fail({ path: /^\/api\/\w+\?limit=1$/, effect: status(401, {}, "Invalid credentials") });
    await fetch(`${hub.url}/api/models?limit=1`);
    fault.lift();
    await fetch(`${hub.url}/api/models?limit=1`, { headers: { authorization: `Bearer ${token}` } });
    expect(hub.requests.map(({ path, status, headers: { authorization } }) => [path, status, authorization])).toEqual([
      ["/api/models?limit=1", 401, undefined],
      ["/api/models?limit=1", 200, `Bearer ${token}`],
    ]);
  });
});

describe("answers", () => {
  const answered = async (effect: Effect, path = file, init: RequestInit = { redirect: "manual" }) => {
    const hub = await start();
    hub.fail({ path: path.split("?")[0] ?? "", effect });
    return { hub, response: await fetch(hub.url + path, init) };
  };

  test.each<[string, Record<string, string>]>([
    ["RateLimit", { ratelimit: '"api";r=0;t=55' }],
    ["RateLimit-Policy", { ratelimit: '"api";r=0;t=9', "ratelimit-policy": '"fixed window";"api";q=500;w=300' }],
    ["Retry-After in seconds", { "retry-after": "7" }],
    ["Retry-After as a date", { "retry-after": "Mon, 23 Nov 2026 12:00:00 GMT" }],
    ["nothing", {}],
  ])("429 tells %s and no more", async (_, headers) => {
    const { response } = await answered(tooMany(headers));
    expect(response.status).toBe(429);
    const told = ["ratelimit", "ratelimit-policy", "retry-after"].filter((key) => response.headers.has(key));
    expect(Object.fromEntries(told.map((key) => [key, response.headers.get(key)]))).toEqual(headers);
  });

  test("a revision that is gone", async () => {
    const { response } = await answered(gone("RevisionNotFound"));
    expect([response.status, response.headers.get("x-error-code")]).toEqual([404, "RevisionNotFound"]);
  });

  test("a page in the place of JSON", async () => {
    const { response } = await answered(html(), "/api/models?limit=1");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  test("junk that says it is gzip", async () => {
    const { response } = await answered(gzipJunk(), "/api/models?limit=1");
    await expect(response.json()).rejects.toThrow("terminated");
  });

  test("a redirect that never ends", async () => {
    expect(await thrown(answered(redirectLoop(), file, {}))).toContain("redirect count exceeded");
  });

  test("a redirect to a foreign server, which has what the Hub has", async () => {
    const { hub, response } = await answered(redirectTo("foreign"), file, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
    expect(hub.requests.find(({ origin }) => origin === "foreign")).toMatchObject({ path: file, status: 302 });
    expect(new URL(hub.foreignUrl).origin).not.toBe(new URL(hub.url).origin);
  });
});

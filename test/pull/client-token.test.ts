import { datasetInfo, listModels, pathsInfo } from "@huggingface/hub";
import { describe, expect, test } from "vitest";
import { HubError, hubErrorOf } from "#scripts/lib/hub/error.ts";
import { redact } from "#scripts/lib/hub/redact.ts";
import { settingsOf } from "#scripts/lib/hub/settings.ts";
import { all, endpoint, failure, hubOf, json, model, next, type Sent, token } from "./support.ts";

const strangers = (sent: readonly Sent[]) => sent.filter(({ url }) => !url.startsWith(`${endpoint}/`));
const moved = (location: string, status = 302) => new Response("Found", { status, headers: { location } });

describe("the token", () => {
  test("goes to the Hub, and to no storage that it redirects to", async () => {
    const { hub, sent } = hubOf(
      ({ url }) => (url.startsWith(endpoint) ? moved("https://cdn.invalid/x?sign=1") : new Response("bytes")),
      { token },
    );
    const init = { headers: { Authorization: `Bearer ${token}`, Range: "bytes=0-" } };
    const answer = await hub.params.fetch(new URL(`${endpoint}/datasets/a/b/resolve/main/c`), init);
    expect(await answer.text()).toBe("bytes");
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${token}`, undefined]);
    expect(sent.map(({ headers }) => headers.range)).toEqual(["bytes=0-", "bytes=0-"]);
    expect(JSON.stringify(strangers(sent))).not.toContain(token);
  });

  test("does not come back when storage redirects to the Hub again", async () => {
    const hops = ["https://cdn.invalid/x", `${endpoint}/y`];
    const { hub, sent } = hubOf(
      () => {
        const to = hops.shift();
        return to ? moved(to) : new Response("x");
      },
      { token },
    );
    await hub.params.fetch(`${endpoint}/datasets/a/b/resolve/main/c`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${token}`, undefined, undefined]);
  });

  test("is taken off whatever the client sends elsewhere; another server's own token is not", async () => {
    const { hub, sent } = hubOf(() => new Response("x"), { token });
    await hub.params.fetch("https://cas.invalid/v2/reconstructions/1", {
      headers: { Authorization: `Bearer ${token}` },
    });
    await hub.params.fetch("https://cas.invalid/v2/reconstructions/1", { headers: { Authorization: "Bearer own" } });
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([undefined, "Bearer own"]);
    expect(await failure(hub.params.fetch(`https://cas.invalid/?t=${token}`))).toMatchObject({ rule: "foreign" });
  });

  test("reaches no foreign page, redirect, error, line or JSON", async () => {
    const echo = { error: `you sent Bearer ${token}` };
    const answers = [
      () => json([model(1)], next(`https://evil.invalid/?${token}`)),
      () => moved(`https://evil.invalid/api/models?${token}`),
      () => json(echo, {}, 403),
      () => new Response(`<p>${token}`, { status: 200 }),
      () => new Response(`<p>${token}`, { status: 503 }),
      () => json([], { link: `broken ${token}` }),
      () => Promise.reject(new TypeError(`cannot send ${token}`)),
    ];
    for (const answer of answers) {
      const { hub, sent, told } = hubOf(answer, { token });
      const raw = await failure(all(listModels({ ...hub.params })));
      const error = hubErrorOf(raw, "the list of models");
      const texts = [error, raw].flatMap((one) => [
        one.message,
        one.stack ?? "",
        JSON.stringify(one),
        String(one.cause ?? ""),
      ]);
      expect([...texts, ...told].join("\n")).not.toContain(token);
      expect(strangers(sent)).toEqual([]);
    }
  });

  test("signed addresses of storage lose their signature", () => {
    const text = redact("GET https://cdn.invalid/f?Expires=1&Signature=abc~-&Key-Pair-Id=K2&X-Amz-Security-Token=t0k");
    expect(text).toBe("GET https://cdn.invalid/f?Expires=1&Signature=***&Key-Pair-Id=***&X-Amz-Security-Token=***");
    expect(redact("https://me:pass@hub.invalid/")).toBe("https://***@hub.invalid/");
    expect(redact("https://me:pa@ss@hub.invalid/")).toBe("https://***@hub.invalid/");
  });
});

describe("redirects", () => {
  test("on the Hub are followed, five at most", async () => {
    const { hub, sent } = hubOf(({ url }) =>
      url.includes("/new/") ? json({ _id: "1", id: "new/b" }) : moved("/api/datasets/new/b", 307),
    );
    expect((await datasetInfo({ ...hub.params, name: "a/b" })).name).toBe("new/b");
    expect(sent.map(({ url }) => url)).toContain(`${endpoint}/api/datasets/new/b`);
    const loop = hubOf(({ url }) => moved(`${url}x`));
    expect(await failure(loop.hub.params.fetch(`${endpoint}/a/b/resolve/main/c`))).toMatchObject({ rule: "redirect" });
    expect(loop.sent).toHaveLength(6);
  });

  test("to nowhere, out of https, and a question turned into another are refused", async () => {
    const one = (answer: Response) => hubOf(() => answer).hub.params;
    const file = `${endpoint}/a/b/resolve/main/c`;
    expect(await failure(one(new Response("", { status: 302 })).fetch(file))).toMatchObject({ rule: "redirect" });
    expect(await failure(one(moved("http://cdn.invalid/")).fetch(file))).toMatchObject({ rule: "foreign" });
    expect(await failure(one(moved("file:///etc/passwd")).fetch(file))).toMatchObject({ rule: "foreign" });
    const question = pathsInfo({ ...one(moved("/api/x")), repo: "datasets/a/b", paths: ["c"] });
    expect(await failure(question)).toMatchObject({ rule: "redirect" });
  });
});

describe("requests", () => {
  test("name the project, and ask for bytes as they are", async () => {
    const { hub, sent } = hubOf(() => json([]));
    await all(listModels({ ...hub.params }));
    await hub.params.fetch(`${endpoint}/a/b/resolve/main/c`);
    for (const { headers } of sent) expect(headers["user-agent"]).toMatch(/^state-of-open-source\/\d/);
    expect(sent.map(({ headers }) => headers["accept-encoding"])).toEqual([undefined, "identity"]);
  });

  test("never write", async () => {
    const { hub, sent } = hubOf(() => json([]));
    for (const method of ["PUT", "DELETE", "PATCH", "POST"])
      expect(await failure(hub.params.fetch(`${endpoint}/api/repos/create`, { method }))).toMatchObject({
        rule: "write",
      });
    expect(sent).toEqual([]);
  });

  test("are never more than the cap at a time", async () => {
    let now = 0;
    let most = 0;
    const { hub } = hubOf(
      async () => {
        most = Math.max(most, ++now);
        await Promise.resolve();
        now--;
        return json([]);
      },
      { concurrency: 3 },
    );
    await Promise.all(Array.from({ length: 20 }, () => hub.params.fetch(`${endpoint}/api/models`)));
    expect(most).toBe(3);
  });
});

describe("settings", () => {
  test("come from the environment, and options go before it", () => {
    expect(settingsOf({}, {})).toEqual({ endpoint: "https://huggingface.co" });
    expect(settingsOf({}, { HF_ENDPOINT: "http://127.0.0.1:8080/", HF_TOKEN: token })).toEqual({
      endpoint: "http://127.0.0.1:8080",
      token,
    });
    expect(settingsOf({ token: "", endpoint }, { HF_TOKEN: token })).toEqual({ endpoint });
  });

  test.each([
    "http://hub.invalid",
    "hub.invalid",
    "ftp://hub.invalid",
    "https://u:p@hub.invalid",
    "https://hub.invalid/x",
    "http://127.0.0.1.evil.invalid",
  ])("%s is no endpoint", (at) => {
    expect(() => settingsOf({ endpoint: at }, {})).toThrow(/^HF_ENDPOINT: \[setting\]/);
  });

  test("a token that is none is not shown", () => {
    const thrown = () => settingsOf({ token: "sk-very-secret" }, {});
    expect(thrown).toThrow(HubError);
    expect(thrown).not.toThrow(/secret/);
  });
});

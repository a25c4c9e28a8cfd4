import { datasetInfo, downloadFile, listFiles, listModels } from "@huggingface/hub";
import { describe, expect, test, vi } from "vitest";
import { hubErrorOf, type Subject } from "#scripts/lib/hub/error.ts";
import { all, endpoint, failure, hubOf, json, model, next, token } from "./support.ts";

const subject: Subject = { repo: "dataset a/b", revision: "main", file: "x.parquet" };

describe("answers that say no", () => {
  const no = (status: number, code: string, error: string) => () =>
    json({ error }, code ? { "x-error-code": code } : {}, status);
  test.each([
    [no(401, "GatedRepo", "Access to dataset a/b is restricted"), "", "gated"],
    [no(403, "GatedRepo", "Access to dataset a/b is restricted"), token, "gated"],
    [no(401, "", "Invalid username or password."), "", "repository"],
    [no(404, "RepoNotFound", "Repository not found"), token, "repository"],
    [no(401, "", "Invalid credentials in Authorization header"), token, "token"],
    [no(404, "RevisionNotFound", "Invalid rev id: main"), "", "revision"],
    [no(416, "", "Range Not Satisfiable"), "", "refused"],
  ])("%#: the rule is known by status and code", async (answer, own, rule) => {
    const { hub, sent } = hubOf(answer, { token: own });
    const error = hubErrorOf(await failure(datasetInfo({ ...hub.params, name: "a/b", revision: "main" })), subject);
    expect([error.rule, sent.length]).toEqual([rule, 1]);
    expect(error.message).toMatch(
      new RegExp(`^dataset a/b, revision main, file x\\.parquet: \\[${rule}\\] the Hub answers`),
    );
    expect(error.message).not.toContain("\n");
  });

  test("a file that is not there stays null for the client", async () => {
    const { hub } = hubOf(no(404, "EntryNotFound", "Entry not found"));
    expect(await downloadFile({ ...hub.params, repo: "datasets/a/b", path: "x" })).toBeNull();
  });
});

describe("answers that are not what is due", () => {
  const html = () => new Response("<!doctype html>\n<p>Sign in", { headers: { "content-type": "text/html" } });
  const listed = async (answer: () => Response) => {
    const { hub, sent } = hubOf(answer);
    return { error: hubErrorOf(await failure(all(listModels({ ...hub.params }))), "the list of models"), sent };
  };

  test("HTML with status 200", async () => {
    const { error, sent } = await listed(html);
    expect([error.rule, sent.length]).toEqual(["json", 1]);
    expect(error.message).toContain("text/html where JSON is due: <!doctype html>");
  });

  test("gzip garbage, empty and cut JSON", async () => {
    const bytes = new Uint8Array([0x1f, 0x8b, 8, 0, 7, 7]);
    for (const body of [bytes, "", '[{"_id":"0'])
      expect(
        (await listed(() => new Response(body, { headers: { "content-type": "application/json" } }))).error.rule,
      ).toBe("json");
  });

  test("an object where a list is due", async () => {
    expect((await listed(() => json({ rows: [] }))).error.rule).toBe("shape");
  });
});

describe("pages", () => {
  const page = `${endpoint}/api/models?cursor=`;
  const rule = async (link: string) => {
    const { hub, sent } = hubOf(() => json([model(1)], { link }));
    const error = hubErrorOf(await failure(all(listModels({ ...hub.params }))), "the list of models");
    return [error.rule, sent.length];
  };

  test("a relative, unquoted or crowded Link is an error, not the last page", async () => {
    for (const link of [
      '</api/models?cursor=b>; rel="next"',
      `<${page}b>; rel=next`,
      `<${page}b>;rel="next"`,
      "next please",
    ])
      expect(await rule(link)).toEqual(["link", 1]);
  });

  test("a Link to another server is not followed", async () => {
    expect(await rule('<https://evil.invalid/api/models?cursor=b>; rel="next"')).toEqual(["foreign", 1]);
    expect(await rule('<http://hub.invalid/api/models?cursor=b>; rel="next"')).toEqual(["foreign", 1]);
  });

  test("a page that leads to itself or to an earlier one", async () => {
    const { hub, sent } = hubOf(({ url }) => json([model(1)], next(page + (url.endsWith("=b") ? "c" : "b"))));
    const error = hubErrorOf(await failure(all(listModels({ ...hub.params }))), "the list of models");
    expect([error.rule, sent.length]).toEqual(["loop", 3]);
  });

  test("lists of a tree are guarded too; one list twice is no loop", async () => {
    const { hub } = hubOf(({ url }) => json([{ path: url }], url.includes("cursor") ? {} : next(`${url}&cursor=b`)));
    for (const _ of [1, 2]) expect(await all(listFiles({ ...hub.params, repo: "datasets/a/b" }))).toHaveLength(2);
  });
});

describe("ranges", () => {
  const asked = (range: string, status: number, headers: Record<string, string>) => {
    const { hub } = hubOf(() => new Response("0123456789", { status, headers }));
    return hub.params.fetch(`${endpoint}/datasets/a/b/resolve/main/c`, { headers: { Range: range } });
  };

  test("the bytes asked for", async () => {
    expect(await (await asked("bytes=5-14", 206, { "content-range": "bytes 5-14/99" })).text()).toBe("0123456789");
    expect((await asked("bytes=89-", 206, { "content-range": "bytes 89-98/99" })).ok).toBe(true);
    expect((await asked("bytes=0-", 200, {})).ok).toBe(true);
    expect((await asked("bytes=90-120", 206, { "content-range": "bytes 90-98/99" })).ok).toBe(true);
    expect((await asked("bytes=0-0", 200, { "content-type": "application/vnd.xet-fileinfo+json" })).ok).toBe(true);
  });

  test.each([
    ["bytes=5-14", 200, {}],
    ["bytes=5-14", 206, {}],
    ["bytes=5-14", 206, { "content-range": "bytes 0-9/99" }],
    ["bytes=5-14", 206, { "content-range": "bytes 5-20/99" }],
    ["bytes=5-14", 206, { "content-range": "bytes 5-9/99" }],
    ["bytes=5-14", 206, { "content-range": "items 5-14" }],
  ] as const)("%s answered %i %o", async (range, status, headers) => {
    expect(await failure(asked(range, status, headers))).toMatchObject({ rule: "range" });
  });
});

describe("silence", () => {
  test("before the headers, and inside a body; nothing is slept through", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { hub, sent } = hubOf(() => new Promise<Response>(() => {}), { timeout: 5000 });
    const late = failure(all(listModels({ ...hub.params })));
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await late).toMatchObject({ rule: "timeout" });
    expect(sent).toHaveLength(6);
    const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(7)) });
    const half = hubOf(() => new Response(body), { timeout: 5000 }).hub.params;
    const read = failure((await half.fetch(`${endpoint}/a/b/resolve/main/c`)).arrayBuffer());
    await vi.advanceTimersByTimeAsync(6000);
    expect((await read).message).toMatch(/\[timeout\] was silent for 5 s after 7 bytes/);
    vi.useRealTimers();
  });
});

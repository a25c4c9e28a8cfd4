import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cachedPath } from "#scripts/lib/cache.ts";
import { fetchSources, localSource, raiseFailures, verifySources } from "#scripts/lib/store.ts";
import { transport } from "#scripts/lib/transport.ts";
import { pin, put, record, scratch } from "#test/fixtures/source.ts";

const files = [pin("a.txt", "alpha"), pin("b.txt", "beta"), pin("same-as-a.txt", "alpha")];
const example = record({ files });

async function mirrored(
  contents: Record<string, string> = { "a.txt": "alpha", "b.txt": "beta", "same-as-a.txt": "alpha" },
) {
  const mirror = await scratch();
  for (const [path, content] of Object.entries(contents)) await put(join(mirror, "files.test", path), content);
  const cache = await scratch();
  const options = { open: transport({ mirror }), wait: async () => undefined };
  return { cache, options, fetch: () => fetchSources([example], cache, options) };
}

const statuses = (outcomes: readonly { file: { path: string }; status: string }[]) =>
  outcomes.map(({ file, status }) => `${file.path} ${status}`);

describe("the cache of sources", () => {
  test("fetches once, then verifies without reading the source again", async () => {
    const { cache, options, fetch } = await mirrored();
    expect(statuses(await fetch())).toEqual(["a.txt fetched", "b.txt fetched", "same-as-a.txt fetched"]);
    const offline = { ...options, open: () => Promise.reject(new Error("the source was read")) };
    const again = await fetchSources([example], cache, offline);
    expect(statuses(again)).toEqual(["a.txt cached", "b.txt cached", "same-as-a.txt cached"]);
    expect(statuses(await verifySources([example], cache))).toEqual(statuses(again));
  });

  test("bytes that changed on disk are found on use, and fetched again", async () => {
    const { cache, fetch } = await mirrored();
    await fetch();
    await put(cachedPath(cache, pin("a.txt", "alpha")), "ALPHA");
    const verified = await verifySources([example], cache);
    expect(verified.map(({ problem }) => problem?.rule ?? "fine")).toEqual(["hash", "fine", "hash"]);
    expect(statuses(await fetch())).toEqual(["a.txt fetched", "b.txt cached", "same-as-a.txt fetched"]);
  });

  test("verify without a cache says what to do", async () => {
    const [outcome] = await verifySources([example], await scratch());
    expect(outcome?.problem).toMatchObject({
      record: "example",
      file: "a.txt",
      rule: "not-cached",
      remedy: "run npm run sources",
    });
  });

  test("all failures come at once, each with record, file, rule and remedy", async () => {
    const { fetch } = await mirrored({ "a.txt": "alphabet", "same-as-a.txt": "alpha" });
    const outcomes = await fetch();
    const message = (text: string) => expect(() => raiseFailures(outcomes)).toThrow(text);
    message("example a.txt: [long] has more than 5 bytes; upstream has changed");
    message("example b.txt: [missing] https://files.test/b.txt is not in the mirror");
  });

  test("a short file of the mirror is named", async () => {
    const { fetch } = await mirrored({ "a.txt": "alpha", "b.txt": "be", "same-as-a.txt": "alpha" });
    const problems = (await fetch()).flatMap(({ problem }) => problem ?? []);
    expect(problems).toMatchObject([{ file: "b.txt", rule: "short", detail: "has 2 bytes instead of 4" }]);
  });

  test("a loader gets local paths of listed files only", async () => {
    const { cache, fetch } = await mirrored();
    await fetch();
    const { local } = localSource(example, cache);
    expect(local("a.txt")).toBe(local("same-as-a.txt"));
    expect(() => local("c.txt")).toThrow("source example: the record lists no file c.txt");
  });
});

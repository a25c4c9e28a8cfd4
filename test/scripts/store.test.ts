import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cachedPath } from "#scripts/lib/cache.ts";
import { localSource } from "#scripts/lib/local.ts";
import { fetchSources, raiseFailures, verifySources } from "#scripts/lib/store.ts";
import { transport } from "#scripts/lib/transport.ts";
import { pin, put, record, scratch } from "#test/fixtures/source.ts";

const files = [pin("a.txt", "alpha"), pin("b.txt", "beta"), pin("same-as-a.txt", "alpha")];
const example = record({ files });

async function mirrored(
  contents: Record<string, string> = { "a.txt": "alpha", "b.txt": "beta", "same-as-a.txt": "alpha" },
) {
  const mirror = await scratch();
  for (const [path, content] of Object.entries(contents)) await put(join(mirror, "files.test", path), content);
  const place = { cache: await scratch(), root: await scratch() };
  const options = { open: transport({ mirror }), wait: async () => undefined };
  return { place, options, fetch: () => fetchSources([example], place, options) };
}

const statuses = (outcomes: readonly { path: string; status: string }[]) =>
  outcomes.map(({ path, status }) => `${path} ${status}`);

describe("the cache of sources", () => {
  test("fetches once, then verifies without reading the source again", async () => {
    const { place, options, fetch } = await mirrored();
    expect(statuses(await fetch())).toEqual(["a.txt fetched", "b.txt fetched", "same-as-a.txt fetched"]);
    const offline = { ...options, open: () => Promise.reject(new Error("the source was read")) };
    const again = await fetchSources([example], place, offline);
    expect(statuses(again)).toEqual(["a.txt cached", "b.txt cached", "same-as-a.txt cached"]);
    expect(statuses(await verifySources([example], place))).toEqual(statuses(again));
  });

  test("bytes that changed on disk are found on use, and fetched again", async () => {
    const { place, fetch } = await mirrored();
    await fetch();
    await put(cachedPath(place.cache, pin("a.txt", "alpha")), "ALPHA");
    const verified = await verifySources([example], place);
    expect(verified.map(({ problems }) => problems[0]?.rule ?? "fine")).toEqual(["hash", "fine", "hash"]);
    expect(statuses(await fetch())).toEqual(["a.txt fetched", "b.txt cached", "same-as-a.txt fetched"]);
  });

  test("verify without a cache says what to do", async () => {
    const [outcome] = await verifySources([example], { cache: await scratch(), root: await scratch() });
    expect(outcome?.problems).toMatchObject([
      { record: "example", file: "a.txt", rule: "not-cached", remedy: "run npm run sources" },
    ]);
  });

  test("all failures come at once, each with record, file, rule and remedy", async () => {
    const { fetch } = await mirrored({ "a.txt": "alphabet", "same-as-a.txt": "alpha" });
    const outcomes = await fetch();
    const message = (text: string) => expect(() => raiseFailures(outcomes)).toThrow(text);
    message("example a.txt: [long] has more than 5 bytes; upstream has changed");
    message("example b.txt: [missing] https://files.test/b.txt is not in the mirror");
  });

  test("the name of a problem is that of the record's file, also where bytes are shared", async () => {
    const { fetch } = await mirrored({ "a.txt": "ALPHA", "b.txt": "beta", "same-as-a.txt": "ALPHA" });
    const problems = (await fetch()).flatMap(({ problems }) => problems);
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual(["a.txt hash", "same-as-a.txt hash"]);
  });

  test("a message names fifty problems and counts the rest", async () => {
    const many = record({ files: Array.from({ length: 53 }, (_, i) => pin(`${i}.txt`, `${i}`)) });
    const outcomes = await verifySources([many], { cache: await scratch(), root: await scratch() });
    expect(() => raiseFailures(outcomes)).toThrow(/^(example \d+\.txt: \[not-cached\].*\n){50}and 3 more; /);
  });

  test("a short file of the mirror is named", async () => {
    const { fetch } = await mirrored({ "a.txt": "alpha", "b.txt": "be", "same-as-a.txt": "alpha" });
    const problems = (await fetch()).flatMap(({ problems }) => problems);
    expect(problems).toMatchObject([{ file: "b.txt", rule: "short", detail: "has 2 bytes instead of 4" }]);
  });

  test("a loader gets local paths of listed files only", async () => {
    const { place, fetch } = await mirrored();
    await fetch();
    const { local, members } = localSource(example, place);
    expect(local("a.txt")).toBe(local("same-as-a.txt"));
    expect(() => local("c.txt")).toThrow("source example: the record lists no file c.txt");
    expect(() => members("a.txt")).toThrow("source example: the record lists no archive a.txt");
  });
});

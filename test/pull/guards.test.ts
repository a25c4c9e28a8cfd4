import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { DataError } from "#loaders/schema/errors.ts";
import { openerOf } from "#scripts/lib/hub/fetch-file.ts";
import { filesIn } from "#scripts/lib/hub/files.ts";
import { probing } from "#scripts/lib/hub/probe.ts";
import { listed } from "#scripts/lib/hub/question.ts";
import { tally } from "#scripts/lib/hub/tally.ts";
import { silent } from "#scripts/lib/progress.ts";
import { status } from "#test/hub/loopback/index.ts";
import { all, endpoint, failure, hubOf, token } from "./support.ts";
import { namesIn, whole, worldOf } from "./world.ts";

const sha256 = "a".repeat(64);
const file = { repo: "a/b", revision: "1".repeat(40), path: "c.parquet", bytes: 10, sha256 };

/** What opening the file fails with when the Hub announces it so. */
async function announced(headers: Readonly<Record<string, string>>) {
  const answer = { "content-type": "application/octet-stream", "content-range": "bytes 0-0/10", etag: '"e"' };
  const { hub, sent } = hubOf(() => new Response("x", { status: 206, headers: { ...answer, ...headers } }));
  const error = await failure(openerOf(hub, file)("", 0));
  return { error, requests: sent.length };
}

describe("a file announced as another than the tree's, before its bytes are asked for", () => {
  test("by its sha256", async () => {
    const { error, requests } = await announced({ "x-linked-etag": `"${"b".repeat(64)}"` });
    expect(error).toMatchObject({ rule: "changed", detail: expect.stringMatching(/^is announced with sha256 b{64}/) });
    expect(requests).toBe(1);
  });

  test("by its size", async () => {
    const { error, requests } = await announced({ "content-range": "bytes 0-0/11" });
    expect(error).toMatchObject({ rule: "changed", detail: "is announced with 11 bytes instead of 10" });
    expect(requests).toBe(1);
  });
});

test("the note that a folder is done goes before its files change", async () => {
  const world = await worldOf();
  onTestFinished(() => world.server.close());
  await world.pull();
  await writeFile(join(world.dir, "datasets.parquet"), "spoilt");
  world.server.fail({ path: "/files/", origin: "cdn", effect: status(403) });
  await expect(world.pull()).rejects.toMatchObject({ rule: "refused" });
  expect(await namesIn(world)).toEqual(whole.filter((name) => name !== "snapshot.json"));
});

test("a list that brings ever fewer new rows is stopped by the number of its pages", () => {
  const count = tally("the list", 100, silent);
  const page = (from: number, rows: number) => {
    count.page();
    for (let n = from; n < from + rows; n++) count.row(String(n), 1);
  };
  page(0, 50);
  for (let n = 50; n < 55; n++) page(n, 1);
  expect(() => count.page()).toThrow(
    "[cap] takes more pages than 100 rows need: 55 rows and 0 repeated ones in 6 pages",
  );
});

test("a folder or a history that lists a thing twice is a loop", async () => {
  async function* items() {
    yield* ["x", "y", "x"];
  }
  const error = await failure(all(listed("files of a/b", items(), (item) => item)));
  expect(error).toMatchObject({ rule: "loop", detail: "x is listed twice" });
});

test("a token for the storage that another server would hand out is refused", async () => {
  const link = '<https://evil.invalid/xet-read-token/1>; rel="xet-auth"';
  const { hub, sent } = hubOf(() => new Response("{}", { headers: { link } }), { token });
  const error = await failure(hub.params.fetch(`${endpoint}/datasets/a/b/resolve/main/c`));
  expect(error).toMatchObject({ rule: "foreign", detail: expect.stringContaining("https://evil.invalid") });
  expect(sent).toHaveLength(1);
});

test("a file that no sha256 is known of is not taken", async () => {
  const entry = { type: "file", path: "models.parquet", size: 10, oid: "1".repeat(40) } as const;
  const tree = { entry: async (path: string) => (path === entry.path ? entry : null), names: async () => [] };
  const error = await failure(filesIn(tree, "a/b", (table) => `${table}.parquet`));
  expect(error).toBeInstanceOf(DataError);
  expect(error.message).toContain("models.parquet: is kept without a sha256");
});

test.each([4, 6])("bytes from byte 5 on that begin at byte %i are not taken", async (start) => {
  const headers = { "content-range": `bytes ${start}-9/10` };
  const probe = probing(async () => new Response("x", { status: 206, headers }));
  const started = probe.started(5);
  const [asked, told] = await Promise.allSettled([probe.fetch(`${endpoint}/x`), started]);
  expect([asked.status, told.status]).toEqual(["rejected", "rejected"]);
  await expect(started).rejects.toThrow(`answers 206 from byte ${start} instead of 5`);
});

test("a storage's own token does not go with a redirect to another server", async () => {
  const location = "https://evil.invalid/x";
  const { hub, sent } = hubOf(({ url }) =>
    url === location ? new Response("x") : new Response(null, { status: 302, headers: { location } }),
  );
  await hub.params.fetch("https://cas.invalid/v2/reconstructions/1", { headers: { Authorization: "Bearer own" } });
  expect(sent.map(({ url, headers }) => [new URL(url).host, headers.authorization])).toEqual([
    ["cas.invalid", "Bearer own"],
    ["evil.invalid", undefined],
  ]);
});

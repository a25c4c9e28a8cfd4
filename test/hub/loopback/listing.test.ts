import { listDatasets, listModels } from "@huggingface/hub";
import { describe, expect, test } from "vitest";
import { all, hubWith, listed, sharedHub } from "./support.ts";

const rows = listed(1300);
const hub = await sharedHub({ models: rows, datasets: rows.slice(0, 1100) });
const ids = (list: readonly { name: string }[]) => list.map(({ name }) => name);

/** Ids by downloads, most first and unknown last, then by `_id`; worked out beside the server. */
function expectedOrder(): string[] {
  const key = ({ downloads, _id }: Readonly<Record<string, unknown>>) =>
    `${String(9999 - Number(downloads ?? -1)).padStart(6, "0")} ${_id}`;
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ id }) => String(id));
}

test("listModels sees every row once, in the order asked for, over three pages", async () => {
  const found = await all(listModels({ hubUrl: hub.url, sort: "downloads", additionalFields: ["tags", "author"] }));
  expect(ids(found)).toEqual(expectedOrder());
  expect(found[0]).toMatchObject({
    tags: expect.arrayContaining(["region:us"]),
    author: expect.stringMatching(/^owner/),
  });
  expect(hub.requests.filter(({ path }) => path.startsWith("/api/models"))).toHaveLength(3);
});

test("fields outside the client's types come too, and what a row lacks is undefined", async () => {
  const fields = ["trendingScore" as never, "safetensors"] as const;
  const [first] = await all(listModels({ hubUrl: hub.url, limit: 1, additionalFields: [...fields] }));
  expect(first).toMatchObject({ trendingScore: 0, safetensors: undefined });
});

test("listDatasets pages too", async () => {
  const found = await all(listDatasets({ hubUrl: hub.url, additionalFields: ["tags"] }));
  expect(new Set(ids(found)).size).toBe(1100);
});

test("rows are filtered by owner, tag, task and words", async () => {
  const search = { owner: "owner-3", tags: ["license:mit"], task: "text-generation", query: "NAME-1" } as const;
  const found = await all(listModels({ hubUrl: hub.url, search: { ...search, tags: [...search.tags] } }));
  const expected = rows.filter((_, i) => i % 7 === 3 && i % 2 === 1 && i % 3 === 0 && `${i}`.startsWith("1"));
  expect(ids(found).toSorted()).toEqual(expected.map(({ id }) => String(id)).toSorted());
});

describe("on the wire", () => {
  const get = (query: string) => fetch(`${hub.url}/api/models?${query}`);

  test("only the fields asked for come back, with _id and id", async () => {
    const [row] = (await (await get("limit=1&expand=gated&expand[]=likes")).json()) as object[];
    expect(Object.keys(row ?? {}).sort()).toEqual(["_id", "gated", "id", "likes"]);
  });

  test("a page names the next one absolutely, keeps the query, and is told the rate", async () => {
    const { headers } = await get("limit=2&expand=likes&sort=likes");
    const [, href = "", rel] = /^<([^>]+)>; rel="(\w+)"$/.exec(headers.get("link") ?? "") ?? [];
    const next = new URL(href);
    expect([next.origin, rel, next.searchParams.get("sort")]).toEqual([hub.url, "next", "likes"]);
    const cursor = JSON.parse(Buffer.from(next.searchParams.get("cursor") ?? "", "base64").toString());
    expect(cursor.$or[0]).toMatchObject({ likes: 4, _id: { $gt: expect.stringMatching(/^[0-9a-f]{24}$/) } });
    expect(headers.get("ratelimit")).toMatch(/^"api";r=\d+;t=\d+$/);
    expect(headers.get("ratelimit-policy")).toBe('"fixed window";"api";q=500;w=300');
  });

  test("more than 1,000 are not given at once, and the last page names no other", async () => {
    const first = await get("limit=5000&expand=likes");
    expect(await first.json()).toHaveLength(1000);
    const [, next = ""] = /<([^>]+)>/.exec(first.headers.get("link") ?? "") ?? [];
    const last = await fetch(next);
    expect([((await last.json()) as object[]).length, last.headers.get("link")]).toEqual([300, null]);
  });

  test.each(["expand=authorData", "sort=nothing"])("%s is refused", async (query) => {
    expect((await get(query)).status).toBe(400);
  });
});

test("a quota is held to within its window and begins anew after it", async () => {
  let now = 0;
  const limited = await hubWith({ models: rows }, { quota: { requests: 2, seconds: 300 }, now: () => now });
  const get = async () => {
    const { status, headers } = await fetch(`${limited.url}/api/models?limit=1`);
    return [status, headers.get("ratelimit")];
  };
  expect([await get(), await get()]).toEqual([
    [200, '"api";r=1;t=300'],
    [200, '"api";r=0;t=300'],
  ]);
  now = 100_000;
  expect(await get()).toEqual([429, '"api";r=0;t=200']);
  now = 300_000;
  expect(await get()).toEqual([200, '"api";r=1;t=300']);
});

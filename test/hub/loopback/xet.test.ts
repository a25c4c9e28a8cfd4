import { downloadFile, fileDownloadInfo } from "@huggingface/hub";
import { describe, expect, test } from "vitest";
import { dataset, hash40, hubWith, noise, read, token } from "./support.ts";
import type { XetLayout } from "./xet-layout.ts";

const name = "some-one/data";
const repositories = [dataset(name)];
const content = noise(3_000_000, 3);
const repo = { type: "dataset", name } as const;
const path = "data/xet.bin";
const layouts: Readonly<Record<string, Partial<XetLayout>>> = {
  "one xorb": {},
  "a xorb for each term": { term: 5 },
  "terms apart in shared xorbs": { term: 3, xorb: 4, gap: 2 },
  "LZ4 frames": { term: 3, xorb: 4, gap: 1, scheme: "lz4" },
  "odd chunks": { chunk: 10_007, term: 7, xorb: 3, gap: 1 },
};
const slices = [
  [0, 1],
  [65_535, 65_537],
  [123_456, 2_345_678],
  [2_999_999, 3_000_000],
  [0, 3_000_000],
] as const;

describe.each(Object.entries(layouts))("%s", (_, layout) => {
  test.each([true, false])("the client reads the file and slices of it, in parallel: %s", async (parallelDownloads) => {
    const { url } = await hubWith({ repositories }, { layout });
    const blob = await downloadFile({ hubUrl: url, repo, path, parallelDownloads });
    for (const [start, end] of slices) {
      expect((await read(blob, start, end)).equals(content.subarray(start, end)), `${start}-${end}`).toBe(true);
    }
  });
});

test("the Hub's token goes for the store's, and no further", async () => {
  const hub = await hubWith({ repositories });
  const blob = await downloadFile({ hubUrl: hub.url, repo, path, accessToken: token });
  await blob?.arrayBuffer();
  const seen = hub.requests.map(({ origin, headers }) => `${origin} ${headers.authorization ?? "nothing"}`);
  expect(seen).toEqual([`hub Bearer ${token}`, `hub Bearer ${token}`, "cdn Bearer xet_loopback", "cdn nothing"]);
});

test("the probe is told hash, size and where to go on", async () => {
  const hub = await hubWith({ repositories });
  const info = await fileDownloadInfo({ hubUrl: hub.url, repo, path });
  expect(info?.size).toBe(3_000_000);
  expect(info?.xet?.refreshUrl.href).toBe(`${hub.url}/api/datasets/${name}/xet-read-token/${hash40(`${name} 3`)}`);
  expect(info?.xet?.reconstructionUrl.href).toBe(`${hub.cdnUrl}/v1/reconstructions/${info?.xet?.hash}`);
});

test("without Xet the same file comes as plain bytes", async () => {
  const { url } = await hubWith({ repositories });
  const blob = await downloadFile({ hubUrl: url, repo, path, xet: false });
  expect((await read(blob)).equals(content)).toBe(true);
});

describe("the store", () => {
  const reconstruction = async (version: string, authorization = "Bearer xet_loopback") => {
    const hub = await hubWith({ repositories }, { layout: { term: 3, xorb: 4, gap: 2 } });
    const { hash } = (await fileDownloadInfo({ hubUrl: hub.url, repo, path }))?.xet ?? {};
    const headers = { authorization, range: "bytes=70000-1000000" };
    return fetch(`${hub.cdnUrl}/${version}/reconstructions/${hash}`, { headers });
  };

  test("has both versions of a reconstruction, of the same terms", async () => {
    type Told = {
      terms: unknown[];
      xorbs: object;
      fetch_info: Record<string, { url_range: object }[]>;
      offset_into_first_range: number;
    };
    const [v1, v2] = await Promise.all(
      ["v1", "v2"].map(async (version) => (await reconstruction(version)).json() as Promise<Told>),
    );
    expect(v1?.terms).toEqual(v2?.terms);
    expect(v1?.offset_into_first_range).toBe(70_000 - 65_536);
    expect(Object.values(v1?.fetch_info ?? {})[0]?.[0]?.url_range).toEqual({ start: 65_544, end: 196_631 });
    expect(Object.keys(v2?.xorbs ?? {})).toEqual(Object.keys(v1?.fetch_info ?? {}));
  });

  test("wants its own token", async () => {
    expect((await reconstruction("v2", `Bearer ${token}`)).status).toBe(401);
  });

  test("gives the ranges that an address is signed for, and no others", async () => {
    type Told = { xorbs: Record<string, { url: string }[]> };
    const { xorbs } = (await (await reconstruction("v2")).json()) as Told;
    const url = Object.values(xorbs)[0]?.[0]?.url ?? "";
    expect((await fetch(url, { headers: { range: "bytes=0-9" } })).status).toBe(403);
    expect((await fetch(url)).status).toBe(403);
  });
});

import { createHash } from "node:crypto";
import { downloadFile, downloadFileToCacheDir, fileDownloadInfo } from "@huggingface/hub";
import { expect, test } from "vitest";
import { dataset, hash40, hubWith, noise, read, sharedHub, token } from "./support.ts";

const name = "some-one/data";
const content = noise(50_000, 2);
const sha256 = createHash("sha256").update(content).digest("hex");
const repo = { type: "dataset", name } as const;
const repositories = [dataset(name)];
const hub = await sharedHub({ repositories });
const at = { hubUrl: hub.url, repo };
const plain = `${hub.url}/datasets/${name}/resolve/main/data/plain.bin`;

test("a large file comes from the other origin, which sees no token", async () => {
  const own = await hubWith({ repositories });
  const blob = await downloadFile({ ...at, hubUrl: own.url, path: "data/plain.bin", accessToken: token });
  expect(await read(blob)).toEqual(content);
  const seen = (origin: string) =>
    own.requests.filter((one) => one.origin === origin).map((one) => one.headers.authorization);
  expect(seen("hub")).toEqual([`Bearer ${token}`, `Bearer ${token}`]);
  expect(seen("cdn")).toEqual([undefined, undefined]);
});

test("parts of it are asked for by Range", async () => {
  const blob = await downloadFile({ ...at, path: "data/plain.bin" });
  expect(await read(blob, 100, 40_000)).toEqual(content.subarray(100, 40_000));
});

test("a small file comes from the Hub itself", async () => {
  const info = await fileDownloadInfo({ ...at, path: "README.md" });
  expect(info).toMatchObject({ size: 8, etag: `"${hash40("blob 8\0# Title\n")}"` });
  expect(await (await downloadFile({ ...at, path: "README.md" }))?.text()).toBe("# Title\n");
});

test("a branch leads to its commit on the same server, a commit to the file", async () => {
  const readme = `${hub.url}/datasets/${name}/resolve/main/README.md`;
  const { status, headers } = await fetch(readme, { redirect: "manual" });
  const commit = hash40(`${name} 3`);
  expect([status, headers.get("location")]).toEqual([307, `/api/resolve-cache/datasets/${name}/${commit}/README.md`]);
  const found = await fetch(readme.replace("main", commit), { method: "HEAD" });
  const told = ["etag", "x-repo-commit", "content-length", "accept-ranges", "ratelimit"].map((key) =>
    found.headers.get(key),
  );
  const etag = `"${hash40("blob 8\0# Title\n")}"`;
  expect([found.status, ...told]).toEqual([200, etag, commit, "8", "bytes", '"resolvers";r=2987;t=71']);
});

test("null for a path that is not there", async () => {
  expect(await downloadFile({ ...at, path: "nothing" })).toBeNull();
});

test("the way to a large file names commit, size and sha256", async () => {
  for (const method of ["GET", "HEAD"]) {
    const { status, headers } = await fetch(plain, { method, redirect: "manual" });
    expect([status, headers.get("x-linked-size"), headers.get("x-linked-etag")]).toEqual([302, "50000", `"${sha256}"`]);
    expect(headers.get("x-repo-commit")).toBe(hash40(`${name} 3`));
    expect(headers.get("location")?.startsWith(`${hub.cdnUrl}/`)).toBe(true);
  }
});

test.each([
  ["bytes=10-19", 206, "bytes 10-19/50000", [10, 20]],
  ["bytes=49990-", 206, "bytes 49990-49999/50000", [49_990, 50_000]],
  ["bytes=-5", 206, "bytes 49995-49999/50000", [49_995, 50_000]],
  ["bytes=49990-60000", 206, "bytes 49990-49999/50000", [49_990, 50_000]],
  ["bytes=50000-", 416, "bytes */50000", [0, 0]],
  ["lines=1-2", 200, null, [0, 50_000]],
])("Range %s: %i %s", async (range, status, told, [start, end]) => {
  const response = await fetch(plain, { headers: { range } });
  expect([response.status, response.headers.get("content-range")]).toEqual([status, told]);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(content.subarray(start, end));
});

test("If-Range gives the part of the same file, and the whole of another", async () => {
  const get = (etag: string) => fetch(plain, { headers: { range: "bytes=1-2", "if-range": etag } });
  expect((await get(`"${sha256}"`)).status).toBe(206);
  expect((await get('"another"')).status).toBe(200);
});

test("several ranges come as parts between boundaries", async () => {
  const response = await fetch(plain, { headers: { range: "bytes=0-1,10-12" } });
  const boundary = /boundary=(.+)$/.exec(response.headers.get("content-type") ?? "")?.[1];
  const parts = Buffer.from(await response.arrayBuffer())
    .toString("latin1")
    .split(`\r\n--${boundary}`);
  expect(parts.slice(1, 3).map((part) => part.split("\r\n\r\n")[1])).toEqual([
    content.subarray(0, 2).toString("latin1"),
    content.subarray(10, 13).toString("latin1"),
  ]);
  expect(parts[3]).toBe("--\r\n");
});

test("raw gives the pointer that git holds", async () => {
  const response = await fetch(plain.replace("resolve", "raw"));
  expect(await response.text()).toContain(`oid sha256:${sha256}\nsize 50000\n`);
});

test("downloadFileToCacheDir is served by paths-info and the file", async ({ task }) => {
  const { mkdtempSync, readFileSync, rmSync } = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const cacheDir = mkdtempSync(`${tmpdir()}/loopback-${task.id}-`);
  const path = await downloadFileToCacheDir({ ...at, path: "data/plain.bin", cacheDir });
  expect(readFileSync(path)).toEqual(content);
  rmSync(cacheDir, { recursive: true });
});

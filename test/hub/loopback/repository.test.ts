import { createHash } from "node:crypto";
import { datasetInfo, HubApiError, listCommits, listFiles, modelInfo, pathsInfo } from "@huggingface/hub";
import { describe, expect, test } from "vitest";
import { all, dataset, hash40, listed, noise, sharedHub, token } from "./support.ts";

const name = "some-one/data";
const third = hash40(`${name} 3`);
const first = hash40(`${name} 1`);
const owners = [
  { name: "Some-Org", kind: "org" as const },
  { name: "some-one", kind: "user" as const },
];
const repositories = [
  dataset(name, { refs: { "refs/convert/parquet": first } }),
  dataset("some-org/closed", { gated: "manual", granted: ["hf_granted"] }),
];
const hub = await sharedHub({ repositories, owners, models: listed(3) });
const repo = { type: "dataset", name } as const;
const at = { hubUrl: hub.url, repo };
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

test.each([
  ["HEAD", third],
  ["main", third],
  [first, first],
  ["refs/convert/parquet", first],
])("datasetInfo resolves %s to a commit", async (revision, sha) => {
  const info = await datasetInfo({ hubUrl: hub.url, name, revision, additionalFields: ["sha", "createdAt"] });
  expect(info).toMatchObject({ name, sha, gated: false, private: false });
});

test("a row of the listings has an info of its own", async () => {
  expect(await modelInfo({ hubUrl: hub.url, name: "owner-1/name-1", additionalFields: ["author"] })).toMatchObject({
    author: "owner-1",
    likes: 1,
  });
});

test("a recursive tree has folders, git's own hashes and the sha256 of large files", async () => {
  const files = await all(listFiles({ ...at, recursive: true }));
  expect(files.map(({ path, type }) => `${type} ${path}`)).toEqual([
    "file README.md",
    "directory data",
    "file data/plain.bin",
    "file data/xet.bin",
  ]);
  const [readme, , plain, xet] = files;
  expect(readme?.oid).toBe(hash40("blob 8\0# Title\n"));
  expect(plain).toMatchObject({ size: 50_000, lfs: { oid: sha256(noise(50_000, 2)), size: 50_000, pointerSize: 130 } });
  expect(xet).toMatchObject({
    lfs: { oid: sha256(noise(3_000_000, 3)) },
    xetHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test("a tree shows one folder of one revision, with the commits that made it", async () => {
  expect((await all(listFiles({ ...at, revision: "refs/convert/parquet" }))).map(({ path }) => path)).toEqual([
    "README.md",
  ]);
  const [plain, xet] = await all(listFiles({ ...at, path: "data", expand: true }));
  expect([plain?.path, plain?.lastCommit?.title]).toEqual(["data/plain.bin", "Commit 2"]);
  expect(xet?.lastCommit).toEqual({ id: third, title: "Commit 3", date: "2026-05-03T06:00:00.000Z" });
});

test("pathsInfo tells of the paths that exist", async () => {
  const found = await pathsInfo({ ...at, paths: ["data/plain.bin", "nothing", "data"], expand: true });
  expect(found.map(({ path, type }) => [path, type])).toEqual([
    ["data/plain.bin", "file"],
    ["data", "directory"],
  ]);
});

test("commits come newest first, by pages", async () => {
  const commits = await all(listCommits({ ...at, batchSize: 1 }));
  expect(commits.map(({ oid, title }) => [oid, title])).toEqual(
    [3, 2, 1].map((n) => [hash40(`${name} ${n}`), `Commit ${n}`]),
  );
  expect(commits[0]?.date.toISOString()).toBe("2026-05-03T06:00:00.000Z");
  const response = await fetch(`${hub.url}/api/datasets/${name}/commits/main?limit=1`);
  expect(response.headers.get("x-total-count")).toBe("3");
});

describe("what is not there", () => {
  const failure = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return error instanceof HubApiError ? [error.statusCode, error.data?.error] : error;
  };

  test("a repository: 401 for nobody, 404 with a token", async () => {
    const gone = { hubUrl: hub.url, name: "no/such" };
    expect(await failure(datasetInfo(gone))).toEqual([401, "Invalid username or password."]);
    expect(await failure(datasetInfo({ ...gone, accessToken: token }))).toEqual([404, "Repository not found"]);
  });

  test("a revision and a folder", async () => {
    expect(await failure(all(listFiles({ ...at, revision: "nope" })))).toEqual([404, "Invalid rev id: nope"]);
    expect(await failure(all(listFiles({ ...at, path: "nope" })))).toEqual([404, "Entry not found"]);
  });

  test.each([
    [`/datasets/${name}/resolve/main/nope`, undefined, 404, "EntryNotFound"],
    [`/datasets/${name}/resolve/nope/README.md`, undefined, 404, "RevisionNotFound"],
    ["/datasets/no/such/resolve/main/README.md", token, 404, "RepoNotFound"],
    ["/datasets/some-org/closed/resolve/main/data/plain.bin", undefined, 401, "GatedRepo"],
    ["/datasets/some-org/closed/resolve/main/data/plain.bin", token, 403, "GatedRepo"],
    ["/datasets/some-org/closed/resolve/main/data/plain.bin", "hf_granted", 302, null],
    ["/datasets/some-org/closed/resolve/main/README.md", undefined, 307, null],
  ])("%s as %s: %i %s", async (path, bearer, status, code) => {
    const headers: Record<string, string> = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
    const response = await fetch(hub.url + path, { headers, redirect: "manual" });
    expect([response.status, response.headers.get("x-error-code")]).toEqual([status, code]);
  });

  test("a gated tree hides its hashes from nobody in particular", async () => {
    const closed = { hubUrl: hub.url, repo: { type: "dataset", name: "some-org/closed" }, path: "data" } as const;
    const oids = async (given: object) =>
      (await all(listFiles({ ...closed, ...given }))).map(({ lfs }) => lfs?.oid.length);
    expect([await oids({}), await oids({ accessToken: token })]).toEqual([
      [4, 4],
      [64, 64],
    ]);
  });
});

test.each([
  ["organizations/some-org", 200, { name: "Some-Org", type: "org" }],
  ["users/some-one", 200, { user: "some-one", type: "user" }],
  ["organizations/some-one", 404, { error: expect.any(String) }],
  ["users/Some-Org", 404, { error: expect.any(String) }],
])("overview of %s: %i", async (path, status, body) => {
  const response = await fetch(`${hub.url}/api/${path}/overview`);
  expect([response.status, await response.json()]).toEqual([status, expect.objectContaining(body)]);
});

import { createHash } from "node:crypto";
import { afterAll, onTestFinished } from "vitest";
import type { Commit, Repository, Row } from "./content.ts";
import { contentOf, inGit, type LoopbackHub, type LoopbackOptions, Stored, startHub } from "./index.ts";

/** A token as users have them. */
export const token = "hf_abcdefghijklmnopqrstuvwxyz";

/** Bytes without a pattern, the same for the same seed. */
export function noise(size: number, seed = 1): Buffer {
  const all = Buffer.alloc(size);
  let state = seed;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    all[i] = state >>> 24;
  }
  return all;
}

/** 40 hexadecimal digits that follow from a word. */
export function hash40(word: string): string {
  return createHash("sha1").update(word).digest("hex");
}

/** Rows of a listing: many share their downloads, some have none. */
export function listed(count: number): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    _id: hash40(`row ${i}`).slice(0, 24),
    id: `owner-${i % 7}/name-${i}`,
    author: `owner-${i % 7}`,
    ...(i % 11 === 10 ? {} : { downloads: (i * 37) % 50 }),
    ...{ likes: i % 5, private: false, gated: i % 13 === 0 ? "auto" : false, trendingScore: 0 },
    lastModified: "2026-05-01T00:00:00.000Z",
    tags: [`license:${i % 2 ? "mit" : "apache-2.0"}`, "region:us"],
    ...(i % 3 === 0 ? { pipeline_tag: "text-generation" } : {}),
  }));
}

/** A dataset repository with three commits, the files of which are small, plain and Xet. */
export function dataset(name: string, more: Partial<Repository> = {}): Repository {
  const readme = inGit("# Title\n");
  const plain = new Stored(noise(50_000, 2), "lfs");
  const xet = new Stored(noise(3_000_000, 3), "xet");
  const commit = (n: number, files: Readonly<Record<string, Stored>>): Commit => ({
    ...{ id: hash40(`${name} ${n}`), date: `2026-05-0${n}T06:00:00Z`, title: `Commit ${n}` },
    files: new Map(Object.entries(files)),
  });
  const commits = [
    commit(1, { "README.md": readme }),
    commit(2, { "README.md": readme, "data/plain.bin": plain }),
    commit(3, { "README.md": readme, "data/plain.bin": plain, "data/xet.bin": xet }),
  ];
  return { kind: "dataset", name, commits, ...more };
}

/** Starts a Hub that is closed after the test. */
export async function hubWith(
  content: Parameters<typeof contentOf>[0],
  options?: LoopbackOptions,
): Promise<LoopbackHub> {
  const hub = await startHub(contentOf(content), options);
  onTestFinished(() => hub.close());
  return hub;
}

/** Starts a Hub that is closed after the file's tests. */
export async function sharedHub(
  content: Parameters<typeof contentOf>[0],
  options?: LoopbackOptions,
): Promise<LoopbackHub> {
  const hub = await startHub(contentOf(content), options);
  afterAll(() => hub.close());
  return hub;
}

/** Bytes of a blob, of a part of it if said. */
export async function read(blob: Blob | null, ...part: [number, number] | []): Promise<Buffer> {
  if (!blob) throw new Error("no blob");
  return Buffer.from(await (part.length > 0 ? blob.slice(...part) : blob).arrayBuffer());
}

/** What `fetch` throws, with what lies behind it. */
export async function thrown(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? `${error.message} ${error.cause ?? ""}` : `${error}`;
}

/** Everything that a generator gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  return Array.fromAsync(items);
}

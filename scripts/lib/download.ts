import { type FileHandle, mkdir, open as openFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { SourceFile } from "#loaders/schema/source.ts";
import { blocksOf } from "./blocks.ts";
import { hashMismatch, mismatch, sizeMismatch, sizeOf } from "./cache.ts";
import { type Follower, follow } from "./follow.ts";
import { claimPart, leavePart, leftBehind } from "./part.ts";
import { giveBack } from "./pieces.ts";
import type { Mismatch } from "./problem.ts";
import { type ByteStream, type Open, TransportError } from "./transport.ts";

/** How a download is made. */
export interface DownloadOptions {
  readonly open: Open;
  /** Waits before the next attempt; `attempt` counts from 1 those that brought nothing (default: 0.5 s, then 1 s). */
  readonly wait?: (attempt: number) => Promise<unknown>;
}

/** Attempts in a row that bring too little. */
const attempts = 3;

/** Bytes, or a share of a small file, that make an attempt worth the next one. */
const worthwhile = { bytes: 1 << 20, share: 0.01 };

/**
 * Brings the bytes of a pinned file to `path`, by way of a `.part` of its own beside it.
 *
 * What an earlier run left is continued, and a transfer that breaks goes on as long as attempts bring bytes; what is on
 * disk is hashed before it is renamed into place, and comes once more from the start if it is wrong. Returns null, or what is wrong; errors of the disk are thrown. Either
 * way what came so far stays for the next run.
 */
export async function download(file: SourceFile, path: string, options: DownloadOptions): Promise<Mismatch | null> {
  await mkdir(dirname(path), { recursive: true });
  const part = await claimPart(path);
  try {
    const wrong = await attempt(file, part, options);
    if (wrong === null) await settle(part, path);
    return wrong;
  } finally {
    await leavePart(part, path);
  }
}

/** Puts a whole file in its place; what dead runs left of it is of no more use. */
async function settle(part: string, path: string): Promise<void> {
  await rename(part, path);
  for (const left of await leftBehind(path)) await rm(left, { force: true });
}

async function attempt(file: SourceFile, part: string, options: DownloadOptions): Promise<Mismatch | null> {
  const wait = options.wait ?? ((attempt: number) => sleep(250 * 2 ** attempt));
  const enough = Math.min(worthwhile.bytes, file.bytes * worthwhile.share);
  for (let attempt = 1, spoilt = 0; ; attempt++) {
    const held = await sizeOf(part);
    const { wrong, worthRetrying } = await transfer(file, part, options.open);
    if ((await sizeOf(part)) - held > enough) attempt = 1;
    if (wrong?.rule === "hash" || wrong?.rule === "long") spoilt++;
    if (wrong === null || !worthRetrying || attempt === attempts || spoilt > 1) return wrong;
    await wait(attempt);
  }
}

interface Transfer {
  readonly wrong: Mismatch | null;
  readonly worthRetrying: boolean;
}

async function transfer(file: SourceFile, part: string, open: Open): Promise<Transfer> {
  const held = await sizeOf(part);
  if (held >= file.bytes && held > 0) return await finished(file, part);
  try {
    const stream = await open(file.url, held);
    return await receive(file, part, stream);
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    return { wrong: { rule: error.rule, detail: error.message }, worthRetrying: error.rule === "network" };
  }
}

async function finished(file: SourceFile, part: string): Promise<Transfer> {
  const wrong = await mismatch(part, file);
  if (wrong) await rm(part);
  return { wrong, worthRetrying: wrong !== null };
}

/** Bytes from which on a file is hashed while it comes. */
const large = 32 * 1024 * 1024;

async function receive(file: SourceFile, part: string, { start, chunks }: ByteStream): Promise<Transfer> {
  const out = await openFile(part, start > 0 ? "a" : "w");
  const follower = file.bytes < large ? null : follow(part);
  try {
    const size = await write(out, chunks, start, file.bytes, follower);
    if (size < file.bytes) return { wrong: sizeMismatch(size, file.bytes), worthRetrying: size > start };
    const wrong = size > file.bytes ? tooLong(file.bytes) : await compare(file, part, follower);
    if (wrong) await rm(part);
    return { wrong, worthRetrying: wrong !== null && start > 0 };
  } finally {
    await follower?.stop();
  }
}

async function compare(file: SourceFile, part: string, follower: Follower | null): Promise<Mismatch | null> {
  if (follower === null) return await mismatch(part, file);
  const found = await follower.sha256(file.bytes);
  return found === file.sha256 ? null : hashMismatch(found, file.sha256);
}

function tooLong(bytes: number): Mismatch {
  return { rule: "long", detail: `has more than ${bytes} bytes` };
}

/** Writes until the stream ends or is longer than `limit`; returns the size reached. */
async function write(
  out: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
  start: number,
  limit: number,
  follower: Follower | null,
): Promise<number> {
  let size = start;
  let written: Promise<void> = Promise.resolve();
  try {
    for await (const block of blocksOf(chunks)) {
      size += block.length;
      if (size > limit) break;
      await written;
      written = put(out, block, size, follower);
      written.catch(() => {});
    }
  } finally {
    await written.finally(() => out.close());
  }
  return size;
}

/** Writes one block while the next one comes. */
async function put(out: FileHandle, block: Uint8Array, size: number, follower: Follower | null): Promise<void> {
  await out.writeFile(block);
  giveBack(block);
  follower?.upTo(size);
}

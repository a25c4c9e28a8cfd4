import { Readable } from "node:stream";
import type { Asked, FileBytes, Reply } from "./reply.ts";
import { bytes } from "./reply.ts";
import type { Bytes } from "./stored.ts";

/** Part of a file, both ends included. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

const boundary = "loopback-boundary";

/** A file, whole or in the parts that `Range` asks for; one that `If-Range` names otherwise is sent whole. */
export function fileReply(asked: Asked, given: FileBytes, headers: Readonly<Record<string, string>> = {}): Reply {
  const file = asked.content(given);
  const about = { "accept-ranges": "bytes", etag: file.etag, "content-type": "application/octet-stream", ...headers };
  const condition = asked.headers["if-range"];
  const range = condition === undefined || condition === file.etag ? asked.headers.range : undefined;
  const parts = range === undefined ? undefined : partsOf(range, file.size);
  if (parts === undefined) return { status: 200, headers: about, body: file };
  const [first] = parts;
  if (!first) return unsatisfied(file.size);
  return parts.length === 1 ? onePart(file, first, about) : manyParts(file, parts, about);
}

/** The parts of a `Range` header that the file has; undefined for a header to be ignored. */
export function partsOf(range: string, size: number): Part[] | undefined {
  const list = /^bytes=(.+)$/.exec(range)?.[1]?.split(",");
  const parts = list?.map((part) => /^\s*(\d*)-(\d*)\s*$/.exec(part));
  if (!parts || parts.some((part) => !part || (part[1] === "" && part[2] === ""))) return undefined;
  return parts.flatMap((part) => inside(part?.[1] ?? "", part?.[2] ?? "", size));
}

function inside(from: string, to: string, size: number): Part[] {
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end ? [{ start, end }] : [];
}

function unsatisfied(size: number): Reply {
  return { status: 416, headers: { "content-range": `bytes */${size}` }, body: bytes("") };
}

function onePart(file: Bytes, part: Part, about: Readonly<Record<string, string>>): Reply {
  return {
    status: 206,
    headers: { ...about, "content-range": contentRange(part, file.size) },
    body: sliced(file, part),
  };
}

function contentRange({ start, end }: Part, size: number): string {
  return `bytes ${start}-${end}/${size}`;
}

function sliced(file: Bytes, { start, end }: Part): Bytes {
  return { size: end - start + 1, read: (from, to) => file.read(start + from, start + to) };
}

function manyParts(file: Bytes, parts: readonly Part[], about: Readonly<Record<string, string>>): Reply {
  const pieces = parts.flatMap((part) => [bytes(head(part, file.size)), sliced(file, part)]);
  const body = joined([...pieces, bytes(`\r\n--${boundary}--\r\n`)]);
  return { status: 206, headers: { ...about, "content-type": `multipart/byteranges; boundary=${boundary}` }, body };
}

function head(part: Part, size: number): string {
  const range = `Content-Range: ${contentRange(part, size)}`;
  return `\r\n--${boundary}\r\nContent-Type: application/octet-stream\r\n${range}\r\n\r\n`;
}

/** Several runs of bytes as one. */
export function joined(all: readonly Bytes[]): Bytes {
  return {
    size: all.reduce((sum, { size }) => sum + size, 0),
    read: (start, end) => Readable.from(readThrough(all, start, end), { objectMode: false }),
  };
}

async function* readThrough(all: readonly Bytes[], start: number, end: number): AsyncGenerator<Buffer> {
  let at = 0;
  for (const piece of all) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, piece.size)];
    if (from < to) for await (const data of piece.read(from, to)) yield data as Buffer;
    at += piece.size;
  }
}

import type { IncomingHttpHeaders } from "node:http";
import { Readable } from "node:stream";
import type { Bytes } from "./stored.ts";

/** The servers: the Hub, the store of its large files, and one that nobody should be led to. */
export type OriginName = "hub" | "cdn" | "foreign";

/** A request as it came. */
export interface Asked {
  readonly method: string;
  readonly origin: OriginName;
  /** With the server's own origin. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  /** The access token, without "Bearer". */
  readonly token: string | undefined;
  readonly body: string;
  /** Where each server is. */
  readonly urls: Readonly<Record<OriginName, string>>;
  /** What faults make of a file's content in this request. */
  content(file: FileBytes): FileBytes;
}

/** A file's bytes with the ETag they are served under, quotes and all. */
export interface FileBytes extends Bytes {
  readonly etag: string;
}

/** How a body goes out, where not at once and whole. */
export interface Wire {
  /** Cut the connection after so many bytes of the body. */
  readonly cutAt?: number;
  /** Wait so many milliseconds before each piece of so many bytes. */
  readonly trickle?: { readonly bytes: number; readonly ms: number };
  /** Never answer, or cut the connection before any answer. */
  readonly never?: "silent" | "hung up";
}

/** An answer before it goes out; `content-length` is the body's size unless a header says otherwise. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes;
  readonly wire?: Wire;
}

/** An answer that ends the work on a request. */
export class Refused extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`refused with ${reply.status}`);
    this.reply = reply;
  }
}

/** Bytes in memory. */
export function bytes(content: string | Buffer): Bytes {
  const buffer = Buffer.from(content as string);
  return { size: buffer.length, read: (start, end) => Readable.from([buffer.subarray(start, end)]) };
}

/** An answer in JSON. */
export function json(value: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Reply {
  const type = { "content-type": "application/json; charset=utf-8" };
  return { status, headers: { ...type, ...headers }, body: bytes(JSON.stringify(value)) };
}

/** An error as the Hub words it, with its code. */
export function refusal(status: number, message: string, code?: string): Reply {
  const about = code === undefined ? {} : { "x-error-code": code, "x-error-message": message };
  return json({ error: message }, about, status);
}

/** An answer that sends the client elsewhere. */
export function redirect(to: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const about = { "content-type": "text/plain; charset=utf-8", location: to, vary: "Origin, Accept" };
  return { status: 302, headers: { ...about, ...headers }, body: bytes(`Found. Redirecting to ${to}`) };
}

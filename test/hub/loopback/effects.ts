import { Transform } from "node:stream";
import type { Effect } from "./faults.ts";
import { bytes, type FileBytes, type OriginName, type Reply, refusal } from "./reply.ts";
import type { Bytes } from "./stored.ts";

type Headers = Readonly<Record<string, string>>;

/** Bytes of a body, or a part of it. */
export type Much = { readonly bytes: number } | { readonly fraction: number };

/** A status with an error in JSON and these headers alone: none that tells about rates unless given. */
export function status(code: number, headers: Headers = {}, message = `Error ${code}`): Effect {
  return { answer: () => with_(refusal(code, message), headers) };
}

/** 429 with these headers alone. */
export function tooMany(headers: Headers = {}): Effect {
  return status(429, headers, "We had to rate limit you. Try again later.");
}

/** 404 with a code of the Hub, such as `RevisionNotFound`. */
export function gone(code: "RepoNotFound" | "RevisionNotFound" | "EntryNotFound"): Effect {
  return { answer: () => refusal(404, `${code} now`, code) };
}

/** Cuts the connection after so much of the body. */
export function cut(much: Much): Effect {
  return { reply: (reply) => ({ ...reply, wire: { ...reply.wire, cutAt: amount(much, reply.body) } }) };
}

/** Sends the first part of the body as if it were all: well-formed and short. */
export function short(much: Much): Effect {
  return { reply: (reply) => ({ ...reply, body: first(reply.body, amount(much, reply.body)) }) };
}

/** Cuts the connection before any answer, or never answers. */
export function never(how: "hung up" | "silent"): Effect {
  return { answer: () => ({ ...refusal(500, how), wire: { never: how } }) };
}

/** Sends the body in pieces, with a wait before each. */
export function trickle(piece: { readonly bytes: number; readonly ms: number }): Effect {
  return { reply: (reply) => ({ ...reply, wire: { ...reply.wire, trickle: piece } }) };
}

/** An ETag that names other content, in every header that has one. */
export function wrongEtag(etag = `"${"0".repeat(64)}"`): Effect {
  return {
    reply: (reply) => {
      const there = ["etag", "x-linked-etag"].filter((name) => name in reply.headers);
      return with_(reply, Object.fromEntries(there.map((name) => [name, etag])));
    },
  };
}

/** Content of the same size with every byte another; under its old ETag, or under a new one as if the file had changed. */
export function otherContent(etag: "same" | "new" = "same"): Effect {
  return { content: (file) => ({ ...flipped(file), etag: etag === "same" ? file.etag : `"${"f".repeat(64)}"` }) };
}

/** Sends the client back to where it asked, for ever. */
export function redirectLoop(): Effect {
  return { answer: ({ url }) => with_(refusal(302, "Found"), { location: url.href }) };
}

/** Sends the client to another server, which answers the same path as the Hub would; or to any URL. */
export function redirectTo(where: OriginName | URL): Effect {
  const to = (urls: Readonly<Record<OriginName, string>>, url: URL) =>
    typeof where === "string" ? urls[where] + url.pathname + url.search : where.href;
  return { answer: ({ url, urls }) => with_(refusal(302, "Found"), { location: to(urls, url) }) };
}

/** A page that is no JSON, with status 200 unless said. */
export function html(code = 200, text = "<!doctype html><title>Down for maintenance</title>"): Effect {
  return {
    answer: () => ({ status: code, headers: { "content-type": "text/html; charset=utf-8" }, body: bytes(text) }),
  };
}

/** A body that says it is gzip and is not. */
export function gzipJunk(): Effect {
  const body = bytes("this is no gzip ".repeat(64));
  return { reply: (reply) => ({ ...with_(reply, { "content-encoding": "gzip" }), body }) };
}

function with_(reply: Reply, headers: Headers): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

function amount(much: Much, { size }: Bytes): number {
  return Math.min(size, "bytes" in much ? much.bytes : Math.floor(much.fraction * size));
}

function first(body: Bytes, size: number): Bytes {
  return { size, read: (start, end) => body.read(start, end) };
}

function flipped(file: FileBytes): FileBytes {
  const flip = () =>
    new Transform({
      transform: (data: Buffer, _, done) =>
        done(
          null,
          data.map((byte) => byte ^ 0x55),
        ),
    });
  return { ...file, read: (start, end) => file.read(start, end).pipe(flip()) };
}

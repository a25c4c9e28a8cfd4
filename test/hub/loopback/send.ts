import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import type { Reply } from "./reply.ts";

/** Puts an answer on the wire, as whole as it is meant to be. */
export async function send(reply: Reply, response: ServerResponse, head: boolean): Promise<void> {
  const { wire = {}, body } = reply;
  if (wire.never === "silent") return;
  if (wire.never === "hung up") return void response.destroy();
  response.writeHead(reply.status, { "content-length": String(body.size), ...reply.headers });
  if (head) return void response.end();
  if (wire.trickle) await slowly(reply, response, wire.trickle);
  else if (wire.cutAt !== undefined) await start(reply, response, wire.cutAt);
  else await pipeline(body.read(0, body.size), response);
}

/** The first bytes, then the end of the connection. */
async function start({ body }: Reply, response: ServerResponse, bytes: number): Promise<void> {
  response.flushHeaders();
  await pipeline(body.read(0, bytes), response, { end: false });
  response.socket?.destroySoon();
}

async function slowly(
  { body, wire = {} }: Reply,
  response: ServerResponse,
  piece: { readonly bytes: number; readonly ms: number },
): Promise<void> {
  const end = wire.cutAt ?? body.size;
  for (let at = 0; at < end && !response.destroyed; at += piece.bytes) {
    await setTimeout(piece.ms, undefined, { ref: false });
    await pipeline(body.read(at, Math.min(end, at + piece.bytes)), response, { end: false });
  }
  if (wire.cutAt === undefined) response.end();
  else response.socket?.destroySoon();
}

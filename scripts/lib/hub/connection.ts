import type { ClientRequestArgs } from "node:http";
import { connect, isIP, type NetConnectOpts, type Socket } from "node:net";
import type { Readable } from "node:stream";
import { type ConnectionOptions, connect as secureConnect } from "node:tls";

import { lend } from "../pieces.ts";

/** Takes bytes as they come; false asks for a pause. */
export type Sink = (piece: Uint8Array<ArrayBuffer>) => boolean;

/** A connection whose bytes come as a stream's do, until they are led elsewhere. */
export interface Connection {
  readonly socket: Socket;
  /** Leads what comes from now on to a sink, in wide pieces that are lent. */
  lead(to: Sink): void;
}

/** Bytes from which on a piece is given in the buffer that they came in, and not copied out of it. */
const least = 1 << 16;

/** Opens a connection as `node:http` asks for it. */
export function connectionTo(options: ClientRequestArgs, secure: boolean): Connection {
  let sink: Sink | null = null;
  let buffer = lend();
  let given = false;
  const next = () => {
    if (given) buffer = lend();
    given = false;
    return buffer;
  };
  const callback = (bytes: number, from: Uint8Array) => {
    const piece = from.subarray(0, bytes) as Uint8Array<ArrayBuffer>;
    given = sink !== null && bytes >= least;
    return sink === null ? socket.push(Buffer.from(piece)) : sink(given ? piece : Uint8Array.from(piece));
  };
  const onread = { buffer: next, callback };
  const socket: Socket = secure
    ? secureConnect({ ...secured(options), onread } as ConnectionOptions)
    : connect({ ...options, onread } as NetConnectOpts);
  const lead = (to: Sink) => {
    sink = to;
  };
  return { socket, lead };
}

function secured(options: ClientRequestArgs): object {
  const host = options.host ?? "";
  return { ...options, ALPNProtocols: ["http/1.1"], ...(isIP(host) === 0 ? { servername: host } : {}) };
}

/** Pieces that may wait for their reader. */
const waiting = 4;

/**
 * The bytes of a body on a connection, past the parser that has seen the headers and what came with them; throws where
 * the connection ends before `length` bytes. The connection ends with the body.
 */
export async function* led(
  answer: Readable,
  { socket, lead }: Connection,
  length: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (socket.readableLength > 0) return yield* answer;
  const queue: Uint8Array<ArrayBuffer>[] = [];
  let wake = () => {};
  answer.on("error", () => {});
  socket.on("close", () => wake());
  lead((piece) => {
    queue.push(piece);
    wake();
    return queue.length < waiting;
  });
  const first: Buffer<ArrayBuffer> | null = answer.read();
  if (first) queue.unshift(first);
  try {
    for (let left = length; left > 0; ) {
      const piece = queue.shift();
      if (piece) yield piece.length > left ? piece.subarray(0, left) : piece;
      else if (socket.closed) throw new Error(`the connection ended ${left} bytes early`);
      else await news();
      left -= piece?.length ?? 0;
    }
  } finally {
    socket.destroy();
  }

  function news(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    wake = resolve;
    socket.resume();
    return promise;
  }
}

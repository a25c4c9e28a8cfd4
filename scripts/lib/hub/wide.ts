import { Agent, type IncomingMessage, request } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import { connect, type NetConnectOpts, type Socket } from "node:net";
import { type ConnectionOptions, connect as secureConnect } from "node:tls";
import { http1Fetch } from "./http1.ts";

/** Bytes that are read from a connection at a time, where so many are there. */
const wide = 1 << 20;

/** What is asked for where the bytes of a file are wanted, and nothing about them. */
export const bytesAlone = "application/octet-stream";

/** The `fetch` of Node by HTTP/1.1; a wide one where the bytes of a file alone are asked for. */
export const usualFetch: typeof fetch = (input, init) =>
  new Headers(init?.headers).get("accept") === bytesAlone ? wideFetch(input, init) : http1Fetch(input, init);

/**
 * A `fetch` that reads large bodies in pieces of up to a megabyte instead of 64 kB, which takes less than half of the
 * work. It follows no redirects, unpacks nothing and sends no body; who asks takes the answer's body or cancels it.
 */
export const wideFetch: typeof fetch = async (input, init = {}) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const answer = await answered(url, init);
  const { statusCode: status = 0, statusMessage: statusText = "" } = answer;
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, all = []]) =>
    all.map((value): [string, string] => [name, value]),
  );
  const body = status === 204 || status === 304 ? null : streamOf(answer);
  return Object.defineProperty(new Response(body, { status, statusText, headers }), "url", { value: url.href });
};

function answered(url: URL, { method = "GET", headers, signal }: RequestInit): Promise<IncomingMessage> {
  const [ask, agent] = url.protocol === "https:" ? [secureRequest, secure] : [request, plain];
  const options = { method, agent, headers: Object.fromEntries(new Headers(headers)), ...(signal ? { signal } : {}) };
  return new Promise((resolve, reject) => void ask(url, options, resolve).on("error", reject).end());
}

/** The pieces of a body as they are, without a copy of each. */
function streamOf(answer: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = answer[Symbol.asyncIterator]() as AsyncIterator<Uint8Array<ArrayBuffer>>;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void answer.destroy(),
  });
}

/** Lets a connection read into wide buffers; the bytes of one that was hardly filled are copied, and it serves again. */
function widened<T extends Socket>(open: (onread: NetConnectOpts["onread"]) => T): T {
  let buffer = Buffer.allocUnsafeSlow(wide);
  let given = false;
  const next = () => {
    if (given) buffer = Buffer.allocUnsafeSlow(wide);
    return buffer;
  };
  const callback = (bytes: number, from: Uint8Array) => {
    given = bytes > wide / 4;
    const piece = from.subarray(0, bytes);
    return socket.push(given ? piece : Buffer.from(piece));
  };
  const socket: T = open({ buffer: next, callback });
  return socket;
}

const plain = new Agent({ keepAlive: true });
plain.createConnection = (options) => widened((onread) => connect({ ...options, onread } as NetConnectOpts));

const secure = new SecureAgent({ keepAlive: true });
secure.createConnection = (options) => widened((onread) => secureConnect({ ...options, onread } as ConnectionOptions));

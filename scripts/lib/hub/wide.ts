import { type ClientRequestArgs, type IncomingMessage, request } from "node:http";
import { request as secureRequest } from "node:https";
import { type Connection, connectionTo, led } from "./connection.ts";
import { http1Fetch } from "./http1.ts";

/** What is asked for where the bytes of a file are wanted, and nothing about them. */
export const bytesAlone = "application/octet-stream";

/** The `fetch` of Node by HTTP/1.1; a wide one where the bytes of a file alone are asked for. */
export const usualFetch: typeof fetch = (input, init) =>
  new Headers(init?.headers).get("accept") === bytesAlone ? wideFetch(input, init) : http1Fetch(input, init);

/**
 * A `fetch` for large bodies of known length, which come in pieces of up to a megabyte without a copy: a tenth of the
 * work. It follows no redirects, unpacks nothing and sends no body; who asks takes the answer's body or cancels it.
 */
export const wideFetch: typeof fetch = async (input, init = {}) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const { answer, connection } = await answered(url, init);
  const { statusCode: status = 0, statusMessage: statusText = "" } = answer;
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, all = []]) =>
    all.map((value): [string, string] => [name, value]),
  );
  const body = status === 204 || status === 304 ? null : streamOf(piecesOf(answer, connection));
  return Object.defineProperty(new Response(body, { status, statusText, headers }), "url", { value: url.href });
};

interface Answered {
  readonly answer: IncomingMessage;
  readonly connection: Connection;
}

async function answered(url: URL, { method = "GET", headers, signal }: RequestInit): Promise<Answered> {
  const secure = url.protocol === "https:";
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  let connection: Connection | undefined;
  const createConnection = (options: ClientRequestArgs) => {
    connection = connectionTo(options, secure);
    return connection.socket;
  };
  const options = { method, createConnection, headers: Object.fromEntries(new Headers(headers)) };
  const asked = (secure ? secureRequest : request)(url, { ...options, ...(signal ? { signal } : {}) });
  asked.on("response", (answer) => connection && resolve({ answer, connection }));
  asked.on("error", reject).end();
  return await promise;
}

/** A body of known length past Node's parser, which copies what it sees; any other as Node gives it. */
function piecesOf(answer: IncomingMessage, connection: Connection): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const { statusCode = 0, headers } = answer;
  const known = (statusCode === 200 || statusCode === 206) && headers["transfer-encoding"] === undefined;
  const length = known ? Number(headers["content-length"] ?? Number.NaN) : Number.NaN;
  return length > 0 ? led(answer, connection, length) : answer;
}

function streamOf(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>) => {
    const { done, value } = await iterator.next();
    if (done) controller.close();
    else controller.enqueue(value);
  };
  return new ReadableStream({ pull, cancel: async () => void (await iterator.return?.()) }, { highWaterMark: 0 });
}

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { http1Fetch } from "#scripts/lib/hub/http1.ts";

let server: Server;
let url = "";
beforeAll(async () => {
  server = createServer((request, response) => response.end(`HTTP/${request.httpVersion}`));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());

interface Dispatcher {
  dispatch(options: { readonly allowH2?: boolean }, handler: unknown): boolean;
}

test("answers come as by fetch, and no request may be made over HTTP/2", async () => {
  await (await fetch(url)).text();
  const globals = globalThis as unknown as Record<symbol, Dispatcher>;
  const place = Symbol.for("undici.globalDispatcher.2");
  const own = globals[place];
  if (own === undefined) throw new Error("no dispatcher");
  const asked: (boolean | undefined)[] = [];
  const watching: Dispatcher = {
    dispatch: (options, handler) => {
      asked.push(options.allowH2);
      return own.dispatch(options, handler);
    },
  };
  globals[place] = watching;
  try {
    const response = await http1Fetch(url, { headers: { range: "bytes=0-0" } });
    expect([response.status, await response.text()]).toEqual([200, "HTTP/1.1"]);
  } finally {
    globals[place] = own;
  }
  expect(asked).toEqual([false]);
});

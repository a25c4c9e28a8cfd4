import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { wideFetch } from "#scripts/lib/hub/wide.ts";

const content = Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => (i * i) % 251));
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serving(answer: RequestListener): Promise<string> {
  const own = createServer(answer);
  server = own;
  await new Promise<void>((done) => own.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(own.address() as AddressInfo).port}/x?y`;
}

test("a wide fetch gives status, headers and every byte, also to a reader that is slower than the server", async () => {
  const url = await serving((request, response) => {
    response.writeHead(206, { etag: '"e"', "x-range": request.headers.range ?? "", "content-length": content.length });
    response.end(content);
  });
  const response = await wideFetch(url, { headers: { Range: "bytes=0-" } });
  expect([response.status, response.ok, response.url]).toEqual([206, true, url]);
  expect([response.headers.get("etag"), response.headers.get("x-range")]).toEqual(['"e"', "bytes=0-"]);
  const pieces: Uint8Array[] = [];
  for await (const piece of response.body ?? []) {
    await new Promise((done) => setImmediate(done));
    pieces.push(piece);
  }
  expect(content.equals(Buffer.concat(pieces))).toBe(true);
});

test("a wide fetch follows no redirect, and fails for a body that breaks off, a signal, and nobody there", async () => {
  const url = await serving((request, response) => {
    if (request.headers.range) return void response.writeHead(302, { location: "/elsewhere" }).end();
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, 1000), () => response.destroy());
  });
  expect((await wideFetch(url, { headers: { range: "bytes=1-" } })).status).toBe(302);
  await expect((await wideFetch(url)).arrayBuffer()).rejects.toThrow();
  await expect(wideFetch(url, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  await expect(wideFetch("http://127.0.0.1:1/")).rejects.toThrow(/ECONNREFUSED|bad port/);
});

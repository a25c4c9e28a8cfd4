import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type ByteStream, transport } from "#scripts/lib/transport.ts";
import { type Answer, type Loopback, loopback, serve } from "#test/fixtures/server.ts";
import { put, scratch } from "#test/fixtures/source.ts";

let server: Loopback | undefined;
afterEach(() => server?.close());

async function read({ chunks }: ByteStream): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

const to =
  (location: string): Answer =>
  (_, response) =>
    void response.writeHead(302, { location }).end();

describe("network", () => {
  async function open(path: string, offset = 0) {
    server = await loopback({
      "/f": serve("content"),
      "/moved": to("https://files.test/f"),
      "/near": to("/moved"),
      "/loop": to("/loop"),
      "/plain": to("http://files.test/f"),
    });
    return transport({ mirror: null, fetch: server.fetch })(`https://files.test${path}`, offset);
  }

  test("follows redirects, keeping the offset", async () => {
    const stream = await open("/near", 3);
    expect([stream.start, await read(stream)]).toEqual([3, "tent"]);
    expect(server?.log).toEqual(["/near bytes=3-", "/moved bytes=3-", "/f bytes=3-"]);
  });

  test("starts from 0 when the offset is past the end", async () => {
    const stream = await open("/f", 99);
    expect([stream.start, await read(stream)]).toEqual([0, "content"]);
  });

  test.each([
    ["/loop", "redirect", "more than 5 times"],
    ["/plain", "redirect", "not https"],
    ["/gone", "missing", "answers 404"],
  ])("refuses %s as %s", async (path, rule, message) => {
    await expect(open(path)).rejects.toMatchObject({ rule, message: expect.stringContaining(message) });
  });

  test("asks for bytes as they are, not compressed", async () => {
    let encoding: string | undefined;
    server = await loopback({
      "/f": (request, response) => {
        encoding = String(request.headers["accept-encoding"]);
        response.end("x");
      },
    });
    await read(await transport({ mirror: null, fetch: server.fetch })("https://files.test/f", 0));
    expect(encoding).toBe("identity");
  });

  test("a host that cannot be reached is a network error with its reason", async () => {
    const fetch = () => Promise.reject(new TypeError("fetch failed", { cause: new Error("getaddrinfo ENOTFOUND") }));
    const opened = transport({ mirror: null, fetch })("https://files.test/f", 0);
    await expect(opened).rejects.toMatchObject({ rule: "network", message: expect.stringContaining("ENOTFOUND") });
  });
});

describe("mirror", () => {
  async function mirrored() {
    const mirror = await scratch();
    await put(join(mirror, "files.test", "dir", "a b.txt"), "content");
    const fetch = () => Promise.reject(new Error("the network was used"));
    return transport({ mirror, fetch });
  }

  test("reads HOST/PATH from an offset, without the network", async () => {
    const open = await mirrored();
    const stream = await open("https://files.test/dir/a%20b.txt", 4);
    expect([stream.start, await read(stream)]).toEqual([4, "ent"]);
  });

  test.each([
    "https://files.test/dir/none",
    "https://files.test/dir",
    "https://files.test/..%2f..%2f..%2f..%2fetc/passwd",
  ])("%s is missing", async (url) => {
    const open = await mirrored();
    await expect(open(url, 0)).rejects.toMatchObject({ rule: "missing", message: expect.stringContaining("mirror") });
  });
});

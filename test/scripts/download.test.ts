import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { download } from "#scripts/lib/download.ts";
import { transport } from "#scripts/lib/transport.ts";
import { type Answer, cut, type Loopback, loopback, serve, serveWhole } from "#test/fixtures/server.ts";
import { pin, put, scratch } from "#test/fixtures/source.ts";

const content = "0123456789abcdefghijklmnopqrstuvwxyz";
const file = pin("f", content);
let server: Loopback | undefined;

afterEach(() => server?.close());

async function run(
  answer: Answer | null,
  { part, idle = 2000, pinned = file }: { part?: string; idle?: number; pinned?: typeof file } = {},
) {
  server = await loopback(answer ? { "/f": answer } : {});
  const path = join(await scratch(), "aa", "f");
  if (part !== undefined) await put(`${path}.part`, part);
  const open = transport({ mirror: null, fetch: server.fetch, idle });
  const wrong = await download(pinned, path, { open, wait: async () => undefined });
  const stored = existsSync(path) ? await readFile(path, "utf8") : null;
  return {
    wrong,
    stored,
    log: server.log,
    part: existsSync(`${path}.part`) ? await readFile(`${path}.part`, "utf8") : null,
  };
}

async function setting(answer: Answer) {
  server = await loopback({ "/f": answer });
  const dir = await scratch();
  const path = join(dir, "f");
  const options = { open: transport({ mirror: null, fetch: server.fetch }), wait: async () => undefined };
  return { dir, path, bring: () => download(file, path, options) };
}

const once =
  (first: Answer, then: Answer): Answer =>
  (request, response, count) =>
    (count === 1 ? first : then)(request, response, count);

describe("download", () => {
  test("brings the whole file and leaves no .part", async () => {
    expect(await run(serve(content))).toEqual({ wrong: null, stored: content, log: ["/f"], part: null });
  });

  test("goes on after a cut, asking only for the rest", async () => {
    const { wrong, stored, log } = await run(once(cut(content, 10), serve(content)));
    expect({ wrong, stored, log }).toEqual({ wrong: null, stored: content, log: ["/f", "/f bytes=10-"] });
  });

  test("goes on from a .part of an earlier run", async () => {
    const { wrong, stored, log } = await run(serve(content), { part: content.slice(0, 30) });
    expect({ wrong, stored, log }).toEqual({ wrong: null, stored: content, log: ["/f bytes=30-"] });
  });

  test("takes the whole file when the server ignores Range", async () => {
    const { wrong, stored, log } = await run(serveWhole(content), { part: "0123" });
    expect({ wrong, stored, log }).toEqual({ wrong: null, stored: content, log: ["/f bytes=4-"] });
  });

  test("starts again when a .part turns out to be something else", async () => {
    const { wrong, stored, log } = await run(serve(content), { part: "garbage" });
    expect({ wrong, stored, log }).toEqual({ wrong: null, stored: content, log: ["/f bytes=7-", "/f"] });
  });

  test("a complete .part needs no request", async () => {
    expect(await run(null, { part: content })).toMatchObject({ wrong: null, stored: content, log: [] });
  });

  test("a .part that is too long is thrown away", async () => {
    expect(await run(serve(content), { part: `${content}more` })).toMatchObject({
      wrong: null,
      stored: content,
      log: ["/f"],
    });
  });

  test("wrong bytes are never stored", async () => {
    const { wrong, stored, part } = await run(serve(content.toUpperCase()));
    expect(wrong).toMatchObject({ rule: "hash", detail: expect.stringContaining(file.sha256) });
    expect([stored, part]).toEqual([null, null]);
  });

  test("a short body is named, and kept to go on from", async () => {
    const { wrong, stored, part } = await run(serveWhole(content.slice(0, 20)));
    expect(wrong).toEqual({ rule: "short", detail: "has 20 bytes instead of 36" });
    expect([stored, part]).toEqual([null, content.slice(0, 20)]);
  });

  test("a long body is named and thrown away", async () => {
    const { wrong, stored, part } = await run(serveWhole(`${content}!`));
    expect(wrong).toEqual({ rule: "long", detail: "has more than 36 bytes" });
    expect([stored, part]).toEqual([null, null]);
  });

  test("a file that is not there is named, and not asked for twice", async () => {
    const { wrong, log } = await run(null);
    expect(wrong).toMatchObject({ rule: "missing", detail: expect.stringContaining("404") });
    expect(log).toEqual(["/f"]);
  });

  test("a server in trouble is asked again", async () => {
    const busy: Answer = (_, response) => void response.writeHead(503).end();
    expect(await run(once(busy, serve(content)))).toMatchObject({ wrong: null, stored: content });
    expect(await run(busy)).toMatchObject({ wrong: { rule: "network" }, log: ["/f", "/f", "/f"] });
  });

  test("a silent connection is given up", async () => {
    const silent: Answer = (_, response) => void response.writeHead(200, { "content-length": "36" }).write("01");
    expect((await run(silent, { idle: 60 })).wrong).toMatchObject({
      rule: "network",
      detail: expect.stringContaining("silent for 60 ms"),
    });
  });

  test("goes on from what a run left that was killed, and leaves a running one alone", async () => {
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    const { dir, path, bring } = await setting(serve(content));
    await put(`${path}.part-${dead}-0`, content.slice(0, 9));
    await put(`${path}.part-${process.ppid}-0`, "of another run");
    await put(`${path}.parts`, "of nobody");
    expect(await bring()).toBeNull();
    expect([await readFile(path, "utf8"), server?.log]).toEqual([content, ["/f bytes=9-"]]);
    expect((await readdir(dir)).sort()).toEqual(["f", `f.part-${process.ppid}-0`, "f.parts"]);
  });

  test("many runs at once bring one whole file and leave nothing beside it", async () => {
    const { dir, path, bring } = await setting(serve(content));
    expect(await Promise.all(Array.from({ length: 8 }, bring))).toEqual(Array(8).fill(null));
    expect([await readFile(path, "utf8"), await readdir(dir)]).toEqual([content, ["f"]]);
  });

  test("an empty file can be pinned", async () => {
    expect(await run(serveWhole(""), { pinned: pin("f", "") })).toMatchObject({ wrong: null, stored: "" });
  });
});

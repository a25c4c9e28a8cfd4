import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { blocksOf } from "#scripts/lib/blocks.ts";
import { download } from "#scripts/lib/download.ts";
import { giveBack, lend } from "#scripts/lib/pieces.ts";
import type { Open } from "#scripts/lib/transport.ts";
import { pin, scratch } from "#test/fixtures/source.ts";

/** Large enough to be hashed while it comes: 40 MB in which no two megabytes are alike. */
const content = Buffer.alloc(40_000_000, createHash("sha512").update("40 MB").digest());
for (let at = 0; at < content.length; at += 1_000_000) content.writeUInt32BE(at, at);
const file = pin("f", content);

async function* pieces(bytes: Buffer, size = 300_001): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function bring(open: Open, part?: Buffer) {
  const path = join(await scratch(), "aa", "f");
  await mkdir(dirname(path));
  if (part) await writeFile(`${path}.part`, part);
  const wrong = await download(file, path, { open, wait: async () => undefined });
  return { wrong, names: await readdir(dirname(path)), path };
}

describe("a large file, hashed while it comes", () => {
  test("comes whole", async () => {
    const { wrong, names, path } = await bring(async (_, start) => ({
      start,
      chunks: pieces(content.subarray(start)),
    }));
    expect([wrong, names]).toEqual([null, ["f"]]);
    expect(content.equals(await readFile(path))).toBe(true);
  });

  test("goes on from a part, which is hashed too", async () => {
    const asked: number[] = [];
    const open: Open = async (_, start) => {
      asked.push(start);
      return { start, chunks: pieces(content.subarray(start)) };
    };
    expect(await bring(open, content.subarray(0, 17_000_000))).toMatchObject({ wrong: null, names: ["f"] });
    expect(asked).toEqual([17_000_000]);
    asked.length = 0;
    expect(await bring(open, Buffer.alloc(17_000_000))).toMatchObject({ wrong: null, names: ["f"] });
    expect(asked).toEqual([17_000_000, 0]);
  });

  test("with one wrong bit is never stored", async () => {
    const other = Buffer.from(content);
    other[39_999_999] = (other[39_999_999] ?? 0) ^ 1;
    const { wrong, names } = await bring(async (_, start) => ({ start, chunks: pieces(other.subarray(start)) }));
    expect(wrong).toMatchObject({ rule: "hash", detail: expect.stringContaining(file.sha256) });
    expect(names).toEqual([]);
  });

  test("cut short is kept as far as it came", async () => {
    const once = { start: 0, chunks: pieces(content.subarray(0, 30_000_000)) };
    const { wrong, names, path } = await bring(async (_, start) =>
      start === 0 ? once : { start, chunks: pieces(Buffer.alloc(0)) },
    );
    expect([wrong?.rule, names]).toEqual(["short", ["f.part"]]);
    expect(content.subarray(0, 30_000_000).equals(await readFile(`${path}.part`))).toBe(true);
  });
});

test("small pieces are joined, and those before an error are not lost", async () => {
  async function* breaking() {
    yield* pieces(content.subarray(0, 1_000_000), 10_000);
    throw new Error("broke off");
  }
  const blocks: Uint8Array[] = [];
  const read = async () => {
    for await (const block of blocksOf(breaking())) blocks.push(block);
  };
  await expect(read()).rejects.toThrow("broke off");
  expect(blocks.map(({ length }) => length)).toEqual([...Array(14).fill(70_000), 20_000]);
  expect(content.subarray(0, 1_000_000).equals(Buffer.concat(blocks))).toBe(true);
});

test("a lent buffer serves again once it is given back, and once only; others are left alone", () => {
  const [one, other] = [lend(), lend()];
  expect(one.buffer).not.toBe(other.buffer);
  giveBack(one.subarray(5, 9));
  giveBack(one);
  giveBack(Buffer.from("not lent"));
  expect(lend().buffer).toBe(one.buffer);
  expect([one.buffer, other.buffer]).not.toContain(lend().buffer);
});

import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readArchive } from "#scripts/lib/archive.ts";
import { listingOf, membersOf, nameOnDisk, parseListing } from "#scripts/lib/entries.ts";
import { listed, type Raw, tar, tarball } from "#test/fixtures/tarball.ts";

async function read(bytes: Uint8Array) {
  const found: [string, string][] = [];
  const chunks = Array.from({ length: Math.ceil(bytes.length / 100) }, (_, i) =>
    bytes.subarray(i * 100, i * 100 + 100),
  );
  for await (const { entry, content } of readArchive(Readable.from(chunks)))
    found.push([entry.path, "target" in entry ? `-> ${entry.target}` : Buffer.from(content).toString()]);
  return found;
}

const packed = async (...entries: Raw[]) => gzipSync(await tar([[{ name: "top/", type: "directory" }], ...entries]));
const file = (name: string, content = "x"): Raw => [{ name, type: "file" }, content];

describe("reading an archive", () => {
  test("gives files and links below the top folder, in the order of the archive, and no folders", async () => {
    const bytes = await tarball({
      "b.txt": "beta",
      "a/long.txt": "0123456789".repeat(200),
      "a/l": { link: "../b.txt" },
    });
    expect(await read(bytes)).toEqual([
      ["b.txt", "beta"],
      ["a/long.txt", "0123456789".repeat(200)],
      ["a/l", "-> ../b.txt"],
    ]);
  });

  test("keeps empty files, long names and names that are not ASCII", async () => {
    const long = `${"d".repeat(90)}/${"f".repeat(90)}.txt`;
    expect(await read(await tarball({ empty: "", [long]: "long", "modèle:0.toml": "x" }))).toEqual([
      ["empty", ""],
      [long, "long"],
      ["modèle:0.toml", "x"],
    ]);
  });

  test.each<[string, Raw[], string]>([
    ["a path that goes up", [file("top/../../etc/x")], 'entry "top/../../etc/x" leaves the archive'],
    ["a path from the root", [file("/etc/x")], 'entry "/etc/x" leaves the archive'],
    ["a backslash", [file("top/..\\x")], 'entry "top/..\\\\x" leaves the archive'],
    ["a line break", [file("top/a\nb")], 'entry "top/a\\nb" leaves the archive'],
    ["a folder that goes up", [[{ name: "top/../", type: "directory" }]], 'entry "top/../" leaves the archive'],
    ["a second top folder", [file("other/x")], "entry other/x is not in the single top folder top"],
    ["a file instead of the top folder", [file("top")], "entry top is not in the single top folder top"],
    ["a path twice", [file("top/a"), file("top/a")], "entry a repeats a"],
    ["a path twice but for case", [file("top/a/B"), file("top/A/b")], "entry A/b repeats a/B"],
    [
      "a link that repeats a file",
      [file("top/a"), [{ name: "top/a", type: "symlink", linkname: "b" }]],
      "entry a repeats a",
    ],
    ["a hard link", [file("top/a"), [{ name: "top/b", type: "link", linkname: "top/a" }]], "entry b is of type link"],
    ["a pipe", [[{ name: "top/p", type: "fifo" }]], "entry p is of type fifo"],
    ["a device", [[{ name: "top/d", type: "character-device" }]], "entry d is of type character-device"],
  ])("refuses %s by name", async (_, entries, message) => {
    await expect(read(await packed(...entries))).rejects.toMatchObject({
      name: "ArchiveError",
      message: expect.stringContaining(message),
    });
  });

  test.each<[string, (whole: Buffer) => Buffer | Promise<Buffer>]>([
    ["text", () => Buffer.from("no archive at all, but long enough to look like one")],
    ["half of the file", (whole) => whole.subarray(0, whole.length / 2)],
    [
      "a whole gzip of half a tar",
      async () => gzipSync((await tar([file("top/a", "a".repeat(5000))])).subarray(0, 2000)),
    ],
    ["a flipped byte", (whole) => Buffer.from(whole.map((byte, i) => (i === 40 ? byte ^ 1 : byte)))],
    ["nothing", () => Buffer.alloc(0)],
  ])("refuses %s", async (_, damage) => {
    const whole = await tarball({ a: "alpha".repeat(300), b: "beta" });
    await expect(read(await damage(whole))).rejects.toMatchObject({ name: "ArchiveError" });
  });
});

describe("the listing of an archive", () => {
  const entries = [
    { path: "b c.txt", bytes: 5, sha256: "1".repeat(64) },
    { path: "a/l", target: "../b c.txt" },
    { path: "B", bytes: 0, sha256: "2".repeat(64) },
  ];
  const text = `${"2".repeat(64)}  0  B\nlink  ../b c.txt  a/l\n${"1".repeat(64)}  5  b c.txt\n`;

  test("has one line an entry, sorted by path, and reads back", () => {
    expect(listingOf(entries)).toBe(text);
    expect(parseListing(text)).toEqual([entries[2], entries[1], entries[0]]);
    expect(parseListing("")).toEqual([]);
  });

  test("does not depend on the order of the archive, and counts what it holds", () => {
    const members = membersOf(entries);
    expect(members).toMatchObject({ files: 2, links: 1, bytes: 5 });
    expect(membersOf([...entries].reverse())).toEqual(members);
    expect(membersOf(entries.slice(1)).sha256).not.toBe(members.sha256);
  });

  test("a line that is none is named", () => {
    expect(() => parseListing("what\n")).toThrow('"what" is no line of a listing');
  });

  test("is that of the files, worked out by hand", () => {
    expect(listed("a", "alpha")).toBe("8ed3f6ad685b959ead7022518e1af76cd816f8e8ec7ccdda1ed4018e8f2223f8  5  a");
  });
});

test("names on disk suit every file system and are no patterns; no two members share one", () => {
  const paths = ["a:0", "a%3a0", "a[1]", "a*", "dir./x", "dir /x", "dir/x.", "plain/name-1.2.toml"];
  const names = paths.map(nameOnDisk);
  expect(names).toEqual([
    "a%3a0",
    "a%253a0",
    "a%5b1%5d",
    "a%2a",
    "dir%2e/x",
    "dir%20/x",
    "dir/x%2e",
    "plain/name-1.2.toml",
  ]);
  expect(new Set(names).size).toBe(paths.length);
});

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Edition } from "#loaders/schema/edition.ts";
import { sealHash } from "#scripts/lib/season/seal/put.ts";
import type { Report } from "#site/lib/assemble.ts";
import { type Class, classes } from "#site/lib/seal/format.ts";
import { unseal } from "#site/lib/seal/unseal.ts";
import { readSeal, verifySeal } from "#site/lib/seal/verify.ts";
import { flip, pages, prose, sealed, smallEdition } from "#test/support/sealed.ts";

let root: string;
let report: Report;
let record: Edition;

beforeAll(async () => {
  ({ root, report, record } = await smallEdition());
});

const folder = "data/editions/2031-spring";
const at = (path: string): string => join(root, path);
const found = (edition = record): string[] =>
  verifySeal(edition, root).map(({ file, message }) => `${file} ${message}`);

/** What is found while a file has other bytes. */
function during<T>(path: string, change: () => void, look: () => T): T {
  const bytes = readFileSync(at(path));
  try {
    change();
    return look();
  } finally {
    writeFileSync(at(path), bytes);
  }
}

test("what is sealed is read back as it was printed", () => {
  const [chapter, ...others] = report.chapters;
  expect(others).toEqual([]);
  expect(chapter?.facts.size).toBe(6);
  expect(unseal(record, root)).toEqual({ ...report, edition: record, chapters: [{ ...chapter, prose }], pages });
});

test("it is whole, and its record names it by its hash", () => {
  expect(found()).toEqual([]);
  expect(record).toMatchObject({ status: "released", seal: sealHash(readSeal(record.id, root)) });
});

describe("one bit flipped in", () => {
  const named = Object.entries(classes) as [Class, string][];

  test.each(named)("%s: the file is named, with what it held and the remedy", (kind, words) => {
    const files = readSeal(record.id, root).files.filter((file) => file.class === kind);
    expect(files.length).toBeGreaterThan(0);
    for (const { path } of files) {
      const [problem = "", ...others] = during(path, () => flip(at(path)), found);
      expect(others).toEqual([]);
      expect(problem).toContain(`${path} the ${words} of released edition 2031-spring is not as it was sealed`);
      expect(problem).toContain('npm run season -- release 2031-spring --again --because "..."');
    }
  });

  test("the seal: nothing else is believed", () => {
    const path = `${folder}/seal.json`;
    const problems = during(path, () => flip(at(path)), found);
    expect(problems).toEqual([
      expect.stringContaining(`${path} is not the seal that data/editions/2031-spring.json names`),
    ]);
  });

  test("any of them stops the reading", () => {
    const path = `${folder}/tiny/figures/tiny-line.wide.svg`;
    expect(() =>
      during(
        path,
        () => flip(at(path)),
        () => unseal(record, root),
      ),
    ).toThrow(path);
  });
});

describe("found too", () => {
  test("a record that says something else", () => {
    const place = "data/editions/2031-spring.json";
    expect(found({ ...record, title: "Spring" })).toEqual([
      expect.stringContaining(`${place} the record of a released`),
    ]);
    expect(found({ ...record, seal: "0".repeat(64) })).toEqual([expect.stringContaining("is not the seal that")]);
    const { seal: _, ...without } = record;
    expect(found(without)).toEqual([expect.stringContaining("is released and has no seal")]);
  });

  test("a file that is gone", () => {
    const path = `${folder}/tiny/facts.json`;
    const problems = during(path, () => rmSync(at(path)), found);
    expect(problems).toEqual([expect.stringContaining(`${path} the facts of released edition 2031-spring is missing`)]);
  });

  test.each([`${folder}/tiny/more.json`, `${folder}/seals/1.json`, "data/tables/2031-spring/tiny/more.arrow"])(
    "a file that nobody sealed: %s",
    async (path) => {
      const { put } = await import("#test/fixtures/source.ts");
      await put(at(path), "{}");
      expect(found()).toEqual([expect.stringContaining(`${path} lies among the sealed files`)]);
      rmSync(at(path));
    },
  );

  test("a format that this code does not know", () => {
    const path = `${folder}/seal.json`;
    const other = { ...readSeal(record.id, root), format: 2 };
    const text = `${JSON.stringify(other, null, 2)}\n`;
    const pinned = { ...record, seal: sealHash(other as never) };
    expect(
      during(
        path,
        () => writeFileSync(at(path), text),
        () => found(pinned),
      ),
    ).toEqual([expect.stringContaining(`${path} is no seal of a format that this code knows`)]);
  });
});

test("sealed again, it keeps every seal before, each named by the next", async () => {
  const it = await smallEdition();
  let last = it.record;
  for (const number of [1, 2]) {
    const before = { path: `${folder}/seals/${number}.json`, sha256: last.seal ?? "" };
    const kept = readFileSync(join(it.root, folder, "seal.json"), "utf8");
    last = await sealed(it.root, { ...it.report, version: `${number}` }, undefined, before);
    expect(readFileSync(join(it.root, before.path), "utf8")).toBe(kept);
    expect(verifySeal(last, it.root)).toEqual([]);
  }
  flip(join(it.root, folder, "seals/1.json"));
  expect(verifySeal(last, it.root)).toMatchObject([{ file: `${folder}/seals/1.json` }]);
});

test("a seal that cannot be written whole leaves the one before in its place", async () => {
  const it = await smallEdition();
  const broken = { path: `${folder}/tiny/facts.json/inside`, class: "facts", text: "" } as const;
  const before = { path: `${folder}/seals/1.json`, sha256: it.record.seal ?? "" };
  await expect(sealed(it.root, it.report, (all) => [...all, broken], before)).rejects.toThrow();
  const kept = JSON.parse(readFileSync(join(it.root, `${folder}.json`), "utf8"));
  expect(kept).toEqual(it.record);
  expect(verifySeal(kept, it.root)).toEqual([]);
});

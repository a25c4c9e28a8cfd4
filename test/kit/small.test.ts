import { describe, expect, test } from "vitest";
import type { Analysis } from "#kit/define.ts";
import { frameFaults } from "#kit/frame.ts";
import { locate, position } from "#kit/locate.ts";
import { knownNames, shortName } from "#kit/names.ts";
import { inOrder } from "#kit/order.ts";
import { placeName } from "#kit/places.ts";
import { ReportError } from "#kit/problem.ts";
import { suggest } from "#kit/suggest.ts";
import { bool, date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { reference, tiny } from "#test/support/chapter.ts";

test.each<[string, string[], string]>([
  ["cn-share-lst", ["us-share-last", "cn-share-last"], ' Did you mean "cn-share-last"?'],
  ["zzz", ["us-share-last"], " Known: us-share-last."],
  ["zzzzzzzz", "abcdefghijklmn".split(""), " Known: a, b, c, d, e, f, g, h, i, j, k, l, ...."],
  ["x", [], " None is defined."],
])("suggest %s", (wrong, known, expected) => {
  expect(suggest(wrong, known)).toBe(expected);
});

describe("order", () => {
  const of = (id: string, order: number, needs: string[] = []): Analysis => ({ ...tiny(), id, order, needs });
  const ids = (...analyses: Analysis[]) => inOrder(analyses).order.map(({ id }) => id);
  const messages = (...analyses: Analysis[]) => inOrder(analyses).problems.map(({ message }) => message);

  test("follows the table of contents, but for needs", () => {
    expect(ids(of("c", 3), of("a", 1, ["c"]), of("b", 2))).toEqual(["c", "a", "b"]);
    expect(ids(of("a", 1, ["b"]), of("b", 2, ["c"]), of("c", 3))).toEqual(["c", "b", "a"]);
  });

  test("a cycle is named once, and every analysis still comes once", () => {
    const analyses = [of("a", 1, ["b"]), of("b", 2, ["c"]), of("c", 3, ["a"])];
    expect(messages(...analyses)).toEqual(['analysis "a": needs form a cycle: a -> b -> c -> a. Remove one']);
    expect(ids(...analyses).sort()).toEqual(["a", "b", "c"]);
  });

  test("to need oneself is a cycle", () => {
    expect(messages(of("a", 1, ["a"]))).toEqual(['analysis "a": needs form a cycle: a -> a. Remove one']);
  });

  test("an unknown need is named with the nearest known", () => {
    const { problems } = inOrder([of("scale", 1), of("size", 2, ["scael"])]);
    expect(problems).toEqual([
      {
        file: "analyses/size/analysis.ts",
        line: 1,
        column: 1,
        message: 'analysis "size": needs no known analysis "scael". Did you mean "scale"?',
      },
    ]);
  });
});

describe("frameFaults", () => {
  const columns = { day: date("d"), place: text("t"), n: int("i"), share: nullable(float("f")), on: bool("b") };
  const row = { day: "2025-01-01", place: "CN", n: 1, share: 0.5, on: true };
  test.each<[string, Record<string, unknown>, string[]]>([
    ["a sound row", row, []],
    ["null where it may be", { ...row, share: null }, []],
    ["null where it may not", { ...row, n: null }, ['row 1: "n" is null, not int']],
    ["NaN", { ...row, share: Number.NaN }, ['row 1: "share" is NaN, not float']],
    ["infinity", { ...row, share: 1 / 0 }, ['row 1: "share" is Infinity, not float']],
    ["a fraction for an int", { ...row, n: 1.5 }, ['row 1: "n" is 1.5, not int']],
    ["an int past 2^53", { ...row, n: 2 ** 53 }, ['row 1: "n" is 9007199254740992, not int']],
    ["a day that is none", { ...row, day: "Jan 2025" }, ['row 1: "day" is Jan 2025, not date']],
    ["a column too many", { ...row, more: 1 }, ['row 1: column "more" is not declared']],
    ["a column too few", { day: "2025-01-01", place: "CN", n: 1, share: null }, ['row 1: "on" is undefined, not bool']],
    [
      "a number for a text",
      { ...row, place: 4, on: "yes" },
      ['row 1: "place" is 4, not text', 'row 1: "on" is yes, not bool'],
    ],
  ])("%s", (_, given, expected) => {
    expect(frameFaults([given], columns)).toEqual(expected);
  });

  test("no rows", () => expect(frameFaults([], columns)).toEqual([expect.stringContaining("the frame is empty")]));
  test("names the row", () =>
    expect(frameFaults([row, { ...row, n: "2" }], columns)).toEqual(['row 2: "n" is 2, not int']));
});

describe("where a thing is", () => {
  const sources = {
    "analyses/a/2025-autumn.mdx": '"x"',
    "analyses/a/analysis.ts": "one\ntwo",
    "analyses/a/facts.ts": 'three\n  "x": 1',
  };
  test.each([
    ['"x"', { file: "analyses/a/facts.ts", line: 2, column: 3 }],
    ["two", { file: "analyses/a/analysis.ts", line: 2, column: 1 }],
    ["nowhere", { file: "analyses/a/analysis.ts", line: 1, column: 1 }],
  ])("%s", (needle, place) => expect(locate(sources, needle)).toEqual(place));

  test.each([
    [0, 1, 1],
    [3, 1, 4],
    [4, 2, 1],
    [5, 3, 1],
    [7, 3, 3],
  ])("offset %d is line %d, column %d", (index, line, column) => {
    expect(position("one\n\ntwo", index)).toEqual({ line, column });
  });
});

test("a report error prints one line a problem, sorted by place", () => {
  const at = (file: string, line: number, column: number) => ({ file, line, column, message: `m${line}${column}` });
  const error = new ReportError([at("b", 1, 1), at("a", 10, 1), at("a", 9, 5), at("a", 9, 4)]);
  expect(error.message).toBe("4 problems:\n  a:9:4 m94\n  a:9:5 m95\n  a:10:1 m101\n  b:1:1 m11");
  expect(new ReportError([at("a", 1, 1)]).message).toMatch(/^1 problem:/);
});

test("names: owners, their display names, renames, and names in evidence", () => {
  const rows = [{ repo: "Qwen/Qwen2.5-7B", owner: "Qwen", place: "hidden" }];
  const evidence = { t: { rows } } as unknown as Parameters<typeof knownNames>[1];
  const renames = [{ platform: "huggingface", old: "THUDM", new: "zai-org", on: null, source: "unsourced" }];
  expect([...knownNames({ ...reference, renames }, evidence)].sort()).toEqual(
    ["42dot", "Qwen", "Qwen/Qwen2.5-7B", "THUDM", "acme", "zai-org"].sort(),
  );
  expect([shortName("Qwen/Qwen2.5-7B"), shortName("Qwen")]).toEqual(["Qwen2.5-7B", "Qwen"]);
});

test.each([
  ["CN", "China"],
  ["TW", "Taiwan"],
  ["HK", "Hong Kong"],
  ["ZZ", "Unknown"],
  ["EU", "Pan-European"],
  ["FR", "France"],
  ["QQ", "QQ"],
])("%s is %s", (code, name) => {
  expect(placeName(code)).toBe(name);
});

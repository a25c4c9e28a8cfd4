import { describe, expect, test } from "vitest";
import { count, share } from "#kit/facts.ts";
import type { Context } from "#kit/figure.ts";
import { say } from "#kit/text.ts";
import { basis, chapter, facts, line, made, tiny } from "#test/support/chapter.ts";
import { analysis, figures, found } from "#test/support/tiny.ts";

const definition = "A part of a whole, for the sake of a test.";

test("a sound analysis has no problems, and its words are resolved", () => {
  const { problems, title, figures } = chapter();
  expect(problems).toEqual([]);
  expect(title).toBe("A few models tell the whole story");
  expect(figures.get("tiny-line")).toMatchObject({
    title: "The share ends at 41 percent",
    alt: "Line chart of a share that ends at 41 percent.",
    long: "Over the years the share goes from 20 percent to 41 percent, without any turn between them.",
  });
});

describe("facts", () => {
  test.each<[string, string, ReturnType<typeof made>, number, string]>([
    [
      "no finite number",
      "empty",
      share({ part: 0, whole: 0, unknown: 0, n: 0, definition, basis }),
      2,
      "is not a finite number: an empty group",
    ],
    [
      "a bound without end",
      "empty",
      made(0.5, "share", { bounds: { lower: 0, upper: 1 / 0 } }),
      2,
      "is not a finite number",
    ],
    ["a share above one", "over", made(1.2), 3, "is a share outside 0 to 1"],
    ["a share below zero", "over", made(-0.1), 3, "is a share outside 0 to 1"],
    [
      "no definition",
      "bare",
      count({ value: 1, unit: "models", definition: " ", basis }),
      4,
      "has no definition: say in a sentence",
    ],
  ])("%s", (_, id, fact, line, message) => {
    expect(found({ facts: { ...facts, [id]: fact } })).toEqual([
      [analysis, line, expect.stringContaining(`fact "${id}": ${message}`)],
    ]);
  });

  test("points and relative changes may leave 0 to 1", () => {
    expect(found({ facts: { ...facts, p: made(-0.2, "points"), c: made(3.5, "percent-more") } })).toEqual([]);
  });
});

describe("frames", () => {
  const rows = (row: object) => ({ frames: { line: [row] } }) as Parameters<typeof tiny>[0];
  test.each<[string, Parameters<typeof tiny>[0], string]>([
    ["empty", { frames: { line: [] } } as object, "the frame is empty"],
    ["missing", { frames: {} } as object, "the frame is empty"],
    ["an undeclared column", rows({ year: "2025", share: 0.4, more: 1 }), 'row 1: column "more" is not declared'],
    ["NaN", rows({ year: "2025", share: Number.NaN }), 'row 1: "share" is NaN, not float'],
    ["null", rows({ year: "2025", share: null }), 'row 1: "share" is null, not float'],
  ])("%s", (_, changes, message) => {
    expect(found(changes)).toEqual([[figures, 2, expect.stringContaining(`figure "tiny-line": ${message}`)]]);
  });
});

test("all at once, each where it stands", () => {
  const broken = { ...facts, empty: made(Number.NaN), over: made(1.5), bare: made(0.5, "share", { definition: "" }) };
  const title = (_: unknown, { fact, name }: Context) => say`${fact("nwo")} of ${name("nobody")}`;
  const places = found({ facts: broken, title: say`It holds 41 of them` }, { ...line, title } as object).map(
    ([file, at]) => [file, at],
  );
  expect(places).toEqual([
    [analysis, 2],
    [analysis, 3],
    [analysis, 4],
    [figures, 3],
    [figures, 4],
    [analysis, 5],
  ]);
});

test("numbers typed into code strings or formatters are found by file and line; tables.ts may hold them", () => {
  const code =
    'const a = 1;\nconst b = "41 percent";\nconst c = show.value(0.41, "share");\nconst d = "in 2025, 30 days";\n';
  const given = { "analyses/tiny/analysis.ts": code, "analyses/tiny/tables.ts": code };
  const { problems } = chapter(tiny(), { sources: given });
  expect(problems.map(({ file, line }) => [file, line])).toEqual([
    [analysis, 2],
    [analysis, 3],
  ]);
});

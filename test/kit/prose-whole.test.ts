import { describe, expect, test } from "vitest";
import { ReportError } from "#kit/problem.ts";
import { checkProse } from "#kit/prose/check.ts";
import { file, known } from "#test/support/prose.ts";

describe("of a whole file", () => {
  test("a figure that is never shown", () => {
    expect(checkProse(file, "## What this edition cannot know\n\nAll.", known)).toEqual([
      {
        file,
        line: 3,
        column: 5,
        message: 'figure "tiny-line" is drawn but never shown: add <Figure id="tiny-line" />',
        ...{ open: true, lacks: '<Figure id="tiny-line" />' },
      },
    ]);
  });

  test("the last heading must be the last", () => {
    const message = 'the last heading must be "What this edition cannot know"';
    for (const after of ["", "## What this edition cannot know\n\n## More"]) {
      expect(
        checkProse(file, `<Figure id="tiny-line" />\n\n${after}\n`, known).map((problem) => problem.message),
      ).toEqual([message]);
    }
  });

  test.each<[string, string, number]>([
    ["an element left open", "One\n\n<Note>two", 3],
    ["a comment of HTML", "One\n<!-- 41 -->", 2],
    ["braces left open", "One {two", 1],
    ["an autolink", "One <https://example.org/41>", 1],
  ])("%s is not valid MDX", (_, mdx, line) => {
    const found = checkProse(file, mdx, known);
    expect(found).toEqual([
      { file, line, column: expect.any(Number), message: expect.stringMatching(/^not valid MDX: /) },
    ]);
  });
});

test("all problems come at once, sorted, in one error", () => {
  const mdx = 'It rose to 41 %.\n\n<Fcat />\n\n{41}\n\nOf <Fact id="nwo" /> and 7.\n\n## End\n';
  const found = checkProse(file, mdx, known);
  const error = new ReportError([...found].reverse());
  expect(error.problems.map(({ line, column }) => [line, column])).toEqual([
    [1, 4],
    [1, 12],
    [3, 1],
    [5, 1],
    [7, 4],
    [7, 26],
    [9, 7],
    [9, 7],
  ]);
  expect(error.message.split("\n")).toHaveLength(9);
  expect(error.message).toMatch(/^8 problems:\n {2}analyses\/tiny\/2025-autumn\.mdx:1:4 "rose" says/);
});

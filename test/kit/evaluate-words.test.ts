import { describe, expect, test } from "vitest";
import type { Context } from "#kit/figure.ts";
import { claim, say } from "#kit/text.ts";
import { made } from "#test/support/chapter.ts";
import { analysis, figures, found } from "#test/support/tiny.ts";

describe("words of a figure", () => {
  const describeAs = (alt: string, long: string) => ({ describe: () => ({ alt: say`${alt}`, long: say`${long}` }) });
  const enough = "word ".repeat(20);
  test.each<[string, object, string[]]>([
    [
      "no long description",
      describeAs("Line chart of a share over the years.", ""),
      ["has no description: say in words what the rows show"],
    ],
    [
      "a short alt text",
      describeAs("Chart", enough),
      ["alt text has 5 characters, not 20 to 150: describe the picture"],
    ],
    [
      "a long alt text",
      describeAs("x".repeat(151), enough),
      ["alt text has 151 characters, not 20 to 150: describe the picture"],
    ],
    [
      "no describe at all",
      { describe: undefined },
      [
        "alt text has 0 characters, not 20 to 150: describe the picture",
        "has no description: say in words what the rows show",
      ],
    ],
  ])("%s", (_, figure, messages) => {
    expect(found({}, figure)).toEqual(messages.map((message) => [figures, 2, `figure "tiny-line": ${message}`]));
  });

  test.each<[string, object, number, string]>([
    [
      "an unknown fact",
      { title: (_: unknown, { fact }: Context) => say`${fact("nwo")}` },
      3,
      'figure "tiny-line": no fact "nwo". Did you mean "now"?',
    ],
    [
      "an unknown name",
      { title: (_: unknown, { name }: Context) => say`${name("nobody")}` },
      4,
      'figure "tiny-line": no registry or evidence knows the name "nobody"',
    ],
    [
      "a direction without a claim",
      { title: () => say`The share fell` },
      5,
      'title of figure "tiny-line": "fell" says which way numbers go: put it in a claim that says "fell" and names its facts',
    ],
    [
      "a typed number in the reading",
      { reading: say`Each step is ten times the last` },
      1,
      'reading of figure "tiny-line": "ten" is typed by hand',
    ],
    ["an unknown fact as n", { n: "nwo" }, 3, 'figure "tiny-line": no fact "nwo". Did you mean "now"?'],
  ])("%s", (_, figure, at, message) => {
    const [problem, ...more] = found({}, figure);
    expect(more).toEqual([]);
    expect(problem).toEqual([expect.stringMatching(/^analyses\/tiny\//), at, expect.stringContaining(message)]);
  });

  test("a known name keeps its digits", () => {
    expect(
      found({}, { title: (_: unknown, { name }: Context) => say`${name("42dot")} leads` }).map(
        ([, , message]) => message,
      ),
    ).toEqual([expect.stringContaining('"leads" says which way numbers go')]);
  });
});

describe("title, standfirst and headlines", () => {
  test("typed digits in a title", () => {
    expect(found({ title: say`It holds 41 of them` })).toEqual([
      [analysis, 5, expect.stringContaining('title: "41" is typed by hand')],
    ]);
  });

  test("a refuted claim in a title", () => {
    const title = say`The share ${claim("fell", [made(0.2), made(0.41)], "fell")}`;
    expect(found({ title }).map(([, , message]) => message)).toEqual([
      'title: claim "fell": the second fact must lie below the first, but they are 20 percent, 41 percent',
    ]);
  });

  test("a headline with a number of its own, and one without its fact", () => {
    const headlines = [
      { fact: "now", sentence: say`of all 7` },
      { fact: "nwo", sentence: say`of all` },
    ];
    expect(found({ headlines }).map(([, , message]) => message)).toEqual([
      expect.stringContaining('headline "now": "7" is typed by hand'),
      'headline: no fact "nwo". Did you mean "now"?',
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { problems } from "#test/support/prose.ts";

test("a sound chapter has no problems, whatever it refers to", () => {
  const mdx =
    'Since 2024 <Fact id="now" show="month" /> of <Name id="42dot" />: it <Claim facts="before now" says="rose">rose</Claim>.' +
    '<Note>As <Source id="osir-lmts" /> of 2024-2025 has it, by <Published id="S26-11" />.</Note> {/* 41 */}\n\n<Comparisons />\n\n1. One\n2. Another';
  expect(problems(mdx)).toEqual([]);
});

describe("every other rule alone", () => {
  const fell =
    'claim says "fell" of before, now: the second fact must lie below the first, but they are 20 percent, 41 percent';
  test.each<[string, string, number, number, string]>([
    [
      "a number in braces",
      "It is {41} here",
      1,
      7,
      "prose has no {expressions}: make a fact in analysis.ts and write <Fact id />",
    ],
    [
      "a part of the Hub told as the Hub",
      'On the whole Hub it holds <Fact id="now" />.',
      1,
      27,
      'fact "now" counts a part of the Hub, and this paragraph speaks of the Hub: name the population',
    ],
    [
      "a picture",
      "See ![a chart](https://example.org/chart.png)",
      1,
      5,
      "prose has no pictures but figures: draw it in figures.ts and write <Figure id />",
    ],
    [
      "a unit after a bound number",
      'It is <Fact id="now" /> percent',
      1,
      24,
      '"percent" stands after a bound number, which carries its own unit',
    ],
    [
      "a string in braces",
      'It is {"41 %"} here',
      1,
      7,
      "prose has no {expressions}: make a fact in analysis.ts and write <Fact id />",
    ],
    [
      "braces of their own",
      "{1 + 1}",
      1,
      1,
      "prose has no {expressions}: make a fact in analysis.ts and write <Fact id />",
    ],
    ["an import", 'import x from "./x.ts"', 1, 1, "prose has no imports or exports: compute in analysis.ts"],
    ["an export", "export const x = 41", 1, 1, "prose has no imports or exports: compute in analysis.ts"],
    ["an unknown element", 'So <Fcat id="now" />', 1, 4, '<Fcat> is not an element of prose. Did you mean "Fact"?'],
    ["an HTML element", "So <b>bold</b>", 1, 4, expect.stringMatching(/^<b> is not an element of prose\./)],
    ["an unknown fact", 'So <Fact id="nwo" />', 1, 4, 'no fact "nwo". Did you mean "now"?'],
    ["an unknown figure", 'So <Figure id="tiny-lime" />', 1, 4, 'no figure "tiny-lime". Did you mean "tiny-line"?'],
    ["an unknown name", 'So <Name id="43dot" />', 1, 4, 'no name "43dot". Did you mean "42dot"?'],
    ["an unknown source", 'So <Source id="osir" />', 1, 4, 'no source "osir". Known: osir-lmts.'],
    [
      "an unknown published figure",
      'So <Published id="S26-12" />',
      1,
      4,
      'no published figure "S26-12". Did you mean "S26-11"?',
    ],
    [
      "an unknown way to show",
      'So <Fact id="now" show="bound" />',
      1,
      4,
      'no way to show a fact "bound". Did you mean "bounds"?',
    ],
    ["a missing attribute", "So <Fact />", 1, 4, "<Fact> needs the attribute id"],
    ["an expression as attribute", "So <Fact id={id} />", 1, 4, "<Fact id> must be a plain string"],
    [
      "a spread attribute",
      'So <Fact id="now" {...x} />',
      1,
      4,
      expect.stringMatching(/^<Fact> has no attribute \.\.\./),
    ],
    [
      "an unknown attribute",
      'So <Fact id="now" value="41" />',
      1,
      4,
      expect.stringMatching(/^<Fact> has no attribute value\./),
    ],
    ["a claim against its facts", '<Claim facts="before now" says="fell">fell</Claim>', 1, 1, fell],
    [
      "an unknown direction",
      '<Claim facts="before now" says="soared">so</Claim>',
      1,
      1,
      expect.stringMatching(/^no direction "soared"\./),
    ],
    [
      "an unknown scope",
      '<Claim facts="before now" says="rose" scope="al">so</Claim>',
      1,
      1,
      'no scope "al". Did you mean "all"?',
    ],
    [
      "a claim on an unknown fact",
      '<Claim facts="before nwo" says="rose">so</Claim>',
      1,
      1,
      'no fact "nwo". Did you mean "now"?',
    ],
    [
      "a claim on too few facts",
      '<Claim facts="now" says="rose">so</Claim>',
      1,
      1,
      'claim says "rose" of now: "rose" compares 2 fact(s), 1 given',
    ],
    [
      "a direction outside a claim",
      "Its share rose.",
      1,
      11,
      '"rose" says which way numbers go: put it in a claim that says "rose" and names its facts',
    ],
    [
      "another direction inside",
      '<Claim facts="before now" says="rose">fell</Claim>',
      1,
      39,
      '"fell" does not fit a claim that says "rose": it would say "fell"',
    ],
    [
      "a link definition",
      "[a]\n\n[a]: https://example.org/",
      3,
      1,
      "prose has no link definitions or footnotes: write the link inline, or a <Note>",
    ],
    [
      "a list that begins elsewhere",
      "41. of them",
      1,
      1,
      "a list that begins with 41 shows a typed number: begin with 1",
    ],
    ["words in a fact", '<Fact id="now">so</Fact>', 1, 16, "<Fact> wraps no words: close it with />"],
    ["a figure twice", 'A\n\n<Figure id="tiny-line" />', 5, 1, 'figure "tiny-line" is shown twice'],
  ])("%s", (_, mdx, line, column, message) => {
    expect(problems(mdx)).toEqual([[line, column, message]]);
  });
});

test("a paragraph that names its population may speak of the Hub", () => {
  expect(problems('In the panel, a part of the Hub, it holds <Fact id="now" />.')).toEqual([]);
});

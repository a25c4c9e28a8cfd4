import { describe, expect, test } from "vitest";
import { problems } from "#test/support/prose.ts";

const typed = (text: string) =>
  `"${text}" is typed by hand: numbers come from data. Use a fact, or a name for a name with digits`;

describe("a number typed by hand is found, at its line and column", () => {
  test.each<[string, string, number, number, string]>([
    ["a paragraph", "China holds 41 % of it.", 1, 13, "41"],
    ["a heading", "## On 41 % of it", 1, 7, "41"],
    ["emphasis", "China *holds 41 %* of it.", 1, 14, "41"],
    ["a list", "- One\n- and 41 %", 2, 7, "41"],
    ["inline code", "The `x = 41` here", 1, 10, "41"],
    ["a code block", "```\nx = 41\n```", 2, 5, "41"],
    ["link text", "See [all 41](https://example.org/) now", 1, 10, "41"],
    ["a link's title", 'See [all](https://example.org/ "all 41") now', 1, 37, "41"],
    ["a Note", "Text.<Note>Of 41 %.</Note>", 1, 15, "41"],
    ["a Claim", '<Claim facts="before now" says="rose">rose by 41 %</Claim>', 1, 47, "41"],
    ["the third line", "One line\nand another\nwith 41 % of it.", 3, 6, "41"],
    ["an indented line", "- one line\n  with sixty\n  of it", 2, 8, "sixty"],
    ["digits seen before in a year", "In 2019 the 19 % held", 1, 13, "19"],
    ["a quotation", "> China holds 41 %", 1, 15, "41"],
    ["text behind an entity", "A &amp; B hold 41 % of it", 1, 16, "41"],
    ["text behind two entities", "&lt;&gt; and then 41 % of it", 1, 19, "41"],
    ["a table", "| a | b |\n| - | - |\n| x | 41 |", 3, 7, "41"],
    ["a bare link", "See https://example.org/41 now", 1, 5, "https://example.org/41"],
    ["words", "It is forty-one percent of it", 1, 7, "forty-one percent"],
    ["a footnote", "Text[^41]", 1, 7, "41"],
  ])("%s", (_, mdx, line, column, text) => {
    expect(problems(mdx)).toEqual([[line, column, typed(text)]]);
  });

  test.each([
    ["decimal entities", "It is &#52;&#49; percent"],
    ["a hexadecimal entity", "It is &#x34;1 percent"],
    ["a backslash", "It is 4\\1 percent"],
    ["an invisible entity", "It is 4&#8203;1 percent"],
    ["zero width in a word", "It is for&zwnj;ty percent"],
    ["emphasis inside the number", "It is 4**1** percent"],
    ["emphasis inside a spelled number", "It is *two* models"],
    ["emphasis around the unit", "It is two **percent**"],
    ["emphasis inside the word", "It is for*ty*-one percent"],
    ["a link around the unit", "It is two [percent](https://example.org/)"],
    ["another script", "It is ٤١ percent"],
    ["a Roman numeral sign", "It is Ⅳ percent"],
    ["Roman letters", "It is XLI percent"],
    ["a fraction", "It is ½ of it"],
    ["twenty-three per cent", "It is twenty-three per cent"],
    ["a quarter of", "It is a quarter of it"],
    ["fifty-fifty", "It is fifty-fifty"],
    ["one in five", "It is one in five"],
    ["a unit behind a fact", 'It is <Fact id="models" /> million'],
    ["a year as a quantity", "It is 2000 percent"],
    ["a list's first number", "41. percent of it"],
    ["a footnote's text", "Text[^a]\n\n[^a]: 41"],
    ["a definition's title", '[a]\n\n[a]: https://example.org/ "41 percent"'],
    ["code between comments", "Text {/* a */ 41 /* b */}"],
    ["a setext heading of front matter", "---\ntitle: 41 percent\n---"],
    ["a fact with words inside", '<Fact id="now">forty percent</Fact>'],
  ])("%s is no way around it", (_, mdx) => {
    expect(problems(mdx)).not.toEqual([]);
  });

  test("words that stand apart make no number", () => {
    expect(problems('The *two* <Fact id="models" /> models; one *model*')).toEqual([]);
    expect(problems("Of the two\n\nmodels")).toEqual([]);
  });
});

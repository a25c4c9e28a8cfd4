import { describe, expect, test } from "vitest";
import { checkProse } from "#kit/prose/check.ts";
import { openProse } from "#scripts/lib/open-prose.ts";
import { markOpen, openOn } from "#site/lib/open.ts";
import { file, known } from "#test/support/prose.ts";

const end = "## What this edition cannot know\n\nAll.\n";
const figure = '<Figure id="tiny-line" />\n\n';

/** The open problems of prose, and the prose as it is marked. */
function marked(mdx: string) {
  const open = checkProse(file, mdx, known).filter((problem) => problem.open);
  return { open: open.map(({ message }) => message.split(".")[0]), mdx: markOpen(file, mdx, open) };
}

describe("prose of a draft", () => {
  test("stays as it is where its words hold, and where another file's do not", () => {
    const mdx = `Some <Fact id="models" />.\n\n${figure}${end}`;
    expect(markOpen(file, mdx, [])).toBe(mdx);
    expect(markOpen(file, mdx, [{ file: "analyses/other/x.mdx", line: 1, column: 6, message: "m", open: true }])).toBe(
      mdx,
    );
  });

  test("an element that names what is not there gives its place to a mark", () => {
    const { open, mdx } = marked(`Some <Fact id="nobody" /> of <Name id="no/body" />.\n\n${figure}${end}`);
    expect(open).toEqual(['no fact "nobody"', 'no name "no/body"']);
    expect(mdx).toBe(`Some <Open n="0" /> of <Open n="1" />.\n\n${figure}${end}`);
  });

  test("words of a claim that does not hold stay, in a mark instead of the claim", () => {
    const claim = (says: string) => `<Claim facts="models models" says="${says}">rose to <Fact id="nobody" /></Claim>`;
    const { open, mdx } = marked(`Number ${claim("rose")}.\n\n${figure}${end}`);
    expect(open).toEqual([expect.stringContaining('claim says "rose"'), 'no fact "nobody"']);
    expect(mdx).toBe(`Number <Open n="0">rose to <Open n="1" /></Open>.\n\n${figure}${end}`);
  });

  test("a figure that no sentence shows follows, marked", () => {
    expect(marked(end).mdx).toBe(`${end}\n\n<Open n="0" />\n\n<Figure id="tiny-line" />\n`);
  });

  test.each([
    ["a typed number", `Some 41 models.\n\n${figure}${end}`],
    ["an element that is none", `<Nothing />\n\n${figure}${end}`],
    ["a word of direction outside a claim", `It rose.\n\n${figure}${end}`],
    ["a last heading that is another", `${figure}## More\n`],
    ["what is no MDX", "<Fact"],
  ])("%s is no open question but a mistake", (_, mdx) => {
    const found = checkProse(file, mdx, known);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ open }) => open)).toEqual([]);
  });
});

test("a build marks the files of drafts alone, and no module that is made of them", () => {
  const problem = { file: "analyses/tiny/x.mdx", line: 1, column: 1, message: "m", open: true } as const;
  const [plugin] = openProse([{ open: [] }, { open: [problem] }], "/p").vite?.plugins ?? [];
  const { transform } = plugin as unknown as { transform: (text: string, id: string) => string | null };
  expect(transform('<Fact id="a" />', "/p/analyses/tiny/x.mdx")).toBe('<Open n="0" />');
  expect(transform('<Fact id="a" />', "/p/analyses/tiny/x.mdx?astroPropagatedAssets")).toBeNull();
  expect(transform('<Fact id="a" />', "/p/analyses/tiny/y.mdx")).toBeNull();
});

test("a page lists what is open on it, by the number in its edition", () => {
  const at = (file: string) => ({ file, line: 1, column: 1, message: "m", open: true }) as const;
  const open = [at("analyses/_ledger/x.mdx"), at("analyses/scale/x.mdx"), at("analyses/size/x.mdx")];
  const numbers = (page: string) => openOn(open, page).map(([n]) => n);
  expect(["", "claims/", "claims/conflicts/", "scale/", "size/"].map(numbers)).toEqual([[], [], [0], [1], [2]]);
});

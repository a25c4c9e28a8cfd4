import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const files = globSync("site/styles/*.css")
  .map((file) => file.replaceAll("\\", "/"))
  .sort();
const others = files.filter((file) => !file.endsWith("/tokens.css") && !file.endsWith("/fonts.css"));

/** Colours in any notation of CSS; words like `currentColor` that take a colour from elsewhere are none. */
const colour =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|:[^;]*\b(?:black|white|gr[ae]y|red|green|blue|orange|purple|navy|teal|silver)\b/i;
const size = /font(?:-size)?:[^;]*?(?<![\w-])(?:\d*\.)?\d+(?:px|rem|pt|em|vw|%)(?=[\s;/]|$)/i;
const pixel = /(?<![\w-])(?:\d*\.)?\d+px\b/;
const face = /font(?:-family)?:[^;]*\b(?:serif|sans-serif|monospace|Inter|Georgia)\b/;

/** Declarations of a sheet that take a size, colour, face or pixel from anywhere but the tokens. */
function stray(css: string): string[] {
  const bare = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/@(?:media|supports|import)[^{;]*/g, "")
    .replaceAll(/var\(--[\w-]+\)/g, "token");
  const declarations = [...bare.matchAll(/[\w-]+\s*:\s*[^;{}]+;/g)].map(([text]) => text.replaceAll(/\s+/g, " "));
  return declarations.filter((text) => [colour, size, pixel, face].some((pattern) => pattern.test(text)));
}

test.each(others)("%s takes every size and colour from the tokens", (file) => {
  expect(stray(readFileSync(file, "utf8")).filter((text) => !kept.includes(text))).toEqual([]);
});

/** The root's own size, which is the reader's, and a rule that forced colours have no variable for. */
const kept = ["font-size: 100%;", "--rule: color-mix(in srgb, CanvasText 35%, Canvas);"];

test("components have no styles of their own", () => {
  const own = globSync("site/**/*.astro").filter((file) => /<style|\bstyle="/.test(readFileSync(file, "utf8")));
  expect(own).toEqual([]);
});

describe("the lint finds", () => {
  test.each([
    "a{color:#fff;}",
    "a{border: 1px solid var(--rule);}",
    "a{font-size: 0.9rem;}",
    "a{font: 400 14px / 1.5 var(--sans);}",
    "a{background: rgb(0 0 0 / 10%);}",
    "a{color: white;}",
    "a{font-family: Georgia, serif;}",
    "@media (min-width: 700px){a{width: 700px;}}",
  ])("%s", (css) => expect(stray(css)).toHaveLength(1));

  test.each([
    "a{font: 400 var(--size-note) / var(--line-note) var(--sans);}",
    "@media (min-width: 700px){a{padding: var(--u2) 1.2em;}}",
    "a{font-size: inherit; color: currentColor;}",
    "/* #fff 12px */ a{width: calc(2 * var(--u4));}",
  ])("nothing in %s", (css) => expect(stray(css)).toEqual([]));
});

describe("tokens", () => {
  const css = readFileSync("site/styles/tokens.css", "utf8");
  const all = [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value] as const);

  test("sizes lie on one scale: 13 px times 1.2 to the power of a half", () => {
    const sizes = all.filter(([name, value]) => name.startsWith("size-") && value.endsWith("rem"));
    expect(sizes.length).toBeGreaterThan(10);
    for (const [name, value] of sizes) {
      const steps = Math.log(Number.parseFloat(value) / 0.8125) / Math.log(1.2);
      expect(Math.abs(steps * 2 - Math.round(steps * 2)), `${name}: ${value}`).toBeLessThan(0.04);
    }
  });

  test("spaces are whole numbers of 4 px", () => {
    const spaces = all.filter(([name]) => /^u\d+$/.test(name));
    expect(spaces.length).toBeGreaterThan(8);
    for (const [name, value] of spaces) expect(value, name).toBe(`${Number(name.slice(1)) / 4}rem`);
  });

  test("every variable that a sheet asks for is declared", () => {
    const declared = new Set(all.map(([name]) => name));
    const colours = ["paper", "ink", "quiet", "rule", "accent", "edition"];
    const asked = files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/var\(--([\w-]+)/g)].map(([, name = ""]) => name),
    );
    expect([...new Set(asked)].filter((name) => !declared.has(name) && !colours.includes(name))).toEqual([]);
    expect(all.map(([name]) => name).filter((name) => !asked.includes(name))).toEqual([]);
  });
});

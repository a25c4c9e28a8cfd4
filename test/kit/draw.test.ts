import * as Plot from "@observablehq/plot";
import { DOMParser, parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { draw, sizes, toSvg } from "#kit/draw/draw.ts";
import { escapeXml, type SvgNode, serialise } from "#kit/draw/serialise.ts";
import { standalone, wrap } from "#kit/draw/standalone.ts";
import { chapter, tiny } from "#test/support/chapter.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const namespace = "http://www.w3.org/2000/svg";

/** An SVG subtree as `serialise` gets it; text in the form that needs escaping. */
function node(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): Element {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const child of children) made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  return made;
}

const inside = (...children: Element[]) => serialise(node("svg", {}, ...children) as unknown as SvgNode, "fig");

describe("serialise", () => {
  test.each<[string, Element, string]>([
    ["text", node("text", {}, 'a < b & "c" > d'), "<text>a &lt; b &amp; &quot;c&quot; &gt; d</text>"],
    ["attributes", node("g", { class: 'a<b&"c"' }), '<g class="a&lt;b&amp;&quot;c&quot;"/>'],
    ["coordinates to a hundredth", node("path", { d: "M1.23456,-0.001L10.999,3" }), '<path d="M1.23,0L11,3"/>'],
    ["exponents", node("circle", { cx: "1.5e-7", cy: "2.5e1" }), '<circle cy="25" cx="0"/>'],
    [
      "no rounding in colours and classes",
      node("g", { fill: "rgba(1,2,3,0.12345)", class: "a1.23456" }),
      '<g class="a1.23456" fill="rgba(1,2,3,0.12345)"/>',
    ],
    [
      "no names for screen readers inside",
      node("g", { "aria-label": "rule", "aria-hidden": "true", stroke: "red" }),
      '<g stroke="red"/>',
    ],
    ["no style elements", node("g", {}, node("style", {}, ".plot{}"), "x"), "<g>x</g>"],
    [
      "case of names",
      node("clipPath", { clipPathUnits: "userSpaceOnUse" }),
      '<clipPath clipPathUnits="userSpaceOnUse"/>',
    ],
  ])("%s", (_, given, expected) => {
    expect(inside(given)).toBe(expected);
  });

  test("clip ids are numbered within the figure, whatever was drawn before", () => {
    const drawn = (a: number, b: number) =>
      inside(
        node("clipPath", { id: `plot-clip-${a}` }),
        node("g", { "clip-path": `url(#plot-clip-${a})` }),
        node("clipPath", { id: `plot-clip-${b}` }),
        node("g", { "clip-path": `url(#plot-clip-${b})` }),
      );
    expect(drawn(7, 8)).toBe(
      '<clipPath id="fig-clip-1"/><g clip-path="url(#fig-clip-1)"/><clipPath id="fig-clip-2"/><g clip-path="url(#fig-clip-2)"/>',
    );
    expect(drawn(1, 2)).toBe(drawn(7, 8));
  });

  test("escapeXml", () => expect(escapeXml(`<a b="c">&'`)).toBe("&lt;a b=&quot;c&quot;&gt;&amp;'"));
});

const plot = (rows: readonly { year?: unknown; share?: unknown }[]): Plot.PlotOptions => ({
  clip: true,
  x: { type: "point" },
  marks: [
    Plot.lineY(rows, { x: "year", y: "share", stroke: "var(--entity-cn)", clip: true }),
    Plot.text(rows, { x: "year", y: "share", text: () => 'R&D <"x">', fill: "var(--ink)", ariaLabel: "labels" }),
  ],
});
const [told] = chapter(tiny({}, { plot } as object)).figures.values();
if (told === undefined) throw new Error("no figure");

test("two draws of a figure give equal bytes, at both sizes", () => {
  for (const size of Object.values(sizes)) {
    const first = draw({ ...told }, size);
    draw(told, sizes.wide);
    expect(draw({ ...told }, size)).toEqual(first);
    expect(first.inner).toContain(`id="tiny-line-${size.width}-clip-1"`);
    expect(first.inner).toContain(`url(#tiny-line-${size.width}-clip-1)`);
    expect(first.inner).not.toMatch(/aria-|<style|plot-clip|NaN/);
    expect(first.inner).toContain("R&amp;D &lt;&quot;x&quot;&gt;");
    expect(first).toMatchObject({ width: size.width, height: expect.any(Number) });
    expect(first.height).toBeGreaterThan(100);
  }
});

test("a drawing in a page says what it shows, and where more is said", () => {
  const svg = toSvg(draw(told, sizes.phone), 'A "line" & more', "d1");
  expect(svg).toContain('role="img" aria-label="A &quot;line&quot; &amp; more" aria-describedby="d1"');
  expect(svg).toContain('width="328"');
});

describe("a figure as a file", () => {
  const svg = standalone({ ...told, title: 'R&D "grows" <fast>' }, "Source: s & t. CC BY");
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;

  test("is well-formed: what is parsed and what is written have the same elements, each closed", () => {
    const opened = [...svg.matchAll(/<([a-zA-Z]+)(?=[\s>/])/g)].map(([, name]) => name);
    expect(root?.nodeName).toBe("svg");
    expect(root?.querySelectorAll("*").length).toBe(opened.length - 1);
    expect(unclosed(svg)).toEqual([]);
    expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
    expect(opened).toEqual(expect.arrayContaining(["g", "path", "text", "clipPath"]));
    expect(opened.filter((name) => /^[A-Z]/.test(name ?? ""))).toEqual([]);
  });

  test("has its title and description, and no colour left to a page", () => {
    expect(root?.querySelector("title")?.textContent).toBe('R&D "grows" <fast>');
    expect(root?.querySelector("desc")?.textContent).toBe(told.long);
    expect(svg).not.toContain("var(");
    expect(svg).not.toMatch(/<image|href="http/);
  });

  test("is the same each time", () => {
    expect(standalone({ ...told, title: 'R&D "grows" <fast>' }, "Source: s & t. CC BY")).toBe(svg);
  });
});

/** Names of elements that are not closed, or closed out of turn. */
function unclosed(svg: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, end, name = "", self] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end === "/") wrong.push(...(open.pop() === name ? [] : [name]));
    else if (self !== "/") open.push(name);
  }
  return [...wrong, ...open];
}

test.each([
  ["one two three", 7, ["one two", "three"]],
  ["one", 1, ["one"]],
  ["a b c", 3, ["a b", "c"]],
])("wrap %j at %d", (text, length, lines) => {
  expect(wrap(text, length)).toEqual(lines);
});

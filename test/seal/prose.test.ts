import { afterEach, expect, test, vi } from "vitest";
import { atBase, figurePlace, headingsOf, piecesOf, unbrokenFacts } from "#site/lib/prose.ts";

afterEach(() => vi.unstubAllEnvs());

test("prose is cut at the places of its figures, in reading order", () => {
  const html = `<p>a</p>${figurePlace("one")}<p>b</p>${figurePlace("two")}`;
  expect(piecesOf(html)).toEqual([
    { html: "<p>a</p>" },
    { figure: "one" },
    { html: "<p>b</p>" },
    { figure: "two" },
    { html: "" },
  ]);
});

test("headings are read with their addresses, without elements and entities", () => {
  const html = '<h2 id="a-b">A &amp; <span class="name">B</span></h2><h3 id="c">C</h3><h2 id="d">D’s</h2>';
  expect(headingsOf(html)).toEqual([
    { slug: "a-b", text: "A & B" },
    { slug: "d", text: "D’s" },
  ]);
});

test("links from the root get the base of the build; all else stays", () => {
  vi.stubEnv("BASE_URL", "/report/");
  const html =
    '<a class="fact" data-card="at 1 &lt; 2" href="/2031-spring/">x</a> <a href="#n-a">href="/</a> <a href="https://a.test/">y</a> <a href="//a.test/">z</a>';
  expect(atBase(html)).toBe(html.replace('href="/2031', 'href="/report/2031'));
  vi.stubEnv("BASE_URL", "/");
  expect(atBase(html)).toBe(html);
});

test("a bare number stays with the word that it counts, however often that is asked", () => {
  const html = '<a class="fact" href="#n">34</a> namespaces and <a class="fact" href="#n">34 percent</a> of it';
  const once = unbrokenFacts(html);
  expect(once).toBe(html.replace("</a> namespaces", "</a>\u00a0namespaces"));
  expect(unbrokenFacts(once)).toBe(once);
});

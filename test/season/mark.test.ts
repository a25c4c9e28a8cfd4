import { expect, test } from "vitest";
import { marked, sentence } from "#site/lib/errata/mark.ts";
import type { Erratum } from "#site/lib/errata/types.ts";

const erratum = (fact: string, rest: Partial<Erratum> = {}): Erratum => ({
  ...{
    on: "2025-12-03",
    analysis: "scale",
    fact,
    was: 467,
    is: 460,
    cause: "Owners & names were <mixed>.",
    mended: false,
  },
  words: { on: "3 December 2025", was: "467 models", is: "460 models" },
  ...rest,
});
const where = {
  errata: [erratum("models")],
  edition: "/2025-autumn/",
  analysis: "scale",
  page: "/2025-autumn/errata/",
};
const link = (href: string, text = "467") =>
  `<a class="fact" href="${href}" data-card="467 models\nCounted.">${text}</a>`;

test("the number stays, and what it should have been stands beside it with the reason", () => {
  const html = marked(`<p>Of ${link("#n-models")} models.</p>`, where);
  expect(html).toBe(
    `<p>Of ${link("#n-models")} <a class="erratum" href="/2025-autumn/errata/#e-scale-models-2025-12-03">[Erratum, 3 December 2025: it was 467 models, it is 460 models. Owners &amp; names were &lt;mixed&gt;.]</a> models.</p>`,
  );
});

test("the second time a word is enough", () => {
  const html = marked(`${link("#n-models")} and ${link("#n-models")}`, where);
  expect(html.match(/\[Erratum, /g)).toHaveLength(1);
  expect(html.match(/\[Erratum\]/g)).toHaveLength(1);
});

test("links from other pages are marked, those to other facts, chapters and editions are not", () => {
  const elsewhere = { ...where, analysis: "claims" };
  expect(marked(link("/2025-autumn/scale/#n-models"), elsewhere)).toContain("[Erratum");
  for (const href of [
    "#n-models",
    "/2026-autumn/scale/#n-models",
    "/2025-autumn/size/#n-models",
    "/2025-autumn/scale/#n-models-day",
  ])
    expect(marked(link(href), elsewhere)).toBe(link(href));
});

test("several errata of one fact are told as one, from what was published to what it is", () => {
  const later = erratum("models", {
    on: "2026-01-09",
    words: { on: "9 January 2026", was: "460 models", is: "455 models" },
    cause: "Again.",
  });
  expect(sentence([erratum("models"), later])).toBe(
    "Erratum, 9 January 2026: it was 467 models, it is 455 models. Again.",
  );
});

test("HTML without errata is the same HTML", () => {
  expect(marked(link("#n-models"), { ...where, errata: [] })).toBe(link("#n-models"));
});

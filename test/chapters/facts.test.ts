import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Fact } from "#kit/facts.ts";
import { loadAnalyses } from "#scripts/lib/analyses.ts";
import { compute } from "#site/lib/compute.ts";

const reports = await compute(await loadAnalyses("analyses"));
const chapters = reports.flatMap(({ edition, chapters, tables }) =>
  chapters.map((chapter) => {
    const whose = [chapter.analysis.id, ...chapter.analysis.needs];
    const own = tables.filter(({ analysis }) => whose.includes(analysis));
    return { name: `${edition.id}/${chapter.analysis.id}`, edition, chapter, own };
  }),
);

/** Facts that a rule does not fit, by id. */
function failing(facts: ReadonlyMap<string, Fact>, holds: (fact: Fact) => boolean): string[] {
  return [...facts].filter(([, fact]) => !holds(fact)).map(([id]) => id);
}

/** Words of running prose; an element that shows a number, a name or a source is one. */
function wordsOf(mdx: string): number {
  const prose = mdx
    .replace(/<Note>.*?<\/Note>|<(Figure|Comparisons)[^>]*\/>|^#[^\n]*$/gms, "")
    .replace(/<(Fact|Published|Name|Source)[^>]*\/>/g, "x")
    .replace(/<[^>]+>/g, "");
  return prose.split(/\s+/).filter(Boolean).length;
}

const units: readonly Fact["unit"][] = ["date", "points", "times"];
const between = (value: number, { lower, upper }: { lower: number; upper: number }) => lower <= value && value <= upper;

test("every chapter with prose is here", () => {
  expect(chapters.length).toBeGreaterThan(1);
});

describe.each(chapters)("$name", ({ chapter, edition, own }) => {
  const { facts, figures } = chapter;

  test("has facts, each a finite number or a day, made as one sentence says", () => {
    expect(facts.size).toBeGreaterThan(0);
    const day = /^\d{4}-\d\d-\d\d$/;
    const wrong = failing(facts, ({ value, unit }) =>
      unit === "date" ? day.test(String(value)) : Number.isFinite(value),
    );
    expect(wrong).toEqual([]);
    expect(failing(facts, ({ definition }) => /^[A-Z0-9].{20,}\.$/s.test(definition))).toEqual([]);
  });

  test("says of each whom it covers and until when, and from which tables and sources, or that others published it", () => {
    const pinned = Object.keys(edition.sources);
    const names = own.map(({ analysis, schema }) => `${analysis}/${schema.name}`);
    const sound = ({ basis }: Fact) =>
      basis.population.length > 10 &&
      basis.asOf <= edition.as_of &&
      (basis.tables.length * basis.sources.length > 0 || /others published/.test(basis.population)) &&
      basis.tables.every((table) => names.includes(table)) &&
      basis.sources.every((source) => pinned.includes(source));
    expect(failing(facts, sound)).toEqual([]);
  });

  test("counts observations in whole numbers, but for days, differences and indices", () => {
    expect(failing(facts, ({ n, unit }) => n !== null || units.includes(unit))).toEqual([]);
    expect(failing(facts, ({ n, unit }) => unit === "date" || n === null || (Number.isInteger(n) && n >= 0))).toEqual(
      [],
    );
  });

  test("has every value, and that of each other way to count, within its bounds", () => {
    expect(failing(facts, ({ value, bounds }) => bounds === null || between(Number(value), bounds))).toEqual([]);
    const within = ({ variants }: Fact) =>
      variants.every(({ value, bounds }) => Number.isFinite(value) && (bounds === undefined || between(value, bounds)));
    expect(failing(facts, within)).toEqual([]);
  });

  test("leads with a number that says how it could be otherwise", () => {
    const [first] = chapter.findings.headlines ?? [];
    expect(first).toBeDefined();
    const { variants = [], bounds = null } = facts.get(first?.fact ?? "") ?? {};
    expect(variants.length > 0 || bounds !== null).toBe(true);
  });

  test("says it in 400 to 900 words, headings and side notes apart", () => {
    const count = wordsOf(readFileSync(`analyses/${chapter.analysis.id}/${edition.id}.mdx`, "utf8"));
    expect(count).toBeGreaterThanOrEqual(400);
    expect(count).toBeLessThanOrEqual(900);
  });

  test("has three to six figures, each of something", () => {
    expect(figures.size).toBeGreaterThanOrEqual(3);
    expect(figures.size).toBeLessThanOrEqual(6);
    expect([...figures.values()].filter(({ rows }) => rows.length === 0).map(({ id }) => id)).toEqual([]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import { checkProse } from "#kit/prose/check.ts";
import { readReference } from "#loaders/reference.ts";
import { committed, evaluated, lifetimes, own, standing } from "#test/support/lifetimes.ts";

const reference = await readReference("data/reference");
const editions = ["2025-autumn", "2026-autumn"].filter((id) => existsSync(`analyses/lifetimes/${id}.mdx`));

describe.each(editions)("%s", async (edition) => {
  const chapter = await lifetimes(edition);
  const facts = [...chapter.facts];
  const value = (id: string): number => Number(chapter.facts.get(id)?.value);

  test("the committed evidence and code give a chapter and drawings without problems", () => {
    expect(chapter.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
    expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "lifetimes", {}))).toEqual([]);
  });

  test("the prose has no problems", () => {
    const file = `analyses/lifetimes/${edition}.mdx`;
    const published = reference.published.map(({ id }) => id);
    const problems = checkProse(file, readFileSync(file, "utf8"), { chapter, published, sources: own });
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([]);
  });

  test("no table names a repository, and none an author that the registry does not know", () => {
    const known = new Set(reference.owners.map(({ owner }) => owner));
    const rows = Object.values(committed(edition)).flat();
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.filter((row) => Object.values(row).some((cell) => /^[\w.-]+\/[\w.-]+$/.test(String(cell))))).toEqual(
      [],
    );
    const authors = new Set(rows.flatMap(({ author }) => (author === undefined ? [] : [String(author)])));
    expect([...authors].filter((author) => !known.has(author) && !/^\(unregistered \d+\)$/.test(author))).toEqual([]);
  });

  test("all of it is a part of the Hub, and says which", () => {
    expect(facts.filter(([, { basis }]) => basis.complete || basis.population.length < 20)).toEqual([]);
    expect(chapter.findings.basis.complete).toBe(false);
  });

  test("every model of a day's peak is in one state, and every one that is watched fell or held", () => {
    const watched = value("peak-half-models");
    expect(watched + value("peak-first-day") + value("peak-at-end")).toBe(value("daily-models"));
    expect(value("peak-half-fell")).toBeLessThan(watched);
    expect(value("peak-tenth-fell")).toBeLessThan(value("peak-half-fell"));
  });

  test("measures lie on one side of six weeks or hold them, and their names say what they wait for", () => {
    const all = ["hold", "longer", "shorter"].map((side) => value(`measures-${side}`));
    expect(all.reduce((sum, n) => sum + n, 0)).toBe(value("measures"));
    const rows = chapter.figures.get("attention")?.rows ?? [];
    expect(rows).toHaveLength(value("measures"));
    for (const { lower, upper, side, days } of rows) {
      const holds = Number(lower) <= 42 && Number(upper) >= 42;
      expect(side).toBe(holds ? "holds" : Number(days) > 42 ? "longer" : "shorter");
    }
  });

  test("longer watching gives later discussions, and a deeper fall takes longer", () => {
    const ages = ["-three", "-six", ""].map((id) => value(`discussion-mean-age${id}`));
    expect(ages).toEqual([...ages].sort((a, b) => a - b));
    expect(value("peak-tenth")).toBeGreaterThan(value("peak-half"));
  });

  test("published figures of the question are all held against a fact", () => {
    const asked = reference.published.filter(({ theme }) => theme === "lifetime").map(({ id }) => id);
    expect(chapter.findings.comparisons.map(({ published: id }) => id).sort()).toEqual(asked.sort());
  });
});

test("without evidence on any author the chapter says so, and nothing breaks", () => {
  const chapter = evaluated(standing(), {}, reference);
  expect(chapter.title).toBe("This evidence is too thin to say how long a model holds attention");
  expect([chapter.facts.size, chapter.figures.size]).toEqual([0, 0]);
  expect(chapter.problems.map(({ message }) => message)).toEqual([]);
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import { numeric } from "#kit/facts.ts";
import { checkProse } from "#kit/prose/check.ts";
import { readReference } from "#loaders/reference.ts";
import { attention, committed, type EditionId, pins } from "#test/support/attention.ts";

const editions = (Object.keys(pins) as EditionId[]).filter((id) => existsSync(`analyses/attention/${id}.mdx`));

describe.each(editions)("%s", async (edition) => {
  const chapter = await attention(edition);
  const value = (id: string): number => Number(chapter.facts.get(id)?.value);

  test("the committed evidence and code give a chapter without problems", () => {
    expect(chapter.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
    expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "attention", {}))).toEqual([]);
  });

  test("the prose has no problems", async () => {
    const file = `analyses/attention/${edition}.mdx`;
    const published = (await readReference("data/reference")).published.map(({ id }) => id);
    const problems = checkProse(file, readFileSync(file, "utf8"), { chapter, published, sources: pins[edition] });
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([]);
  });

  test("few models are named, and the tables of ranks name none", () => {
    for (const [name, rows] of Object.entries(committed(edition))) {
      const repos = new Set(rows.flatMap(({ repo }) => (typeof repo === "string" ? [repo] : [])));
      expect([name, repos.size <= 100]).toEqual([name, true]);
      if (/ranks|classes|per-like/.test(name)) expect([name, repos.size]).toEqual([name, 0]);
    }
  });

  test("every fact stands on a part of the Hub, and says on which", () => {
    const wrong = [...chapter.facts].filter(([, { basis }]) => basis.complete || basis.sources.length === 0);
    expect(wrong.map(([id]) => id)).toEqual([]);
    const lists = [...chapter.facts].filter(([id]) => /^(radar|sample)-/.test(id));
    expect(lists.filter(([, { basis }]) => basis.sources.length !== 1).map(([id]) => id)).toEqual([]);
  });

  test("an overlap is a whole number, deeper lists share at least as many, and ties bound it", () => {
    const shared = [...chapter.facts].filter(([id]) => /shared-\d+$|discussions-\d+$/.test(id));
    expect(shared.length).toBeGreaterThan(10);
    expect(shared.filter(([, fact]) => !Number.isInteger(fact.value)).map(([id]) => id)).toEqual([]);
    expect(
      shared.filter(
        ([, { value, bounds }]) => bounds !== null && (Number(value) < bounds.lower || Number(value) > bounds.upper),
      ),
    ).toEqual([]);
    const deeper = [10, 25, 50, 100].map((k) => value(`shared-${k}`));
    expect(deeper).toEqual([...deeper].sort((a, b) => a - b));
  });

  test("what the prose says of every population without an element holds in each", () => {
    const prefixes = edition === "2026-autumn" ? ["", "radar-", "sample-"] : [""];
    for (const prefix of prefixes) {
      const classes = ["1-to-9-likes", "10-to-99-likes", "100-to-999-likes", "1-000-likes-and-up"];
      const ratios = classes.map((id) => value(`${prefix}per-like-${id}`));
      expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
      expect(value(`${prefix}spearman-liked`)).toBeLessThan(value(`${prefix}spearman`) + 0.01);
    }
    for (const k of [10, 25, 50, 100])
      expect(value(`likes-discussions-${k}`)).toBeGreaterThan(value(`downloads-discussions-${k}`));
  });

  test("no tie stands at a border that the prose names", () => {
    const named = ["shared-10", "shared-25", "shared-50", "shared-100", "gain-shared-25", "likes-discussions-25"];
    expect(named.filter((id) => chapter.facts.get(id)?.bounds !== null)).toEqual([]);
  });

  test("published figures of the question are held against facts", () => {
    const held = chapter.findings.comparisons.map(({ published, fact }) => [published, chapter.facts.get(fact)]);
    expect(held.map(([id]) => id)).toEqual(expect.arrayContaining(["SUM-11", "S26-41"]));
    expect(held.every(([, fact]) => fact !== undefined && Number.isFinite(numeric(fact as never)))).toBe(true);
  });
});

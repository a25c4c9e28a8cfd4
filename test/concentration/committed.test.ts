import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import type { Fact } from "#kit/facts.ts";
import { checkProse } from "#kit/prose/check.ts";
import { readReference } from "#loaders/reference.ts";
import { committed, concentration } from "#test/support/concentration.ts";

const chapter = await concentration();
const facts = [...chapter.facts];
const value = (id: string): number => Number(chapter.facts.get(id)?.value);

test("the committed evidence and code give a chapter without problems", () => {
  expect(chapter.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "concentration", {}))).toEqual([]);
});

test("the prose has no problems", async () => {
  const file = "analyses/concentration/2026-autumn.mdx";
  const published = (await readReference("data/reference")).published.map(({ id }) => id);
  const problems = checkProse(file, readFileSync(file, "utf8"), {
    chapter,
    published,
    sources: ["model-cards-2022", "osir-lmts", "hub-stats-sample", "radar"],
  });
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([]);
});

test("no table of the chapter names a repository, and none names an owner that the registry does not", async () => {
  const { owners } = await readReference("data/reference");
  const known = new Set([...owners.map(({ owner }) => owner), "(none)", "(unregistered)"]);
  const rows: readonly Readonly<Record<string, unknown>>[] = Object.values(committed()).flat();
  expect(rows.filter((row) => Object.values(row).some((cell) => /^[\w.-]+\/[\w.-]+$/.test(String(cell))))).toEqual([]);
  expect(rows.filter(({ owner }) => owner !== undefined && !known.has(String(owner)))).toEqual([]);
});

describe("every fact", () => {
  test("is a finite number of things that are counted, with a definition of a sentence", () => {
    const counted = facts.filter(([, { unit }]) => unit !== "date");
    const wrong = counted.filter(
      ([, one]) => !Number.isFinite(one.value) || one.n === null || !Number.isInteger(one.n),
    );
    expect(wrong).toEqual([]);
    expect(facts.filter(([, { definition }]) => !/^[A-Z].{20,}\.$/.test(definition)).map(([id]) => id)).toEqual([]);
  });

  test("stands on the complete Hub, or names the part that it stands on", () => {
    const part = /^(crawled|panel|sample|radar)-|^populations$|^top-(least|most)$/;
    for (const [id, { basis }] of facts) {
      if (!part.test(id)) expect([id, basis.complete, basis.asOf]).toEqual([id, true, "2022-10-01"]);
      if (/^(crawled|panel|sample|radar)-/.test(id)) expect([id, basis.complete]).toEqual([id, false]);
    }
  });

  test("lies within its bounds, and so do those of its variants that have any", () => {
    const outside = ({ value: at, bounds }: { value: Fact["value"]; bounds?: Fact["bounds"] }): boolean =>
      bounds !== null && bounds !== undefined && (Number(at) < bounds.lower || Number(at) > bounds.upper);
    expect(facts.filter(([, one]) => outside(one) || one.variants.some(outside)).map(([id]) => id)).toEqual([]);
  });
});

test("shares of the top grow with what is counted, and so does what it takes to reach more", () => {
  const shares = [1, 10, 50, 200, 1000].map((k) => value(`hub-top-${k}`));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  const models = ["50", "90", "99", "99-2"].map((part) => value(`reach-${part}-models`));
  expect(models).toEqual([...models].sort((a, b) => a - b));
});

test("a level that merges others is at least as concentrated at its least, and unknown where they are", () => {
  expect(value("hhi-owner")).toBeLessThanOrEqual(value("hhi-parent"));
  expect(chapter.facts.get("hhi-parent")?.bounds?.lower).toBeLessThanOrEqual(value("hhi-owner"));
  expect(chapter.facts.get("hhi-owner")?.bounds).toBeNull();
});

test("one share of every population is the least, and one the greatest", () => {
  const tops = facts.filter(([id]) => id.endsWith("-top-200")).map(([, one]) => Number(one.value));
  expect([value("top-least"), value("top-most")]).toEqual([Math.min(...tops), Math.max(...tops)]);
  expect(value("populations")).toBe(tops.length);
});

test("published figures of the question are all held against a fact", async () => {
  const { published } = await readReference("data/reference");
  const asked = published.filter(({ theme }) => theme === "concentration").map(({ id }) => id);
  expect(chapter.findings.comparisons.map(({ published: id }) => id).sort()).toEqual(asked.sort());
});

describe("in autumn 2025, without the lists of 2026", async () => {
  const earlier = await concentration("2025-autumn");

  test("there are no problems in code, drawings and prose", async () => {
    expect(earlier.problems.map(({ message }) => message)).toEqual([]);
    expect([...earlier.figures.values()].flatMap((told) => drawFaults(told, "concentration", {}))).toEqual([]);
    const file = "analyses/concentration/2025-autumn.mdx";
    const published = (await readReference("data/reference")).published.map(({ id }) => id);
    const sources = ["model-cards-2022", "osir-lmts"];
    const problems = checkProse(file, readFileSync(file, "utf8"), { chapter: earlier, published, sources });
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([]);
  });

  test("the panel leads, and nothing of a later list or report is left", () => {
    expect(earlier.title).toMatch(/^From January 2025 to September 2025, 10 models’ share of a panel fell to /);
    expect([...earlier.facts.keys()].filter((id) => /^(sample|radar)-/.test(id))).toEqual([]);
    const words = [...earlier.figures.values()].flatMap(({ title, subtitle, alt, long }) => [
      title,
      subtitle,
      alt,
      long,
    ]);
    expect(words.filter((text) => /Spring|Summer|RADAR|evaluations|NaN|unknown in/.test(text))).toEqual([]);
    expect(earlier.findings.basis).toMatchObject({ complete: false, asOf: "2025-09-07" });
  });

  test("what both editions tell is the same", () => {
    const shared = [...earlier.facts].filter(([id]) => /^(hub|crawled|panel|hhi)-/.test(id));
    expect(shared.length).toBeGreaterThan(30);
    for (const [id, { value: own }] of shared) expect([id, own]).toEqual([id, chapter.facts.get(id)?.value]);
  });

  test("shares of the panel are down at every depth, in every way to count", () => {
    for (const k of [1, 10, 50, 200]) {
      const [first, last] = [earlier.facts.get(`panel-top-${k}-first`), earlier.facts.get(`panel-top-${k}-last`)];
      expect(Number(last?.value)).toBeLessThan(Number(first?.value));
      for (const { label, value: then } of first?.variants ?? []) {
        const now = last?.variants.find((variant) => variant.label === label)?.value;
        expect([k, label, Number(now) < then]).toEqual([k, label, true]);
      }
    }
  });
});

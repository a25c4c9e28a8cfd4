import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import type { Fact } from "#kit/facts.ts";
import { checkProse } from "#kit/prose/check.ts";
import { readReference } from "#loaders/reference.ts";
import { committed, derivatives } from "#test/support/derivatives.ts";

const chapter = await derivatives();
const facts = [...chapter.facts];
const value = (id: string): number => Number(chapter.facts.get(id)?.value);

test("the committed evidence and code give a chapter without problems", () => {
  expect(chapter.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "derivatives", {}))).toEqual([]);
  expect(chapter.figures.size).toBe(5);
});

test("the prose has no problems", async () => {
  const file = "analyses/derivatives/2026-autumn.mdx";
  const published = (await readReference("data/reference")).published.map(({ id }) => id);
  const sources = ["textgen-lineage", "radar", "hub-stats-sample"];
  const problems = checkProse(file, readFileSync(file, "utf8"), { chapter, published, sources });
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([]);
});

test("no table names a repository, and none names an owner that the registry does not", async () => {
  const { owners } = await readReference("data/reference");
  const known = new Set([...owners.map(({ owner }) => owner), "(own)", "(unregistered)"]);
  const rows: readonly Readonly<Record<string, unknown>>[] = Object.values(committed()).flat();
  expect(rows.length).toBeGreaterThan(5000);
  expect(rows.filter((row) => Object.values(row).some((cell) => String(cell).includes("/")))).toEqual([]);
  const named = rows.flatMap(({ owner, owners, bases, roots, first_base, first_root }) =>
    [owner, owners, bases, roots, first_base, first_root].filter((cell) => typeof cell === "string"),
  );
  const names = new Set(named.flatMap((cell) => cell.split("+")).map((end) => end.split(" ")[0] ?? ""));
  expect([...names].filter((name) => !known.has(name))).toEqual([]);
});

describe("every fact", () => {
  test("is a finite number of things that are counted, with a definition of a sentence", () => {
    const wrong = facts.filter(([, one]) => !Number.isFinite(one.value) || one.n === null || !Number.isInteger(one.n));
    expect(wrong).toEqual([]);
    expect(facts.filter(([, { definition }]) => !/^[A-Z].{20,}\.$/.test(definition)).map(([id]) => id)).toEqual([]);
  });

  test("names the part of the Hub that it stands on, and its day", () => {
    const days = { "evaluated-": "2026-05-20", "radar-": "2026-08-22", "all-": "2026-08-22", "": "2025-06-18" };
    for (const [id, { basis }] of facts) {
      const [, day] = Object.entries(days).find(([prefix]) => id.startsWith(prefix)) ?? [];
      expect([id, basis.complete, basis.asOf]).toEqual([id, false, day]);
    }
  });

  test("lies within its bounds, and so do those of its variants that have any; shares lie between 0 and 1", () => {
    const outside = ({ value: at, bounds }: { value: Fact["value"]; bounds?: Fact["bounds"] }): boolean =>
      bounds !== null && bounds !== undefined && (Number(at) < bounds.lower || Number(at) > bounds.upper);
    expect(facts.filter(([, one]) => outside(one) || one.variants.some(outside)).map(([id]) => id)).toEqual([]);
    const shares = facts.filter(([, { unit }]) => unit === "share");
    const values = shares.flatMap(([, { value: at, variants }]) => [Number(at), ...variants.map((one) => one.value)]);
    expect(values.filter((at) => !(at >= 0 && at <= 1))).toEqual([]);
  });

  test("of a company names every other way to count", () => {
    const labels = chapter.facts.get("meta-root-share")?.variants.map(({ label }) => label) ?? [];
    expect(labels).toHaveLength(11);
    expect(labels).toContain("bases split in equal parts");
    expect(labels).toContain("publishing namespaces counted, each once");
    expect(chapter.facts.get("ratio-root")?.variants).toHaveLength(13);
  });
});

test("distances, relations and places add up", () => {
  expect(value("one-step") + value("two-steps") + value("further")).toBeCloseTo(1, 12);
  const relations = ["finetune", "quantized", "merge", "adapter"];
  expect(relations.map(value).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  const frame = chapter.figures.get("base-places")?.rows ?? [];
  for (const [row, own] of Map.groupBy(frame, (one) => one.row))
    expect([row, own.reduce((sum, { share }) => sum + Number(share), 0)]).toEqual([row, expect.closeTo(1, 9)]);
});

test("published figures of the question are held against a fact, but for two that nothing here comes near", async () => {
  const { published } = await readReference("data/reference");
  const asked = published.filter(({ theme }) => theme === "derivatives").map(({ id }) => id);
  const held = chapter.findings.comparisons.map(({ published: id }) => id);
  expect(asked.filter((id) => !held.includes(id))).toEqual(["MPU-04", "SUM-29"]);
});

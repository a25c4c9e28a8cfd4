import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import { envelope } from "#kit/facts.ts";
import { checkProse } from "#kit/prose/check.ts";
import { readReference } from "#loaders/reference.ts";
import { committed, scale } from "#test/support/scale.ts";

const chapter = await scale();
const facts = [...chapter.facts];

test("the committed evidence and code give a chapter without problems", () => {
  expect(chapter.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "scale", {}))).toEqual([]);
});

test("the prose has no problems", async () => {
  const file = "analyses/scale/2026-autumn.mdx";
  const published = (await readReference("data/reference")).published.map(({ id }) => id);
  const sources = ["dataset-cards-2023", "model-cards-2022"];
  const problems = checkProse(file, readFileSync(file, "utf8"), { chapter, published, sources });
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([]);
});

describe("every fact", () => {
  test("is a finite number or a day", () => {
    const wrong = facts.filter(([, { value, unit }]) =>
      unit === "date" ? !/^\d{4}-\d\d-\d\d$/.test(String(value)) : !Number.isFinite(value),
    );
    expect(wrong).toEqual([]);
  });

  test("has a definition of a sentence and counts its observations", () => {
    const short = facts.filter(([, { definition }]) => !/^[A-Z].{20,}\.$/.test(definition));
    expect(short.map(([id, { definition }]) => [id, definition])).toEqual([]);
    expect(facts.filter(([, { n }]) => n === null).map(([id]) => id)).toEqual([]);
  });

  test("stands on the listing of its kind, or on what others published, or says that it is a projection", () => {
    const days = new Map([
      ["model", "2022-10-01"],
      ["dataset", "2023-03-16"],
    ]);
    const found = facts.filter(([id, { basis }]) => basis.tables.length > 0 && /^(model|dataset)s-/.test(id));
    expect(found.length).toBeGreaterThan(40);
    for (const [id, { basis }] of found) {
      expect(basis.asOf, id).toBe(days.get(id.startsWith("models") ? "model" : "dataset"));
      expect(basis.sources, id).toEqual([id.startsWith("models") ? "model-cards-2022" : "dataset-cards-2023"]);
      expect(basis.complete, id).toBe(id !== "models-extended");
    }
  });
});

test("no window comes near a doubling, however counted", () => {
  for (const kind of ["models", "datasets"]) {
    const fact = chapter.facts.get(`${kind}-growth-least`);
    expect(fact && envelope(fact).lower).toBeGreaterThan(2.1);
  }
});

test("evidence names no repository, and no namespace that the registry does not know", async () => {
  const rows = committed();
  const columns = Object.values(rows).flatMap((own) => Object.keys(own[0] ?? {}));
  expect(columns.filter((name) => ["repo", "model", "name"].includes(name))).toEqual([]);
  const known = new Set((await readReference("data/reference")).owners.map(({ owner }) => owner));
  const named = (rows["busiest-days"] ?? []).map((row) => String(row.first_owner));
  expect(named.filter((name) => !name.startsWith("(") && !known.has(name))).toEqual([]);
});

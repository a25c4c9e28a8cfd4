import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { headlineRule } from "#analyses/compute-cost/peers.ts";
import { namedPrices } from "#analyses/compute-cost/tables.ts";
import type { Fact } from "#kit/facts.ts";
import { checkProse } from "#kit/prose/check.ts";
import { readReference } from "#loaders/reference.ts";
import { describeReal } from "#test/fixtures/real.ts";
import { bySeller } from "#test/oracles/compute-cost-ratios.ts";
import { committed, committedRows, computeCost } from "#test/support/compute-cost.ts";
import { realPriceLists } from "#test/support/price-lists.ts";

const chapter = await computeCost();
const facts = [...chapter.facts];
const reference = await readReference("data/reference");

test("the committed evidence and code give a chapter without problems", () => {
  expect(chapter.problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
});

test("the prose has no problems", () => {
  const file = "analyses/compute-cost/2026-autumn.mdx";
  const published = reference.published.map(({ id }) => id);
  const sources = ["models-dev", "openrouter-list", "genai-prices", "huggingface-tasks", "epoch-models"];
  const problems = checkProse(file, readFileSync(file, "utf8"), { chapter, published, sources });
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([]);
});

describe("what the registries lack is named", () => {
  test("events of the timeline, as problems", async () => {
    const { problems } = await computeCost({ events: reference.events.filter(({ id }) => id !== "gpt-4") });
    expect(problems.map(({ message }) => message).join()).toContain('no event "gpt-4"');
  });

  test("the published claim, as an error", async () => {
    const published = reference.published.filter(({ id }) => id !== "S26-38");
    await expect(computeCost({ published })).rejects.toThrow('published-figures.csv has no figure "S26-38"');
  });

  test("an assumption, as an error", async () => {
    const assumptions = reference.assumptions.filter(({ id }) => id !== "busy");
    await expect(computeCost({ assumptions })).rejects.toThrow('compute-assumptions.csv has no assumption "busy"');
  });
});

describe("every figure", () => {
  const figures = [...chapter.figures.values()];

  test("says what it takes for granted and what comes out otherwise", () => {
    expect(figures.length).toBeGreaterThan(5);
    expect(figures.filter(({ assumptions }) => assumptions.length === 0).map(({ id }) => id)).toEqual([]);
    expect(figures.filter(({ sensitivity }) => sensitivity.length === 0).map(({ id }) => id)).toEqual([]);
  });

  test("counts what it draws", () => {
    const uncounted = figures.filter(({ n }) => typeof n.value !== "number" || !(Number(n.n) > 0));
    expect(uncounted.map(({ id }) => id)).toEqual([]);
  });

  test("a dot for every closed model that is compared", () => {
    const rows = chapter.figures.get("price-ratios")?.rows ?? [];
    expect(rows.reduce((sum, { models }) => sum + Number(models), 0)).toBe(chapter.facts.get("closed-compared")?.value);
  });

  test("a name stands for one dot alone", () => {
    const rows = (chapter.figures.get("price-ratios")?.rows ?? []).filter(({ model }) => model !== null);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ model }) => model)).size).toBe(rows.length);
    expect(rows.filter(({ models }) => models !== 1)).toEqual([]);
  });
});

describe("every fact", () => {
  test("is a finite number or a day, and says in a sentence how it is made", () => {
    const wrong = facts.filter(([, { value, unit }]) =>
      unit === "date" ? !/^\d{4}-\d\d-\d\d$/.test(String(value)) : !Number.isFinite(value),
    );
    expect(wrong.map(([id]) => id)).toEqual([]);
    expect(facts.filter(([, { definition }]) => !/^[A-Z].{20,}\.$/s.test(definition)).map(([id]) => id)).toEqual([]);
  });

  test("is of a day of the evidence, or of a run that it names", () => {
    const rows = Object.values(committed()).flat() as readonly Readonly<Record<string, unknown>>[];
    const days = new Set(rows.flatMap(({ observed_on, published_on }) => [observed_on, published_on]));
    expect(facts.filter(([, { basis }]) => !days.has(basis.asOf)).map(([id]) => id)).toEqual([]);
  });

  test("lies within its bounds", () => {
    const outside = facts.filter(
      ([, { value, bounds }]) => bounds !== null && !(bounds.lower <= Number(value) && Number(value) <= bounds.upper),
    );
    expect(outside.map(([id]) => id)).toEqual([]);
  });
});

describe("every proportion of prices", () => {
  const units: readonly Fact["unit"][] = ["share", "times", "percent-more"];
  const proportions = facts.filter(
    ([id, { unit, definition }]) => units.includes(unit) && /price/i.test(definition) && !id.startsWith("claimed-"),
  );
  const byRule = proportions.filter(([id]) => /^share-|^ratio-|^(median|low|high|largest)-ratio$/.test(id));

  test("those that the chapter lives by are among them", () => {
    expect(proportions.map(([id]) => id)).toEqual(
      expect.arrayContaining(["median-ratio", "share-above-10", "mean-ratio", "agree-genai", "median-cut"]),
    );
    expect(byRule.length).toBeGreaterThan(14);
  });

  test("counts its observations and has a day", () => {
    const without = proportions.filter(([, { n, basis }]) => !(Number(n) > 0) || !/^\d{4}-\d\d-\d\d$/.test(basis.asOf));
    expect(without.map(([id]) => id)).toEqual([]);
  });

  test("names the whole rule by which peers are chosen, as the rule has it", () => {
    expect([headlineRule.months, headlineRule.peers, headlineRule.alike]).toEqual([6, 3, true]);
    const parts = ["three parts input", "one part output", "median provider", "median of its open peers"];
    const rule = [...parts, "six months", "same modality", "same class of context", "at least three"];
    const unsaid = byRule.filter(([, { definition }]) => rule.some((words) => !definition.includes(words)));
    expect(unsaid.map(([id]) => id)).toEqual([]);
  });

  test("or the lists that it is taken from", () => {
    const lists = /models\.dev|OpenRouter’s list|genai-prices/;
    const rest = proportions.filter((one) => !byRule.includes(one));
    expect(
      rest.filter(([, { definition, basis }]) => !lists.test(definition + basis.population)).map(([id]) => id),
    ).toEqual([]);
  });
});

describe("the models whose hardware is worked out", () => {
  const named = [...(namedPrices.sql.split("OR model IN (")[1] ?? "").matchAll(/'([^']+)'/g)].map(
    ([, name = ""]) => name,
  );
  const registry = reference.architectures.map(({ name }) => name);
  const missing = registry.filter((name) => !named.includes(name));

  test("the query names none that the registry of architectures lacks, and each once", () => {
    expect(named.length).toBeGreaterThan(9);
    expect(named.filter((name) => !registry.includes(name))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  describeReal("against the archive of models.dev", () => {
    test("those that it does not name have no seller, and those that it names are in the evidence where they have one", async () => {
      const sold = bySeller((await realPriceLists())["models-dev"], 3);
      const rows = committedRows(namedPrices).map(({ model }) => model);
      expect(missing.filter((name) => sold.has(name))).toEqual([]);
      expect(named.filter((name) => sold.has(name) !== rows.includes(name))).toEqual([]);
    }, 60_000);
  });
});

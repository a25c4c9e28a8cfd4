import { describe, expect, test } from "vitest";
import { arithmeticFacts } from "#analyses/_ledger/arithmetic.ts";
import { arithmetic, quote } from "#analyses/_ledger/quoted.ts";
import { numeric } from "#kit/facts.ts";
import { readReference } from "#loaders/reference.ts";

const { published } = await readReference("data/reference");
const facts = arithmeticFacts(quote(published));
const value = (id: string): number => {
  const fact = facts[id];
  if (fact === undefined) throw new Error(`no fact ${id}`);
  return numeric(fact);
};

/** Worked out by hand from the published numbers as they are printed. */
describe("arithmetic between published numbers", () => {
  test.each<[string, number]>([
    ["users-edited", 2 / 11],
    ["users-since-table", 13 / 7],
    ["rarely-downloaded-apart", 0.356],
    ["rarely-downloaded-most", (1_132_440 + 695_120) / 2_960_000],
    ["models-joined", 165_120],
    ["models-a-month", 98_740],
    ["months-needed", 165_120 / 98_740],
    ["placed-downloads", 0.417073],
    ["us-of-placed", 0.37883],
    ["us-of-placed-apart", 0.0138304],
    ["spring-ratio", 1.123288],
    ["economies-ratio", 1.082278],
    ["atom-ratio", 1.590595],
    ["country-pair", 0.775],
    ["left-for-others", 0.225],
    ["independents-too-many", 0.165],
    ["industry-loss", 0.33],
    ["size-growth", 25.151149],
    ["size-start", 1_223_529_411.76],
    ["google-and-meta-winter", 118_000],
    ["google-and-meta-summer", 140_755.23],
    ["meta-summer", 58_249.23],
    ["tagged-over-direct", 1.769912],
    ["company-over-hub", 1.565217],
    ["qwen-between", 36_448],
    ["qwen-a-day", 36_448 / 184],
    ["disclosed-cut", 0.39],
    ["disclosed-rounded", 0.4],
    ["prices-apart", 8.086957],
    ["open-part", 0.123656],
    ["open-part-told", 1 / 6],
    ["engagement", 42],
    ["one-model-part", 1.55 / 2.2],
  ])("%s is %d", (id, expected) => {
    expect(value(id) / expected).toBeCloseTo(1, 5);
  });

  test("stands on no evidence and says so", () => {
    for (const [id, { basis, definition }] of Object.entries(facts)) {
      expect(basis, id).toMatchObject({ population: arithmetic, complete: false, tables: [], sources: [] });
      expect(definition, id).toMatch(/^[A-Z].{20,}\.$/);
    }
  });

  test("follows the registry: another published number gives another result", () => {
    const changed = published.map((row) => (row.id === "S26-11" ? { ...row, value: 34.2 } : row));
    expect(arithmeticFacts(quote(changed))["placed-downloads"]?.value).toBeCloseTo(0.5, 6);
  });

  test("names a figure that the registry lacks", () => {
    expect(() => arithmeticFacts(quote(published.filter(({ id }) => id !== "SUM-27")))).toThrow(
      'published-figures.csv has no figure "SUM-27"',
    );
  });
});

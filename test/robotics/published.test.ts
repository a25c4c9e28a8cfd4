import { describe, expect, test } from "vitest";
import { publishedFacts } from "#analyses/robotics/facts/published.ts";
import { doubling, ifNewOfTheYear, perMonth, points, quoted } from "#analyses/robotics/published.ts";
import { readReference } from "#loaders/reference.ts";

const reference = await readReference("data/reference");
const facts = publishedFacts(reference);
const value = (id: string) => Number(facts[id]?.value);
const other = (id: string) => facts[id]?.variants[0]?.value;

test("three counts stand in the registry, oldest first", () => {
  expect(points(reference).map(({ on, datasets }) => [on, datasets])).toEqual([
    ["2024-12-31", 1145],
    ["2025-12-31", 26_991],
    ["2026-05-21", 58_000],
  ]);
});

test("a figure without a day, or not in the registry, is an error that names it", () => {
  expect(() => quoted(reference, "S26-99")).toThrow('no figure "S26-99"');
  expect(() => quoted(reference, "S26-44")).toThrow('"S26-44" has no window_end');
});

describe("two counts a year apart", () => {
  const at = (on: string, datasets: number) => ({ id: "x", on, datasets });

  test("added in a mean month, and the time to double", () => {
    const pair = [at("2025-01-01", 100), at("2026-01-01", 400)] as const;
    expect(perMonth(...pair)).toBeCloseTo(300 / (365 / 30.4375), 12);
    expect(doubling(...pair)).toBeCloseTo(365 / 30.4375 / 2, 12);
  });

  test("read as new of their year, the second stands on the first and the last stays", () => {
    const three = [at("2024-12-31", 10), at("2025-12-31", 100), at("2026-05-21", 300)] as const;
    expect(ifNewOfTheYear(three).map(({ datasets }) => datasets)).toEqual([10, 110, 300]);
  });
});

describe("2,258 percent and 23 times are one growth", () => {
  test("26,991 is 23.57 times 1,145, and 22.57 times more: 2,257.29 percent", () => {
    expect(value("growth-times")).toBeCloseTo(26_991 / 1145, 12);
    expect(value("growth-more") * 100).toBeCloseTo(2257.292, 2);
    expect(value("growth-increase")).toBeCloseTo(25_846 / 1145, 12);
    expect(value("growth-times") - value("growth-increase")).toBeCloseTo(1, 12);
  });

  test("the printed ones are it, rounded up and cut off", () => {
    expect(Math.ceil(value("growth-more") * 100)).toBe(2258);
    expect([Math.trunc(value("growth-times")), Math.round(value("growth-increase"))]).toEqual([23, 23]);
    expect(quoted(reference, "ALC-01").value).toBeCloseTo(22.58, 12);
    expect(quoted(reference, "ALC-02").value).toBe(23);
  });
});

test("months and doubling times, by a calculator", () => {
  const months = (days: number) => days / 30.4375;
  expect(value("monthly-2025")).toBe(Math.round(25_846 / months(365)));
  expect(value("monthly-2026")).toBe(Math.round(31_009 / months(141)));
  expect(other("monthly-2025")).toBe(Math.round(26_991 / months(365)));
  expect(other("monthly-2026")).toBe(Math.round((58_000 - 28_136) / months(141)));
  expect(value("doubling-2025")).toBeCloseTo((months(365) * Math.LN2) / Math.log(26_991 / 1145), 9);
  expect(value("doubling-2026")).toBeCloseTo((months(141) * Math.LN2) / Math.log(58_000 / 26_991), 9);
});

test("other publications beside them", () => {
  expect(value("all-monthly")).toBe(Math.round(289_000 / (212 / 30.4375)));
  expect(value("monthly-september")).toBe(Math.round((0.143 * 289_000) / (212 / 30.4375)));
  expect(value("published-part")).toBeCloseTo(0.053982, 9);
  expect(value("next-times")).toBeCloseTo(5.3982, 9);
});

test("everything says that others published it, and stands on no evidence", () => {
  for (const [id, { basis, definition }] of Object.entries(facts)) {
    expect(basis, id).toMatchObject({ population: "numbers that others published", tables: [], sources: [] });
    expect(definition, id).toMatch(/publish|same (growth|increase)/i);
  }
});

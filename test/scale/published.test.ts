import { describe, expect, test } from "vitest";
import { publishedFacts } from "#analyses/scale/facts/published.ts";
import { earliest, publishedTotals, spansOf } from "#analyses/scale/published.ts";
import { readReference } from "#loaders/reference.ts";
import { knownUntil } from "#loaders/until.ts";
import { scale } from "#test/support/scale.ts";

const reference = await readReference("data/reference");
const totals = publishedTotals(reference);
const facts = publishedFacts(totals, reference);
const value = (id: string) => Number(facts[id]?.value);

test("published totals stand in the registry, in whole repositories, oldest first", () => {
  expect(totals.map(({ id, on, total }) => [id, on, total])).toEqual([
    ["FIO-01", "2022-12-30", 108_473],
    ["FIO-02", "2023-12-31", 450_208],
    ["FIO-03", "2024-09-25", 1_000_000],
    ["MID-01", "2025-07-15", 1_800_000],
    ["S26-03", "2025-12-31", 2_264_880],
    ["SUM-01", "2026-01-31", 2_430_000],
    ["SUM-04", "2026-01-31", 711_000],
    ["FIO-05", "2026-08-03", 2_963_204],
    ["FIO-06", "2026-08-22", 3_012_377],
    ["SUM-05", "2026-08-31", 1_000_000],
  ]);
});

describe("a span", () => {
  const span = (from: number, to: number, on: string) =>
    spansOf(
      [
        { id: "a", kind: "model", on: "2024-01-01", total: from, dated: true, step: null },
        { id: "b", kind: "model", on, total: to, dated: true, step: null },
      ],
      ["a", "b"],
    )[0];

  test("over which the total doubles is the doubling time", () => {
    expect(span(100, 200, "2025-01-01")).toMatchObject({ days: 366 });
    expect(span(100, 200, "2025-01-01")?.doubling).toBeCloseTo(366 / 30.4375, 9);
    expect(span(100, 400, "2025-01-01")?.doubling).toBeCloseTo(366 / 30.4375 / 2, 9);
  });

  test("of a total that falls has a negative doubling time, and one alone none", () => {
    expect(span(200, 100, "2025-01-01")?.doubling).toBeCloseTo(-366 / 30.4375, 9);
    expect(spansOf(totals, ["FIO-01"])).toEqual([]);
  });

  test("of a month may begin on its first day", () => {
    expect(earliest(totals).map(({ id, on }) => [id, on])).toContainEqual(["FIO-02", "2023-12-01"]);
    expect(earliest(totals).map(({ id, on }) => [id, on])).toContainEqual(["FIO-01", "2022-12-30"]);
  });
});

test("doubling times between published totals, by a calculator", () => {
  const years = ["2023", "2024", "2025", "2026"].map((year) => value(`published-doubling-${year}`));
  const months = (days: number, from: number, to: number) => (days * Math.LN2) / Math.log(to / from) / 30.4375;
  [
    months(366, 108_473, 450_208),
    months(269, 450_208, 1e6),
    months(462, 1e6, 2_264_880),
    months(215, 2_264_880, 2_963_204),
  ].forEach((expected, i) => {
    expect(years[i]).toBeCloseTo(expected, 9);
  });
  expect(years.map((one) => Number(one.toFixed(1)))).toEqual([5.9, 7.7, 12.9, 18.2]);
  for (const year of ["2025", "2026"])
    expect(facts[`published-doubling-${year}`]?.variants.map(({ label }) => label)).toEqual([
      "with the total of the Summer report",
    ]);
});

test("the year that roughly doubled, and the turn of the year, by a calculator", () => {
  expect([value("published-start"), value("published-end")]).toEqual([2_264_880 - 1_184_880, 2_264_880]);
  expect(value("published-year")).toBeCloseTo(2.0971, 4);
  expect(facts["published-year"]?.variants[0]?.value).toBeCloseTo(2_264_880 / 2.26488 ** (97 / 462) / 1e6, 6);
  expect(value("turn-gap")).toBe(165_120);
  expect(value("turn-monthly")).toBe(Math.round(((2_963_204 - 2_264_880) / 215) * 30.4375));
  expect(value("turn-months")).toBeCloseTo(165_120 / (((2_963_204 - 2_264_880) / 215) * 30.4375), 9);
  expect([value("users-later"), value("users-first")]).toEqual([13 / 7, 11 / 7]);
});

test("the last span, and what it gives over a year, by a calculator", () => {
  expect(value("published-last-times")).toBeCloseTo(2_963_204 / 2_264_880, 9);
  expect(value("published-last-year")).toBeCloseTo((2_963_204 / 2_264_880) ** (365.25 / 215), 9);
  expect(facts["published-last-year"]?.variants.map(({ label }) => label)).toEqual([
    "with the total of the Summer report",
  ]);
  expect(value("history-part")).toBeCloseTo(851 / 1800, 12);
});

test("figures that an edition does not know yet are left out, with all that rests on them", () => {
  const { reference: then } = knownUntil({ as_of: "2025-09-30", compiled: "2026-11-23" }, reference);
  const early = publishedTotals(then);
  expect(early.map(({ id }) => id)).toEqual(["FIO-01", "FIO-02", "FIO-03", "MID-01"]);
  const found = publishedFacts(early, then);
  const ids = ["published-doubling-2023", "published-doubling-2024", "published-doubling-2025"];
  expect(Object.keys(found)).toEqual([...ids, "published-last-times", "published-last-year", "history-part"]);
  const months = (to: number) => (293 * Math.LN2) / Math.log(to) / 30.4375;
  expect(found["published-doubling-2025"]?.value).toBeCloseTo(months(1.8), 9);
  expect(found["published-doubling-2025"]?.variants.map((one) => one.value)).toEqual([
    ...[expect.closeTo(months(1.75), 9), expect.closeTo(months(1.85), 9)],
  ]);
  expect(found["published-last-year"]?.value).toBeCloseTo(1.8 ** (365.25 / 293), 9);
});

describe("the chapter", () => {
  test("never gives published numbers the sources of its own evidence, and joins them to no line", async () => {
    const chapter = await scale();
    const own = [...chapter.facts].filter(([, { basis }]) => basis.tables.length === 0).map(([id]) => id);
    expect(own.sort()).toEqual([...Object.keys(facts), "published-newest", "published-newest-day"].sort());
    const rows = chapter.figures.get("totals")?.rows ?? [];
    expect(rows.filter(({ origin }) => origin === "published").map(({ id }) => id)).toEqual(totals.map(({ id }) => id));
    expect(rows.filter(({ origin, id }) => (origin === "published") !== (id !== null))).toEqual([]);
  });

  test("sets every published figure of its theme beside a fact, but for Spaces", async () => {
    const compared = new Set((await scale()).findings.comparisons.map(({ published }) => published));
    const missing = reference.published.filter(({ theme, id }) => theme === "scale" && !compared.has(id));
    expect(missing.map(({ id }) => id)).toEqual(["SUM-06", "SUM-07"]);
  });
});

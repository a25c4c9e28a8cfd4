import { describe, expect, test } from "vitest";
import { dayOf, measureOf, measures } from "#kit/measure.ts";
import { scaled, verdict } from "#kit/published.ts";
import type { Unit } from "#kit/units.ts";
import { made } from "#test/support/chapter.ts";
import { comparison, hub, published } from "#test/support/published.ts";

describe("a published number in the unit of facts", () => {
  test.each<[number, string, number]>([
    [41, "percent of downloads", 0.41],
    [21.5, "percent", 0.215],
    [2.43, "million models", 2_430_000],
    [1.55, "billion downloads", 1_550_000_000],
    [100, "trillion tokens", 1e14],
    [6, "weeks", 42],
    [8.5, "times (midpoint of 8 to 9)", 8.5],
    [0.23, "USD per million tokens", 0.23],
  ])("%d %s is %d", (value, unit, expected) => {
    expect(scaled({ ...published, value, unit })).toBeCloseTo(expected, 6);
  });
});

describe("units of one kind", () => {
  test.each<[string, Unit, boolean]>([
    ["percent of models", "share", true],
    ["percent of models", "percent-more", false],
    ["percent of models", "points", false],
    ["percent", "percent-more", true],
    ["percent", "share", true],
    ["percent", "points", false],
    ["times", "times", true],
    ["times per year", "times", false],
    ["releases", "models", true],
    ["million downloads", "downloads", true],
    ["million users", "models", false],
    ["weeks", "days", true],
    ["year", "date", true],
    ["year", "crossings", false],
    ["USD per million tokens", "usd-per-mtok", true],
    ["rank", "rank", true],
  ])("%s and %s: %s", (unit, ours, expected) => {
    expect(measures(measureOf(unit), { unit: ours })).toBe(expected);
  });
});

describe("days", () => {
  const when = { ...comparison, denominator: null };
  const held = (value: number, unit: string, day: string) =>
    verdict({ ...published, value, unit, denominator: null }, made(day, "date", { basis: hub }), when);

  test.each([
    [20240925, "2024-09-25"],
    [202509, "2025-09"],
    [2025, "2025"],
  ])("%d is %s", (value, day) => expect(dayOf(value)).toBe(day));

  test("agree as far as the publication says, or differ", () => {
    expect(held(20250925, "date", "2025-09-25")).toBe("reproduced");
    expect(held(20250925, "date", "2025-09-26")).toBe("differs");
    expect(held(202509, "month", "2025-09-26")).toBe("reproduced");
    expect(held(2025, "year", "2025-09-26")).toBe("reproduced");
    expect(held(2025, "year", "2024-12-31")).toBe("differs");
  });
});

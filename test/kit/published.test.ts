import { describe, expect, test } from "vitest";
import { type Comparison, obstacles, type Verdict, verdict } from "#kit/published.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { basis, made } from "#test/support/chapter.ts";

type Published = Reference["published"][number];

const published: Published = {
  id: "S26-11",
  theme: "geography",
  statement: "China's share",
  value: 41,
  unit: "percent of downloads",
  period: "2025",
  population: "a few models",
  noun: "downloads",
  denominator: "all downloads",
  window: "30 days",
  window_end: "2025-09-07",
  definition: "As stated",
  source_title: "A report",
  source_url: "https://example.org/",
  quoted_from: "original",
  confidence: "high",
  needs: "a snapshot",
  conflict: null,
};
const comparison: Comparison = {
  published: "S26-11",
  fact: "x",
  noun: "downloads",
  denominator: "all downloads",
  window: "30 days",
  needs: "more",
};

test("all rules hold", () => expect(obstacles(published, made(0.41), comparison)).toEqual([]));

describe("each rule alone makes an equal value not comparable", () => {
  const hub = { ...basis, complete: true, population: "Hub models" };
  test.each<[string, Partial<Published>, Partial<Comparison>, typeof basis]>([
    ["population", { population: "the complete Hub" }, {}, basis],
    ["population", { population: null }, {}, basis],
    ["population", {}, {}, { ...basis, population: "other models" }],
    ["population", { population: "Hub models" }, {}, hub],
    ["what is counted", { noun: "lifetime downloads" }, {}, basis],
    ["what is counted", { noun: null }, {}, basis],
    ["what is counted", {}, { noun: "models" }, basis],
    ["denominator", { denominator: null }, {}, basis],
    ["denominator", {}, { denominator: null }, basis],
    ["window", { window: "12 months" }, {}, basis],
    ["window", { window: null }, {}, basis],
    ["window", {}, { window: "12 months" }, basis],
    ["period", { window_end: null }, {}, basis],
    ["period", { window_end: "2025-12-09" }, {}, basis],
    ["period", { window_end: "2025-06-06" }, {}, basis],
  ])("%s %#", (rule, theirs, ours, on) => {
    const given = [
      { ...published, ...theirs },
      made(0.41, "share", { basis: on }),
      { ...comparison, ...ours },
    ] as const;
    expect(obstacles(...given)).toEqual([rule]);
    expect(verdict(...given)).toBe("not comparable");
  });

  test("a complete population is the complete Hub, whatever it is called", () => {
    expect(
      obstacles({ ...published, population: "the complete Hub" }, made(0.41, "share", { basis: hub }), comparison),
    ).toEqual([]);
  });

  test.each(["2025-12-08", "2025-06-07"])("a period that ends 92 days apart, on %s, still compares", (window_end) => {
    expect(obstacles({ ...published, window_end }, made(0.41), comparison)).toEqual([]);
  });

  test("all broken at once are all named", () => {
    const theirs = { ...published, population: null, noun: null, denominator: null, window: null, window_end: null };
    expect(obstacles(theirs, made(0.41), comparison)).toEqual([
      "population",
      "what is counted",
      "denominator",
      "window",
      "period",
    ]);
  });
});

describe("verdicts at their edges", () => {
  test.each<[number, Verdict]>([
    [0.41, "reproduced"],
    [0.42, "reproduced"],
    [0.4, "reproduced"],
    [0.4201, "close"],
    [0.46, "close"],
    [0.36, "close"],
    [0.4601, "differs"],
    [0.3599, "differs"],
  ])("share of %d against 41 percent: %s", (value, expected) => {
    expect(verdict(published, made(value), comparison)).toBe(expected);
  });

  test.each<[number, number, Verdict]>([
    [105, 100, "reproduced"],
    [95, 100, "reproduced"],
    [106, 100, "close"],
    [120, 100, "close"],
    [80, 100, "close"],
    [121, 100, "differs"],
    [0, 0, "reproduced"],
    [1, 0, "differs"],
    [8.925, 8.5, "reproduced"],
  ])("count of %d against %d: %s", (ours, theirs, expected) => {
    expect(verdict({ ...published, unit: "releases", value: theirs }, made(ours, "models"), comparison)).toBe(expected);
  });
});

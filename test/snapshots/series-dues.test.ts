import { describe, expect, test } from "vitest";
import { duesOf, everyOf, labelFor } from "#scripts/lib/snapshots/series/dues.ts";
import { asksSeries, seriesOf } from "#scripts/lib/snapshots/series/options.ts";

const days = (from: string, to: string, every: string) =>
  duesOf({ from, to, every: everyOf(every) ?? { count: 0, unit: "d" } }).map(({ day }) => day);

describe("the days of a series", () => {
  test.each<[string, string, string, string[]]>([
    ["2026-02-20", "2026-03-02", "4d", ["2026-02-20", "2026-02-24", "2026-02-28"]],
    ["2024-07-24", "2024-09-18", "4w", ["2024-07-24", "2024-08-21", "2024-09-18"]],
    ["2023-11-30", "2024-03-30", "1m", ["2023-11-30", "2023-12-30", "2024-01-30", "2024-02-29", "2024-03-30"]],
    ["2025-12-31", "2026-06-30", "3m", ["2025-12-31", "2026-03-31", "2026-06-30"]],
    ["2026-01-01", "2026-01-01", "1w", ["2026-01-01"]],
    ["2026-10-20", "2026-11-03", "1w", ["2026-10-20", "2026-10-27", "2026-11-03"]],
  ])("%s to %s every %s", (from, to, every, expected) => {
    expect(days(from, to, every)).toEqual(expected);
  });

  test("every four weeks from 2024-07-24 to 2026-11-18 are 31 days, each a Wednesday", () => {
    const all = days("2024-07-24", "2026-11-18", "4w");
    expect(all).toHaveLength(31);
    expect(all.at(-1)).toBe("2026-11-11");
    expect(new Set(all.map((day) => new Date(`${day}T12:00:00Z`).getUTCDay()))).toEqual(new Set([3]));
  });

  test.each(["", "4", "w", "0w", "-1w", "1.5w", "4 w", "4W", "1y", "99999d"])("every %s is no step", (text) => {
    expect(everyOf(text)).toBeNull();
  });
});

describe("what stands for a day", () => {
  const [, due = { day: "", after: "" }] = duesOf({
    from: "2026-05-20",
    to: "2026-06-17",
    every: { count: 4, unit: "w" },
  });
  test.each<[string, string[], string | null]>([
    ["the day itself", ["2026-06-10", "2026-06-17", "2026-06-24"], "2026-06-17"],
    ["the nearest earlier label", ["2026-05-20", "2026-06-03", "2026-06-10", "2026-06-24"], "2026-06-10"],
    ["one a day after the step before", ["2026-05-21"], "2026-05-21"],
    ["nothing that the day before stands for, and nothing later", ["2026-05-20", "2026-06-24"], null],
    ["nothing without labels", [], null],
  ])("%s", (_, labels, expected) => {
    expect(due).toEqual({ day: "2026-06-17", after: "2026-05-20" });
    expect(labelFor(due, labels)).toBe(expected);
  });
});

describe("the options of a series", () => {
  const typed = { source: "weekly", from: "2024-07-24", to: "2026-11-18", every: "4w" };
  test("are read", () => {
    const span = { from: "2024-07-24", to: "2026-11-18", every: { count: 4, unit: "w" } };
    expect(seriesOf(typed)).toEqual({ verb: "series", source: "weekly", span, keepRaw: false });
    expect(seriesOf({ ...typed, source: "daily", "keep-raw": true })).toMatchObject({ source: "daily", keepRaw: true });
    expect([asksSeries({ source: "weekly" }), asksSeries({ to: "x" })]).toEqual([false, true]);
  });

  test("are refused with all that is wrong", () => {
    expect(() => seriesOf({ source: "listing", from: "2026-02-30", every: "4" })).toThrow(
      'a series needs --source weekly|daily\n--from takes YYYY-MM-DD, not "2026-02-30"\na series needs --to YYYY-MM-DD\n--every takes days, weeks or months, such as 10d, 4w or 1m, not "4"',
    );
    expect(() => seriesOf({ ...typed, from: "2026-11-19" })).toThrow("--from 2026-11-19 is after --to 2026-11-18");
  });
});

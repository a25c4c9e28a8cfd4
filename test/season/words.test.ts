import { expect, test } from "vitest";
import { differenceWords, movedWords, valueWords } from "#kit/changes/words.ts";
import type { Unit } from "#kit/units.ts";

const between = (unit: Unit, old: number | string, now: number | string) =>
  differenceWords({ value: old, unit }, { value: now, unit });

test.each<[Unit, number | string, number | string, string]>([
  ["share", 0.6, 0.631, "+3.1 percentage points"],
  ["share", 0.631, 0.6, "−3.1 percentage points"],
  ["points", 0.01, 0.03, "+2 percentage points"],
  ["percent-more", 0.5, 0.25, "−25 percentage points"],
  ["models", 120, 40, "−80 models"],
  ["downloads", 1_000_000, 251_000_000, "+250 million downloads"],
  ["times", 2, 2.5, "+0.5 times"],
  ["rank", 3, 1, "−2 places"],
  ["rank", 3, 4, "+1 place"],
  ["usd-per-mtok", 0.4, 0.5, "+$0.10 per million tokens"],
  ["usd", 4, 3, "−$1.00"],
  ["months", 10.5, 12, "+1.5 months"],
  ["index", 1, 1.25, "+0.25"],
  ["date", "2025-09-07", "2025-09-08", "1 day later"],
  ["date", "2025-09-07", "2024-09-07", "365 days earlier"],
  ["models", 7, 7, "none"],
  ["date", "2025-09-07", "2025-09-07", "none"],
])("in %s, %s and then %s: %s", (unit, old, now, words) => expect(between(unit, old, now)).toBe(words));

test("another unit has no difference", () => {
  expect(differenceWords({ value: 1, unit: "models" }, { value: 0.5, unit: "share" })).toBeNull();
});

test("what a cause moved is told in the same terms", () => {
  expect(movedWords(-0.052, "share")).toBe("−5.2 percentage points");
});

test("a value stands with its unit, or with what it counts", () => {
  expect(
    [0.605, 74_970, "2025-09-07", 2].map((value, i) =>
      valueWords({ value, unit: (["share", "models", "date", "rank"] as const)[i] ?? "index" }),
    ),
  ).toEqual(["60.5 percent", "74,970 models", "7 September 2025", "2"]);
});

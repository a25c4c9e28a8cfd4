import { describe, expect, test } from "vitest";
import { bare, between, cell, day, label, month, prose } from "#kit/format.ts";
import type { Unit } from "#kit/units.ts";

describe("prose", () => {
  test.each<[number | string, Unit, string]>([
    [0.605, "share", "60.5 percent"],
    [0.6047394245487987, "share", "60.5 percent"],
    [0.5, "share", "50 percent"],
    [0, "share", "0 percent"],
    [1, "share", "100 percent"],
    [0.1 + 0.2 + 0.7, "share", "100 percent"],
    [0.0042, "share", "0.42 percent"],
    [0.00996, "share", "1.0 percent"],
    [0.00004, "share", "0.004 percent"],
    [0.9994, "share", "99.9 percent"],
    [0.9996, "share", "99.96 percent"],
    [0.99999, "share", "99.999 percent"],
    [0.014, "points", "1.4 percentage points"],
    [-0.014, "points", "-1.4 percentage points"],
    [-1e-17, "points", "0 percentage points"],
    [1.5, "percent-more", "150 percent"],
    [3.2395965, "times", "3.24 times"],
    [2, "times", "2 times"],
    [107.77, "index", "108"],
    [0, "downloads", "0"],
    [999, "downloads", "999"],
    [99_999, "downloads", "99,999"],
    [458_207, "downloads", "458,000"],
    [999_999, "downloads", "1 million"],
    [1_484_714, "downloads", "1.48 million"],
    [682_806_186, "downloads", "683 million"],
    [999_999_999, "downloads", "1 billion"],
    [1_234_567_890, "downloads", "1.23 billion"],
    [34, "namespaces", "34"],
    [2, "rank", "2"],
    ["2025-09-07", "date", "7 September 2025"],
    [0.4305, "usd-per-mtok", "$0.43 per million tokens"],
    [0.0061, "usd-per-mtok", "$0.0061 per million tokens"],
    [0.5, "usd-per-mtok", "$0.50 per million tokens"],
    [0.999, "usd-per-mtok", "$1.00 per million tokens"],
    [3, "usd-per-mtok", "$3.00 per million tokens"],
    [1234.5, "usd", "$1,230"],
    [-2.5, "usd", "-$2.50"],
    [141.2, "gigabytes", "141 GB"],
    [0.25, "kwh-per-mtok", "0.25 kWh per million tokens"],
    [5.01e25, "flop", "5.0\u00a0×\u00a010²⁵ FLOP"],
  ])("%s %s is %s", (value, unit, expected) => {
    expect(prose(value, unit)).toBe(expected);
  });
});

test.each<[number | string, Unit | null, string]>([
  [0.605, "share", "60.5%"],
  [0.9996, "share", "99.96%"],
  [0.5, "percent-more", "50%"],
  [0.014, "points", "1.4 pp"],
  [3.2395965, "times", "3.24×"],
  [682_806_186, "downloads", "683M"],
  [1_234, "downloads", "1.23K"],
  [42, null, "42"],
  [0.4305, "usd-per-mtok", "$0.43"],
  [80, "gigabytes", "80 GB"],
  ["2025-09-07", "date", "2025-09-07"],
])("label of %s %s is %s", (value, unit, expected) => {
  expect(label(value, unit)).toBe(expected);
});

test.each<[number | string | boolean | null, string | null, string]>([
  [null, "downloads", "unknown"],
  [true, null, "yes"],
  [false, null, "no"],
  ["CN", null, "CN"],
  [0.60474, "share", "60.474"],
  [3.23959, "times", "3.24"],
  [682_806_186, "downloads", "682,806,186"],
  [0.43051, "usd-per-mtok", "0.4305"],
  [2019, "year", "2019"],
  [5.01e25, "flop", "5.01e+25"],
])("cell of %s %s is %s", (value, unit, expected) => {
  expect(cell(value, unit)).toBe(expected);
});

test.each<[number, number, Unit, string]>([
  [0.18, 0.23, "share", "between 18 and 23 percent"],
  [0.18, 0.18, "share", "18 percent"],
  [0.18001, 0.17999, "share", "18.0 percent"],
  [1e6, 2e6, "downloads", "between 1 million and 2 million"],
  [0.01, 0.02, "points", "between 1 and 2 percentage points"],
  [0.2, 3, "usd-per-mtok", "between $0.20 and $3.00 per million tokens"],
])("between %d and %d %s: %s", (lower, upper, unit, expected) => {
  expect(between(lower, upper, unit)).toBe(expected);
});

test("days and months do not depend on the machine's time zone", () => {
  expect([day("2025-01-01"), day("2024-12-31"), month("2025-09-01"), bare("2025-01-14", "date")]).toEqual([
    "1 January 2025",
    "31 December 2024",
    "Sept 2025",
    "14 January 2025",
  ]);
});

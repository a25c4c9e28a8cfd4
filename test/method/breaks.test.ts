import { expect, test } from "vitest";
import { readReference } from "#loaders/reference.ts";
import { breaksOf, daysOf, noted } from "#site/lib/breaks.ts";

test("faults that name a day or a month, by the first they name, oldest first", () => {
  const faults = [
    "The list is capped from 2025-09-25 on.",
    "Likes are rounded to three digits.",
    "Between 2025-02 and 2025-01 the counter falls.",
    "The file has 2,026 rows and 1,813-20 of something.",
    "In 2023 nothing is known of months.",
  ];
  expect(breaksOf({ faults })).toEqual([
    { on: "2025-01", fault: faults[2] },
    { on: "2025-09-25", fault: faults[0] },
  ]);
});

test("no fault, no break", () => expect(breaksOf({ faults: [] })).toEqual([]));

test.each([
  ["2025-09-07", null, "7 September 2025"],
  ["2022-03-02", "2022-03-02", "2 March 2022"],
  ["2024-09-01", "2024-09-30", "September 2024"],
  ["2024-02-01", "2024-02-28", "1 February 2024 to 28 February 2024"],
  ["2024-07-12", "2024-08-01", "12 July 2024 to 1 August 2024"],
])("a break on %s until %s: %s", (on, until, words) => expect(daysOf({ on, until })).toBe(words));

test("breaks of one note stand together, with their first and last day", async () => {
  const { breaks } = await readReference("data/reference");
  const found = noted(breaks.filter(({ source }) => source === "osir-lmts"));
  expect(found.find(({ note }) => note === "namespaces change")).toMatchObject({
    days: "13 December 2024 to 7 September 2025",
    all: { length: 8 },
  });
});

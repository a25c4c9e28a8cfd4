import { expect, test } from "vitest";
import { breaksOf } from "#site/lib/breaks.ts";

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

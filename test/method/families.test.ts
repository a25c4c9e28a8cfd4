import { describe, expect, test } from "vitest";
import { denominators, evidenceDays, familiesOf, openness } from "#site/lib/families.ts";
import { basis, made } from "#test/support/chapter.ts";

const other = { ...basis, population: "other models", asOf: "2024-01-01" };
const facts = new Map([
  ["a", made(0.2, "share", { of: 100 })],
  ["b", made(3, "models")],
  [
    "c",
    made(0.4, "share", {
      of: 1200,
      variants: [{ label: "else", value: 0.3 }],
      basis: { ...basis, asOf: "2025-01-07" },
    }),
  ],
  ["d", made(0.1, "share", { basis: other, bounds: { lower: 0, upper: 0.2 } })],
]);

describe("families", () => {
  const populations = familiesOf({ facts });

  test("are the units of each population, in the order of the facts", () => {
    expect(
      populations.map(({ name, families }) => [
        name,
        families.map(({ unit, facts }) => [unit, facts.map(([id]) => id)]),
      ]),
    ).toEqual([
      [
        "a few models",
        [
          ["percent", ["a", "c"]],
          ["models", ["b"]],
        ],
      ],
      ["other models", [["percent", ["d"]]]],
    ]);
  });

  test.each([
    [0, 0, "100 to 1,200", "2025-01-07 to 2025-09-07", "1 with variants"],
    [0, 1, "none", "2025-09-07", "none"],
    [1, 0, "none", "2024-01-01", "1 with bounds"],
  ] as const)("population %i, family %i", (population, index, of, days, open) => {
    const family = populations[population]?.families[index];
    if (family === undefined) throw new Error("no such family");
    expect([denominators(family), evidenceDays(family), openness(family)]).toEqual([of, days, open]);
  });

  test("a denominator that is no whole number has three figures", () => {
    expect(denominators({ unit: "percent", facts: [["a", made(0.5, "share", { of: 0.181671 })]] })).toBe("0.182");
  });
});

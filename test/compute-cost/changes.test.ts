import { describe, expect, test } from "vitest";
import { changeFacts, changesOf } from "#analyses/compute-cost/facts/changes.ts";
import type { priceChanges } from "#analyses/compute-cost/tables.ts";
import type { Row } from "#loaders/schema/table.ts";
import { priceBasis } from "#test/support/prices.ts";

type Four = readonly [number, number, number, number];

/** A change from one price of input and output to another; the list is of 1 September. */
function changed(offer: string, changed_on: string, [a, b, c, d]: Four): Row<typeof priceChanges> {
  const prices = { input_before: a, output_before: b, input_after: c, output_after: d };
  return { provider: "acme", offer, changed_on, observed_on: "2026-09-01", weights: "open", ...prices };
}

const rows = [
  changed("late", "2026-09-02", [4, 4, 8, 8]),
  changed("half", "2026-08-01", [4, 4, 2, 2]),
  changed("tenth", "2026-07-01", [10, 10, 9, 9]),
  changed("shifted", "2026-06-01", [1, 5, 2, 2]),
  changed("output", "2026-09-01", [1, 5, 1, 9]),
  changed("quarter", "2026-01-01", [4, 4, 1, 1]),
  changed("fifth", "2026-02-01", [5, 5, 4, 4]),
];

describe("changesOf", () => {
  const changes = changesOf(rows);

  test("blends three parts of input and one of output; a blend that stays is no change; oldest first", () => {
    expect(changes.map(({ offer, before, after }) => [offer, before, after])).toEqual([
      ["quarter", 4, 1],
      ["fifth", 5, 4],
      ["tenth", 10, 9],
      ["half", 4, 2],
      ["output", 2, 3],
      ["late", 4, 8],
    ]);
  });

  test("a price of the day of the list is in force, one of the day after is announced", () => {
    expect(changes.filter(({ effective }) => !effective).map(({ offer }) => offer)).toEqual(["late"]);
  });
});

test("four cuts, one rise, one announced; cuts of 75, 20, 10 and 50 percent", () => {
  const facts = changeFacts(rows, priceBasis);
  const value = (id: string) => facts[id]?.value;
  expect(["changes", "cuts", "rises", "announced", "first-change"].map(value)).toEqual([5, 4, 1, 1, "2026-01-01"]);
  expect(value("median-cut")).toBeCloseTo(0.2, 12);
  expect(value("deepest-cut")).toBeCloseTo(0.75, 12);
  expect(facts["deepest-cut"]?.definition).toContain("quarter at acme on 2026-01-01");
  expect([facts["median-cut"]?.n, facts.cuts?.basis.asOf]).toEqual([4, "2026-09-01"]);
});

test("counted otherwise: other blends, without those who resell, with what is announced", () => {
  const facts = changeFacts(
    [...rows, { ...changed("resold", "2026-03-01", [4, 4, 3, 3]), provider: "aws" }],
    priceBasis,
  );
  const variants = (id: string) =>
    Object.fromEntries((facts[id]?.variants ?? []).map(({ label, value }) => [label, value]));
  expect([facts.cuts?.value, facts.rises?.value]).toEqual([5, 1]);
  expect([facts["own-changes"]?.value, facts["own-cuts"]?.value]).toEqual([5, 4]);
  expect(variants("cuts")).toEqual({
    "equal parts of input and output": 6,
    "nine parts input to one part output": 5,
    "resellers left out": 4,
    "announced changes counted too": 5,
  });
  expect(variants("rises")).toEqual({
    "equal parts of input and output": 1,
    "nine parts input to one part output": 2,
    "resellers left out": 1,
    "announced changes counted too": 2,
  });
});

test("those by sellers that are no resellers: neither of both kinds, nor what is announced", () => {
  const by = (provider: string, on: string, four: Four) => ({ ...changed(`${provider} ${on}`, on, four), provider });
  const some = [
    ...[by("aws", "2026-01-01", [4, 4, 3, 3]), by("openrouter", "2026-01-02", [4, 4, 5, 5])],
    ...[by("acme", "2026-01-03", [4, 4, 5, 5]), by("awsome", "2026-01-04", [4, 4, 3, 3])],
    ...[by("acme", "2026-01-05", [4, 4, 2, 2]), by("acme", "2026-09-02", [2, 2, 1, 1])],
  ];
  const facts = changeFacts(some, priceBasis);
  const ids = ["changes", "cuts", "own-changes", "own-cuts", "announced"];
  expect(ids.map((id) => facts[id]?.value)).toEqual([5, 3, 3, 2, 1]);
});

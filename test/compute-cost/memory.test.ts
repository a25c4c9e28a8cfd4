import { describe, expect, test } from "vitest";
import { assumedFacts } from "#analyses/compute-cost/facts/assumed.ts";
import { memoryFacts } from "#analyses/compute-cost/facts/memory.ts";
import { claimFacts } from "#analyses/compute-cost/facts/others.ts";
import { comparedBy } from "#analyses/compute-cost/own-hardware.ts";
import { settingOf } from "#analyses/compute-cost/setting.ts";
import type { acceleratorMemory } from "#analyses/compute-cost/tables.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { architecture, hardware, namedRow, priceBasis } from "#test/support/prices.ts";

/** Three chips of a maker and year, two of them with memory stated. */
function chips(
  largest: string,
  release_year: number | null,
  memory_most: number | null,
  category = "gpu",
): Row<typeof acceleratorMemory> {
  const counts = { accelerators: 3, with_memory: memory_most === null ? 0 : 2, memory_median: memory_most };
  return { vendor: "acme", category, release_year, observed_on: "2026-09-29", ...counts, memory_most, largest };
}

describe("memory of accelerators", () => {
  const rows = [
    ...[chips("undated", null, 999), chips("silent", 2010, null), chips("early", 2016, 24), chips("small", 2016, 8)],
    ...[chips("large", 2025, 288), chips("shared", 2025, 512, "system-on-chip"), chips("late", 2026, 96)],
  ];
  const reference = hardware({ architectures: [architecture("a", { parameters: 30e9 }), architecture("b")] });
  const served = comparedBy(reference, [namedRow("a"), namedRow("b")], settingOf(reference, "H100 SXM", "2026-09-30"));
  const facts = memoryFacts(rows, served, priceBasis);
  const told = (id: string) => [facts[id]?.value, facts[id]?.definition.split(": ")[1]];

  test("largest of the first year that states any, of a graphics processor, and of a system on a chip", () => {
    expect(told("memory-first")).toEqual([24, "early, released in 2016."]);
    expect(told("memory-last")).toEqual([288, "large, released in 2025."]);
    expect(told("memory-shared")).toEqual([512, "shared, released in 2025."]);
  });

  test("how many are listed, and how many state no memory", () => {
    expect([facts["accelerators-listed"]?.value, facts["accelerators-without-memory"]?.value]).toEqual([21, 9]);
    expect([facts["memory-last"]?.n, facts["accelerators-without-memory"]?.n]).toEqual([12, 21]);
  });

  test("the largest weights that are worked out", () => {
    expect([facts["largest-weights"]?.value, facts["largest-weights"]?.n]).toEqual([60, 2]);
  });

  test("a group without memory and year is an error", () => {
    expect(() => memoryFacts([chips("early", 2016, 24)], served, priceBasis)).toThrow(
      "no accelerator with memory and year",
    );
  });
});

test("the published claim: both ends as published, and the middle on a logarithmic scale", () => {
  const figure = (id: string, value: number) =>
    ({ id, value, statement: "So many times", source_title: "A report" }) as Reference["published"][number];
  const facts = claimFacts(hardware({ published: [figure("S26-37", 4), figure("S26-38", 100)] }), priceBasis);
  expect(["claimed-low", "claimed-mid", "claimed-high"].map((id) => facts[id]?.value)).toEqual([4, 20, 100]);
  expect(() => claimFacts(hardware(), priceBasis)).toThrow('published-figures.csv has no figure "S26-37"');
});

test("assumptions are told with their ends, and as unsourced where they are", () => {
  const facts = assumedFacts(hardware(), priceBasis);
  expect(facts["assumed-bandwidth"]).toMatchObject({ value: 0.5, unit: "share" });
  expect(facts["assumed-batch"]?.variants.map(({ value }) => value)).toEqual([1, 100]);
  expect(facts["assumed-short-batch"]).toMatchObject({ value: 20, unit: "index" });
  expect(facts["assumed-short-context"]).toMatchObject({ value: 1000, unit: "tokens" });
  expect(facts["assumed-short-context"]?.variants.map(({ value }) => value)).toEqual([500, 2000]);
  expect(facts["assumed-pue"]?.definition).toBe("Assumed, not measured (unsourced). It is so.");
});

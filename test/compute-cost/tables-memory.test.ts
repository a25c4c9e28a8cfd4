import { describe, expect, test } from "vitest";
import { acceleratorMemory, accelerators } from "#analyses/compute-cost/tables.ts";
import { chip, evidence } from "#test/support/evidence.ts";

describe("accelerator-memory", () => {
  const memory = async (...accelerators: ReturnType<typeof chip>[]) =>
    (await evidence(acceleratorMemory, { accelerators })).map((row) => [
      ...[row.vendor, row.category, row.release_year, row.accelerators],
      ...[row.with_memory, row.memory_median, row.memory_most, row.largest],
    ]);

  test("by maker, group and year; of equal ones the first name; the lower of two in the middle", async () => {
    const same = [chip("C", 80), chip("B", 80), chip("A", 24), chip("D", 16), chip("E", null)];
    const others = [
      chip("F", 96, { release_year: 2023 }),
      chip("G", 64, { vendor: "AMD" }),
      chip("H", 8, { category: "system-on-chip" }),
    ];
    expect(await memory(...same, ...others)).toEqual([
      ["AMD", "gpu", 2024, 1, 1, 64, 64, "G"],
      ["NVIDIA", "gpu", 2023, 1, 1, 96, 96, "F"],
      ["NVIDIA", "gpu", 2024, 5, 4, 24, 80, "B"],
      ["NVIDIA", "system-on-chip", 2024, 1, 1, 8, 8, "H"],
    ]);
  });

  test("processors are left out; without memory or year there is a row without them", async () => {
    const rows = await memory(
      chip("cpu", 999, { category: "cpu" }),
      chip("A", null),
      chip("B", 12, { release_year: null }),
    );
    expect(rows).toEqual([
      ["NVIDIA", "gpu", null, 1, 1, 12, 12, "B"],
      ["NVIDIA", "gpu", 2024, 1, 0, null, null, null],
    ]);
  });
});

describe("accelerators", () => {
  test("five by their whole names, whoever makes them, with the price of the list or none", async () => {
    const wanted = ["H100", "MI300", "A100", "B200", "H200"].map((name) => chip(name, null));
    const others = ["H100 NVL", "h100", "A1000", "H20", "GH200", "MI300X", "B2000"].map((name) => chip(name, 80));
    const priced = wanted.map((one) => (one.name === "H100" ? { ...one, price_usd: 30_000, vendor: "another" } : one));
    expect(await evidence(accelerators, { accelerators: [...priced, ...others] })).toEqual(
      [
        ["A100", "NVIDIA", null],
        ["B200", "NVIDIA", null],
        ["H100", "another", 30_000],
        ["H200", "NVIDIA", null],
        ["MI300", "NVIDIA", null],
      ].map(([name, vendor, price_usd]) => ({ name, vendor, price_usd, observed_on: "2026-09-29" })),
    );
  });

  test("without any of them there is no row", async () => {
    expect(await evidence(accelerators, { accelerators: [chip("T4", 16, { price_usd: 1 })] })).toEqual([]);
  });
});

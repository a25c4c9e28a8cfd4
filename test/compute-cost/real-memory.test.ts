import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { acceleratorMemory, accelerators } from "#analyses/compute-cost/tables.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal } from "#test/fixtures/real.ts";
import { type RawSku, rawSkus } from "#test/oracles/accelerators.ts";
import { reached } from "#test/oracles/compute-cost-ratios.ts";
import { committedRows, computeCost } from "#test/support/compute-cost.ts";

type Sku = RawSku & { readonly releaseYear?: number };
const build = join(process.cwd(), "node_modules/@huggingface/tasks/dist/commonjs/hardware.js");
const most = ({ memory = [] }: Sku): number => Math.max(...memory);

describeReal("memory of accelerators, by plain loops over the CommonJS build of the package", () => {
  let chips: Sku[];
  let chapter: Chapter;
  beforeAll(async () => {
    chips = rawSkus(build).filter(({ group }) => group !== "CPU");
    chapter = await computeCost();
  });

  const value = (id: string) => chapter.facts.get(id)?.value;
  const stated = (from: readonly Sku[]) => from.filter(({ memory }) => memory !== undefined);

  test("listed, without memory, and the largest of all, of a graphics processor and of the first year", () => {
    expect(value("accelerators-listed")).toBe(chips.length);
    expect(value("accelerators-without-memory")).toBe(chips.length - stated(chips).length);
    const shared = stated(chips).filter(({ group }) => group !== "GPU");
    const own = stated(chips).filter(({ group }) => group === "GPU");
    const first = Math.min(...stated(chips).flatMap(({ releaseYear }) => releaseYear ?? []));
    const early = stated(chips).filter(({ releaseYear }) => releaseYear === first);
    expect(["memory-shared", "memory-last", "memory-first"].map(value)).toEqual(
      [shared, own, early].map((group) => Math.max(...group.map(most))),
    );
    expect(chapter.facts.get("memory-first")?.definition).toContain(String(first));
  });

  test("every maker and year: how many, how many with memory, median, largest and its name", () => {
    const maker = (name: string) => (name === "-" ? "apple" : name.toLowerCase());
    const group = (category: string) => (category === "gpu" ? "GPU" : "Apple Silicon");
    const rows = committedRows(acceleratorMemory);
    expect(rows.reduce((sum, row) => sum + row.accelerators, 0)).toBe(chips.length);
    for (const { vendor, category, release_year, ...row } of rows) {
      const own = chips.filter(
        (chip) =>
          maker(chip.maker) === vendor.toLowerCase() &&
          chip.group === group(category) &&
          (chip.releaseYear ?? null) === release_year,
      );
      const sizes = stated(own).map(most);
      const id = `${vendor} ${release_year}`;
      expect([row.accelerators, row.with_memory], id).toEqual([own.length, sizes.length]);
      if (sizes.length === 0) continue;
      const [largest] = stated(own)
        .filter((chip) => most(chip) === Math.max(...sizes))
        .map(({ name }) => name)
        .sort();
      expect([row.memory_most, row.memory_median, row.largest], id).toEqual([
        Math.max(...sizes),
        reached(sizes, 0.5),
        largest,
      ]);
    }
  });

  test("makers and prices of the accelerators that the chapter works with, each listed once", () => {
    const wanted = ["A100", "B200", "H100", "H200", "MI300"];
    const expected = wanted.flatMap((name) =>
      chips.filter((chip) => chip.name === name).map(({ maker, msrp }) => [name, maker.toLowerCase(), msrp ?? null]),
    );
    const rows = committedRows(accelerators).map(({ name, vendor, price_usd }) => [
      name,
      vendor.toLowerCase(),
      price_usd,
    ]);
    expect(rows.sort()).toEqual(expected.sort());
    expect(rows.length).toBe(wanted.length);
  });
});

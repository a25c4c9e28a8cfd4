import type { Basis } from "#kit/coverage.ts";
import { count, type Fact, sum } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { Compared } from "../own-hardware.ts";
import type { acceleratorMemory } from "../tables.ts";

type MemoryRow = Row<typeof acceleratorMemory>;

/** Memory that makers offer, in the first year and at most, and the largest weights worked out. */
export function memoryFacts(
  rows: readonly MemoryRow[],
  served: readonly Compared[],
  basis: Basis,
): Readonly<Record<string, Fact>> {
  const listed = total(rows, "accelerators");
  const withMemory = total(rows, "with_memory");
  const first = Math.min(
    ...rows.flatMap(({ release_year, memory_most }) => (memory_most === null ? [] : (release_year ?? []))),
  );
  const accelerators = (value: number, definition: string): Fact =>
    count({ value, unit: "accelerators", n: listed, definition, basis });
  const memory = (of: readonly MemoryRow[], words: string): Fact => {
    const row = largest(of);
    const definition = `${words}: ${row.largest}, released in ${row.release_year}.`;
    return sum({ value: row.memory_most ?? Number.NaN, unit: "gigabytes", n: withMemory, definition, basis });
  };
  const top = served.at(-1);
  const definition = `Weights of ${top?.model} as published, the largest model worked out.`;
  return {
    "memory-first": memory(
      rows.filter((row) => row.release_year === first),
      "Largest memory in the first year of the list",
    ),
    "memory-last": memory(
      rows.filter((row) => row.category === "gpu"),
      "Largest memory of a graphics processor in the list",
    ),
    "memory-shared": memory(
      rows.filter((row) => row.category !== "gpu"),
      "Largest memory of a system on a chip in the list",
    ),
    "accelerators-listed": accelerators(listed, "Graphics processors and systems on a chip in the list."),
    "accelerators-without-memory": accelerators(listed - withMemory, "Of these, without memory stated."),
    "largest-weights": sum({
      value: top?.weights ?? Number.NaN,
      unit: "gigabytes",
      n: served.length,
      definition,
      basis,
    }),
  };
}

function total(rows: readonly MemoryRow[], column: "accelerators" | "with_memory"): number {
  return rows.reduce((all, row) => all + row[column], 0);
}

function largest(rows: readonly MemoryRow[]): MemoryRow {
  const known = rows.filter(({ memory_most, release_year }) => memory_most !== null && release_year !== null);
  const [start] = known;
  if (start === undefined) throw new Error("no accelerator with memory and year");
  return known.reduce((a, b) => ((b.memory_most ?? 0) > (a.memory_most ?? 0) ? b : a), start);
}

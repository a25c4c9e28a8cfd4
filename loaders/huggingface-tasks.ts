import { pathToFileURL } from "node:url";
import { z } from "zod";
import { accelerators } from "./schema/accelerators.ts";
import { defineRowLoader } from "./schema/loader.ts";
import type { Row } from "./schema/table.ts";

const sku = z.object({
  tflops: z.number().positive(),
  memory: z.array(z.number().positive()).min(1).optional(),
  msrp: z.number().positive().optional(),
  power: z.number().positive().optional(),
  releaseYear: z.int().optional(),
});

const library = z.object({ SKUS: z.record(z.string(), z.record(z.string(), z.record(z.string(), sku))) });

/** Groups of the list, and what their members are. */
const categories: Readonly<Record<string, string>> = { GPU: "gpu", CPU: "cpu", "Apple Silicon": "system-on-chip" };

/** Makers as the list writes them, and their names; the group of Apple has none. */
const vendors: Readonly<Record<string, string>> = {
  NVIDIA: "NVIDIA",
  AMD: "AMD",
  INTEL: "Intel",
  Intel: "Intel",
  QUALCOMM: "Qualcomm",
  "-": "Apple",
};

/**
 * The list of hardware of `@huggingface/tasks`, as of the record's last day.
 *
 * - The category is the list's own group: Jetson boards, integrated Radeons, the GB10, the Ryzen AI Max and Snapdragons
 *   stand among its GPUs, although they share memory with a processor; Apple's chips have a group of their own.
 * - Memory is a list of variants: the least and the most of it; processors and Snapdragons have none stated.
 * - Rates mix precisions: half where known for GPUs, single for CPUs, and no tensor cores.
 *
 * Throws for a group or a maker that is not known here.
 */
export const huggingfaceTasks = defineRowLoader({
  source: "huggingface-tasks",
  table: accelerators,
  rows: async ({ record, local }) => {
    const module: unknown = await import(/* @vite-ignore */ pathToFileURL(local("dist/esm/hardware.js")).href);
    return Object.entries(library.parse(module).SKUS).flatMap(([group, makers]) =>
      Object.entries(makers).flatMap(([maker, skus]) =>
        Object.entries(skus).map(([name, one]) => row({ group, maker, name }, one, record.last)),
      ),
    );
  },
});

export default huggingfaceTasks;

interface Place {
  readonly group: string;
  readonly maker: string;
  readonly name: string;
}

function row({ group, maker, name }: Place, one: z.infer<typeof sku>, day: string): Row<typeof accelerators> {
  const category = categories[group];
  const vendor = vendors[maker];
  if (category === undefined || vendor === undefined)
    throw new Error(`SKUS.${group}.${maker}: is not known; add it to loaders/huggingface-tasks.ts`);
  return {
    source: "huggingface-tasks",
    vendor,
    name,
    category,
    observed_on: day,
    release_year: one.releaseYear ?? null,
    memory_least: one.memory ? Math.min(...one.memory) : null,
    memory_most: one.memory ? Math.max(...one.memory) : null,
    tflops: one.tflops,
    price_usd: one.msrp ?? null,
    power_watts: one.power ?? null,
  };
}

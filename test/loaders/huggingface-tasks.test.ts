import { expect, test } from "vitest";
import huggingfaceTasks from "#loaders/huggingface-tasks.ts";
import { querySources } from "#test/fixtures/query.ts";
import { localFiles } from "#test/fixtures/source.ts";

const sku = { tflops: 77.97, memory: [80, 40], msrp: 15_000, power: 400, releaseYear: 2020 };

async function load(skus: unknown) {
  const contents = {
    "dist/esm/hardware.js": `import { SKUS } from "./parts.js"; export { SKUS };`,
    "dist/esm/parts.js": `export const SKUS = ${JSON.stringify(skus)};`,
    "package.json": '{"type":"module"}',
  };
  const files = await localFiles(contents, { last: "2026-09-29" });
  return querySources([{ loader: huggingfaceTasks, files }], "FROM accelerators ORDER BY vendor, name");
}

test("a row, every column; memory is the least and the most of its variants", async () => {
  expect(await load({ GPU: { NVIDIA: { A100: sku } } })).toEqual([
    {
      source: "huggingface-tasks",
      vendor: "NVIDIA",
      name: "A100",
      category: "gpu",
      observed_on: "2026-09-29",
      release_year: 2020,
      memory_least: 40,
      memory_most: 80,
      tflops: 77.97,
      price_usd: 15_000,
      power_watts: 400,
    },
  ]);
});

test("makers have one spelling; the category is the list's group, and Apple's chips are a group", async () => {
  const rows = await load({
    GPU: { AMD: { "Ryzen AI Max+ 395": sku }, INTEL: { "Arc B580": sku }, QUALCOMM: { "Snapdragon X": sku } },
    CPU: { Intel: { Xeon: sku }, AMD: { EPYC: sku } },
    "Apple Silicon": { "-": { "Apple M1": sku } },
  });
  expect(rows.map(({ vendor, name, category }) => [vendor, name, category])).toEqual([
    ["AMD", "EPYC", "cpu"],
    ["AMD", "Ryzen AI Max+ 395", "gpu"],
    ["Apple", "Apple M1", "system-on-chip"],
    ["Intel", "Arc B580", "gpu"],
    ["Intel", "Xeon", "cpu"],
    ["Qualcomm", "Snapdragon X", "gpu"],
  ]);
});

test("what is not stated is null, memory too", async () => {
  const unknown = { memory_least: null, memory_most: null, price_usd: null, power_watts: null, release_year: null };
  expect(await load({ CPU: { Intel: { Xeon: { tflops: 1.3 } } } })).toMatchObject([{ tflops: 1.3, ...unknown }]);
});

test.each([
  ["an unknown maker", { GPU: { ACME: { x: sku } } }, "SKUS.GPU.ACME: is not known"],
  ["an unknown group", { TPU: { NVIDIA: { x: sku } } }, "SKUS.TPU.NVIDIA: is not known"],
  ["a rate in words", { GPU: { AMD: { x: { ...sku, tflops: "many" } } } }, "SKUS.GPU.AMD.x.tflops"],
  ["a memory of 0", { GPU: { AMD: { x: { ...sku, memory: [0] } } } }, "SKUS.GPU.AMD.x.memory.0"],
])("refuses %s by name", async (_, skus, message) => {
  await expect(load(skus)).rejects.toThrow("loaders/huggingface-tasks.ts");
  await expect(load(skus)).rejects.toThrow(message);
});

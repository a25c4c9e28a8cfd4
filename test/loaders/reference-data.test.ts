import { readFile } from "node:fs/promises";
import { SKUS } from "@huggingface/tasks";
import { csvParse } from "d3";
import { describe, expect, test } from "vitest";
import { modelName } from "#loaders/offers/model-name.ts";
import { readReference } from "#loaders/reference.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";

const reference = await readReference("data/reference");
const { architectures, assumptions, events, precisions, published, rents, specs } = reference;

describe("accelerators", () => {
  test("names in the list of @huggingface/tasks are there, with that memory and power", () => {
    const listed = new Map(Object.values(SKUS).flatMap((vendors) => Object.values(vendors).flatMap(Object.entries)));
    const named = specs.filter(({ tasks_name }) => tasks_name !== null);
    expect(named.length).toBeGreaterThan(5);
    for (const { name, tasks_name, memory_gb, power_watts } of named) {
      const sku: unknown = listed.get(tasks_name ?? "");
      expect(sku, name).toMatchObject({ memory: expect.arrayContaining([memory_gb]), power: power_watts });
    }
  });

  test("fp8 is about twice as fast as bf16 wherever both are known", () => {
    const both = specs.filter(({ bf16_tflops, fp8_tflops }) => bf16_tflops !== null && fp8_tflops !== null);
    expect(both.length).toBeGreaterThan(5);
    for (const { name, bf16_tflops, fp8_tflops } of both)
      expect(Number(fp8_tflops) / Number(bf16_tflops), name).toBeCloseTo(2, 1);
  });

  test("every rent is within ten times of every other of its accelerator", () => {
    for (const { accelerator, usd_per_hour } of rents) {
      const prices = rents.filter((rent) => rent.accelerator === accelerator).map((rent) => rent.usd_per_hour);
      expect(usd_per_hour, accelerator).toBeLessThan(10 * Math.min(...prices));
    }
  });
});

test("architectures are named as price lists name models", () => {
  for (const { name, repository } of architectures) {
    expect(modelName(name)).toBe(name);
    expect(modelName(repository)).toContain(name);
  }
});

test("every precision that methods name has bits near those that they give", () => {
  const bits = new Map(precisions.map(({ id, bits_per_weight }) => [id, bits_per_weight]));
  const named = { fp32: 32, bf16: 16, fp8: 8, int8: 8, mxfp4: 4.25, nvfp4: 4.5, int4: 4.25, "q8-0": 8.5 };
  for (const [id, value] of Object.entries(named)) expect(bits.get(id), id).toBe(value);
  const about = { "q6-k": 6.6, "q5-k-m": 5.7, "q4-k-m": 4.85, "q3-k-m": 3.9 };
  for (const [id, value] of Object.entries(about)) expect(bits.get(id), id).toBeCloseTo(value, 1);
});

test("assumptions: the ones that the arithmetic needs, each told in a sentence", () => {
  const ids = assumptions.map(({ id }) => id);
  for (const id of [
    "memory-overhead",
    "usable-memory",
    "prefill-utilisation",
    "pue",
    "electricity",
    "short-batch",
    "busy",
  ])
    expect(ids).toContain(id);
  for (const { id, statement } of assumptions) expect(statement, id).toMatch(/^[A-Z].*\.$/);
});

test("events are in order, and the published figures on cost are there", () => {
  const dates = events.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted());
  const ids = new Set(published.map(({ id }) => id));
  for (const id of ["S26-37", "S26-38", "NAG-03", "NAG-04", "NAG-05", "EPO-01", "EPO-02", "A16-01"])
    expect(ids).toContain(id);
});

test("whatever is sure of itself has a source", () => {
  const rows = [...events, ...specs, ...rents, ...architectures, ...precisions, ...assumptions];
  expect(rows.filter(({ source, confidence }) => source === "unsourced" && confidence !== "low")).toEqual([]);
});

describeReal("events against the table of Epoch AI", () => {
  const names: Readonly<Record<string, string>> = {
    ...{ bloom: "BLOOM-176B", whisper: "Whisper", llama: "LLaMA-65B", "gpt-4": "GPT-4", "llama-2": "Llama 2-70B" },
    ...{ jais: "Jais", "falcon-180b": "Falcon-180B", "qwen-72b": "Qwen-72B", mixtral: "Mixtral 8x7B" },
    ...{ gemma: "Gemma 7B", "llama-3": "Llama 3-70B", "llama-3-1": "Llama 3.1-405B", "qwen2-5": "Qwen2.5-72B" },
    ...{
      "gpt-4o": "GPT-4o",
      o1: "o1",
      "deepseek-v3": "DeepSeek-V3",
      "deepseek-r1": "DeepSeek-R1",
      "gpt-3-5": "GPT-3.5",
    },
  };

  test("have the day that it has", async () => {
    const [file] = (await realFiles("epoch-models")).values();
    const rows = csvParse(await readFile(String(file), "utf8"));
    const days = new Map(rows.map((row) => [row.Model, row["Publication date"]]));
    const found = events.filter(({ id }) => id in names);
    expect(found).toHaveLength(Object.keys(names).length);
    for (const { id, date } of found) expect(days.get(names[id] ?? ""), id).toBe(date);
  });
});

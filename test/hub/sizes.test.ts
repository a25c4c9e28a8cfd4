import { describe, expect, test } from "vitest";
import { hubLoads, hubSource } from "#test/fixtures/hub-files.ts";
import { querySources } from "#test/fixtures/query.ts";
import { day, models } from "#test/support/hub-rows.ts";

const stored = (total: number) => ({ safetensors: { total } });
const from = (relation: string, ...ids: string[]) => ({
  baseModels: { relation, models: ids.map((id) => ({ _id: "x", id })) },
});

test.each<[string, number | null]>([
  ["Qwen2.5-7B-Instruct", 7e9],
  ["Mixtral-8x7B-v0.1", 56e9],
  ["Qwen3-30B-A3B", 30e9],
  ["opt-350m", 350e6],
  ["phi-1.5b", 1.5e9],
  ["kimi-1T", 1e12],
  ["llama-3-8b-4bit", 8e9],
  ["yi-34b-200k", 34e9],
  ["TinyLlama-1.1B-step-3T", 1.1e9],
  ["gemma-E4B", null],
  ["vit-b-16", null],
  ["128k-context", null],
  ["bert-base", null],
  ["model-v2.5b1", null],
  ["data-99999999999999b", null],
  ["x-0b", null],
])("the name %s states %s", async (name, parameters) => {
  const [row] = await models("parameters, parameters_from", [{ id: `a/${name}` }]);
  expect(row).toEqual({ parameters, parameters_from: parameters === null ? null : "name" });
});

test("the namespace states no size", async () => {
  const [row] = await models("parameters", [{ id: "lab-7b/model" }]);
  expect(row).toEqual({ parameters: null });
});

describe("the ladder, by the row itself", () => {
  const gguf = JSON.stringify({ total: 6.9e9 });
  test.each<[string, Record<string, unknown>, number | null, string | null]>([
    ["gguf before all", { id: "a/x-7b", gguf, ...stored(5) }, 6.9e9, "gguf"],
    ["safetensors before the name", { id: "a/x-7b", ...stored(6.7e9) }, 6.7e9, "safetensors"],
    ["a total of 0 is none", { id: "a/x-7b", ...stored(0) }, 7e9, "name"],
    ["a total below 0 is none", { id: "a/x", ...stored(-5) }, null, null],
    ["quantised, but unpacked", { id: "a/x-8b-gptq", ...stored(8.03e9) }, 8.03e9, "safetensors"],
    ["quantised and packed", { id: "a/x-8b-gptq", ...stored(1e9) }, 8e9, "name-over-packed"],
    ["packed by relation", { id: "a/x-8b", ...stored(1e9), ...from("quantized", "b/y") }, 8e9, "name-over-packed"],
    ["small, but nothing says quantised", { id: "a/x-8b", ...stored(1e9) }, 1e9, "safetensors"],
    ["at three quarters it is not packed", { id: "a/x-8b-awq", ...stored(6e9) }, 6e9, "safetensors"],
    ["a word that only contains a mark", { id: "a/x-8b-gptqx", ...stored(1e9) }, 1e9, "safetensors"],
  ])("%s", async (_, row, parameters, parameters_from) => {
    expect(await models("parameters, parameters_from", [row])).toEqual([{ parameters, parameters_from }]);
  });
});

describe("the ladder, by the parent", () => {
  const parent = { id: "Q/Base", ...stored(8e9) };
  test.each<[string, Record<string, unknown>, number | null, string | null]>([
    ["finetuned", { id: "a/x", ...from("finetune", "q/base") }, 8e9, "parent"],
    ["quantised", { id: "a/x", ...from("quantized", "q/base") }, 8e9, "parent"],
    ["quantised and packed", { id: "a/x", ...stored(1e9), ...from("quantized", "q/base") }, 8e9, "parent-over-packed"],
    [
      "packed, by a mark in the name",
      { id: "a/x-awq", ...stored(1e9), ...from("finetune", "q/base") },
      8e9,
      "parent-over-packed",
    ],
    [
      "finetuned, with a size of its own",
      { id: "a/x", ...stored(1e9), ...from("finetune", "q/base") },
      1e9,
      "safetensors",
    ],
    ["an adapter has another size", { id: "a/x", ...from("adapter", "q/base") }, null, null],
    ["a merge has several parents", { id: "a/x", ...from("merge", "q/base", "r/other") }, null, null],
    ["a parent that is not there", { id: "a/x", ...from("finetune", "r/other") }, null, null],
    ["its own parent", { id: "a/x", ...from("finetune", "a/x") }, null, null],
  ])("%s", async (_, row, parameters, parameters_from) => {
    const files = await hubSource({ [day]: { models: { rows: [parent, row] } } });
    const sql = "SELECT parameters, parameters_from FROM sizes WHERE owner = 'a'";
    expect(await querySources(hubLoads(files), sql)).toEqual([{ parameters, parameters_from }]);
  });

  test("not by a parent of another snapshot", async () => {
    const child = { id: "a/x", ...from("finetune", "q/base") };
    const files = await hubSource({
      "2026-05-13": { models: { rows: [parent] } },
      [day]: { models: { rows: [child] } },
    });
    const sql = "SELECT parameters FROM sizes WHERE owner = 'a'";
    expect(await querySources(hubLoads(files), sql)).toEqual([{ parameters: null }]);
  });
});

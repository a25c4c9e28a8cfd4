import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modelName } from "#loaders/offers/model-name.ts";

describe("one model has one name", () => {
  test.each<[string, string[]]>([
    [
      "claude-opus-4-5",
      [
        "claude-opus-4.5",
        "claude-opus-4-5",
        "Claude Opus 4.5",
        "anthropic/claude-opus-4.5",
        "claude-opus-4-5-20251101",
        "claude-opus-4-5@20251101",
        "claude-opus-4-5@default",
        "us.anthropic.claude-opus-4-5-20251101-v1:0",
        "global.anthropic.claude-opus-4-5-v1:0",
        "eu.anthropic.claude-opus-4-5-v1",
        "anthropic--claude-4.5-opus",
        "claude-opus4-5",
      ],
    ],
    ["claude-sonnet-4", ["claude-sonnet-4-0", "claude-4-sonnet", "claude-sonnet-4-20250514", "claude-4.0-sonnet"]],
    ["claude-sonnet-3-5", ["claude-3.5-sonnet", "regional.anthropic.claude-3-5-sonnet-20241022-v2:0"]],
    [
      "gpt-4o",
      ["gpt-4o-2024-08-06", "openai/gpt-4o:extended", "gpt-4o:nitro", "gpt-4o:floor", "gpt-4o:exacto", "gpt-4o:online"],
    ],
    ["gpt-oss-120b", ["gpt-oss:120b", "openai.gpt-oss-120b-1:0", "openai/gpt-oss-120b:free", "gpt-oss-120b-maas"]],
    ["deepseek-r1", ["us.deepseek.r1-v1:0", "deepseek-ai/DeepSeek-R1", "deepseek/deepseek-r1:free"]],
    ["nova-pro", ["amazon.nova-pro-v1:0", "amazon/nova-pro-v1", "nova-pro"]],
    ["nemotron-nano-9b-v2", ["nvidia.nemotron-nano-9b-v2:0", "nvidia/NVIDIA-Nemotron-Nano-9B-v2"]],
    ["mistral-7b-instruct-v0-2", ["mistral.mistral-7b-instruct-v0:2", "mistralai/Mistral-7B-Instruct-v0.2"]],
    [
      "llama-3-1-8b-instruct",
      ["Meta-Llama-3.1-8B-Instruct-FP8", "meta.llama3-1-8b-instruct-v1:0", "llama-v3p1-8b-instruct"],
    ],
    ["llama-3-3-70b-instruct", ["llama-3.3-70b-instruct-fp8-dynamic", "Llama-3_3-70B-Instruct"]],
    ["qwen3-32b", ["Qwen/Qwen3-32B", "qwen-3-32b", "qwen.qwen3-32b-v1:0", "qwen3-32b-tee", "@cf/qwen/qwen3-32b-awq"]],
    [
      "qwen3-next-80b-a3b",
      [
        "qwen3-next-80b-a3b-nvfp4",
        "qwen3-next-80b-a3b-gguf",
        "qwen3-next-80b-a3b-int4",
        "qwen3-next-80b-a3b-bf16",
        "qwen3-next-80b-a3b-fp4",
      ],
    ],
    ["glm-4-7", ["zai.glm-4.7", "zai-org-glm-4.7", "glm-4p7", "accounts/x/models/glm-4p7"]],
    ["kimi-k2-5", ["moonshotai.kimi-k2.5", "Kimi-K2.5-TEE", "kimi-k2.5-free"]],
    ["gpt-5-4", ["openai-gpt-5.4", "jp.openai.gpt-5.4", "gpt-5.4-2026-03-05"]],
    ["palmyra-x5", ["writer.palmyra-x5-v1:0"]],
    ["command-r-plus", ["cohere.command-r-plus", "command-r+"]],
    ["jamba-1-5-large", ["ai21.jamba-1-5-large-v1:0"]],
    ["minimax-m2", ["apac.minimax.minimax-m2"]],
    ["gemma-3-12b-it", ["google.gemma-3-12b-it", "gemma3-12b-it"]],
  ])("%s", (name, spellings) => {
    expect(spellings.map(modelName)).toEqual(spellings.map(() => name));
  });
});

test.each([
  ["gpt-5", "gpt-5-mini"],
  ["kimi-k2-thinking", "kimi-k2-thinking-turbo"],
  ["qwen3-235b-a22b", "qwen3-235b-a22b-thinking-2507"],
  ["qwen3-235b-a22b-instruct-2507", "qwen3-235b-a22b-thinking-2507"],
  ["llama-3.3-70b", "llama-3.3-70b-instruct"],
  ["gemini-3-pro", "gemini-3-pro-preview"],
  ["claude-opus-4.6", "claude-opus-4.6:thinking"],
  ["claude-opus-4.6", "claude-opus-4.6-fast"],
  ["claude-opus-4.1", "claude-opus-4.5"],
  ["mistral-large-2411", "mistral-large-2512"],
  ["command-r-08-2024", "command-r"],
  ["nemotron-nano-9b", "nemotron-nano-9b-v2"],
  ["command-r", "command-r+"],
  ["gpt-6-sol", "gpt-6-sol:batch"],
  ["llama-3.1-sonar-large-128k-online", "llama-3.1-sonar-large-128k"],
])("%s and %s stay two", (one, other) => {
  expect(modelName(one)).not.toBe(modelName(other));
});

test.each([
  ["flux.1-schnell", "flux-1-schnell"],
  ["gemini-2.5-flash-preview-04-17", "gemini-2-5-flash-preview-04-17"],
  ["model-20259901", "model-20259901"],
  ["claude-instant", "claude-instant"],
])("%s keeps what only looks like a wrapping", (name, expected) => {
  expect(modelName(name)).toBe(expected);
});

test("a name that came out goes in unchanged, and has letters, digits and single dashes only", () => {
  const parts = [
    "claude",
    "3",
    "-",
    "--",
    ".",
    ":",
    "/",
    "@",
    "us.",
    "anthropic.",
    "v1",
    ":0",
    "free",
    "fp8",
    "20251101",
  ];
  const more = [
    "2025-11-01",
    "Qwen",
    "llama",
    "v",
    "p",
    "opus",
    "sonnet",
    "4",
    "+",
    "_",
    " ",
    "é",
    "deepseek.",
    "r1",
    "nova",
  ];
  const name = fc.array(fc.constantFrom(...parts, ...more), { maxLength: 12 }).map((some) => some.join(""));
  fc.assert(
    fc.property(name, (given) => {
      const out = modelName(given);
      expect(modelName(out)).toBe(out);
      expect(out).toMatch(/^$|^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
    { numRuns: 3000 },
  );
});

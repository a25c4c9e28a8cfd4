import { describe, expect, test } from "vitest";
import {
  acceleratorsNeeded,
  type Cache,
  cacheBytes,
  cacheBytesPerToken,
  gigabyte,
  trainingFlop,
  weightBytes,
} from "#analyses/compute-cost/arithmetic.ts";

const gibibyte = 2 ** 30;
const mebibyte = 2 ** 20;

const heads = (layers: number, kvHeads = 8): Cache => ({ layers, kvHeads, headWidth: 128 });
const deepseek: Cache = { layers: 61, latentWidth: 512 + 64 };

describe("weights, against huggingface.co/blog/llama31 (decimal GB, rounded)", () => {
  test.each([
    [8e9, 16, 16],
    [8e9, 8, 8],
    [8e9, 4, 4],
    [70e9, 16, 140],
    [70e9, 8, 70],
    [70e9, 4, 35],
    [405e9, 16, 810],
    [405e9, 8, 405],
    [405e9, 4, 203],
  ])("%d parameters of %d bits take %d GB", (parameters, bits, published) => {
    expect(Math.round(weightBytes({ parameters, bits }) / gigabyte)).toBe(published);
  });
});

describe("weights, against the table of llama.cpp's quantize tool for Llama 3.1 8B (GiB)", () => {
  test.each([
    ["F16", 16.0005, 14.96],
    ["Q8_0", 8.5008, 7.95],
    ["Q6_K", 6.5633, 6.14],
    ["Q5_K_M", 5.7036, 5.33],
    ["Q4_K_M", 4.8944, 4.58],
    ["Q2_K", 3.1593, 2.95],
  ])("%s, %d bits, is a file of %d GiB", (_, bits, published) => {
    expect(weightBytes({ parameters: 8.03e9, bits }) / gibibyte).toBeCloseTo(published, 2);
  });
});

describe("weights, against the checkpoints of gpt-oss at fitmygpu.com: mostly mxfp4, the rest bf16", () => {
  test.each([
    ["gpt-oss-120b", 116.8e9, 60.8],
    ["gpt-oss-20b", 20.9e9, 12.8],
  ])("%s, %d parameters, is %d GiB: above all in mxfp4, below a tenth in bf16", (_, parameters, published) => {
    expect(weightBytes({ parameters, bits: 4.25 }) / gibibyte).toBeLessThan(published);
    expect(weightBytes({ parameters, bits: 0.9 * 4.25 + 0.1 * 16 }) / gibibyte).toBeGreaterThan(published);
  });
});

describe("the cache in 16 bits", () => {
  test.each<[string, Cache, number]>([
    ["Llama 3.1 8B, docs.rs/kv-cache-size: 131072 bytes a token", heads(32), 131_072],
    ["Llama 3.1 405B, tooljolt.com: 504 KiB a token", heads(126), 504 * 1024],
    ["Qwen2.5 72B by hand: 80 layers, 8 heads, 327680 bytes a token", heads(80), 327_680],
  ])("%s", (_, cache, published) => {
    expect(cacheBytesPerToken(cache, 2)).toBe(published);
  });

  test("DeepSeek-V3, aibase.com on arXiv 2505.09343: 70 KB a token; tooljolt.com: 68.6 KiB", () => {
    expect(Math.round(cacheBytesPerToken(deepseek, 2) / 1000)).toBe(70);
    expect(cacheBytesPerToken(deepseek, 2) / 1024).toBeCloseTo(68.6, 1);
  });

  test.each<[string, Cache, number, number]>([
    ["8B", heads(32), 1024, 0.125],
    ["8B", heads(32), 16_000, 1.95],
    ["8B", heads(32), 128_000, 15.62],
    ["70B", heads(80), 1024, 0.313],
    ["70B", heads(80), 16_000, 4.88],
    ["70B", heads(80), 128_000, 39.06],
    ["405B with the 16 heads of its first weights", heads(126, 16), 1024, 0.984],
    ["405B with the 16 heads of its first weights", heads(126, 16), 128_000, 123.05],
  ])("Llama 3.1 %s, huggingface.co/blog/llama31", (_, cache, context, published) => {
    const gib = cacheBytes({ cache, context, batch: 1, bytesPerValue: 2 }) / gibibyte;
    expect(Math.abs(gib - published)).toBeLessThan(0.006);
  });

  test.each<[string, Cache, number]>([
    ["Mixtral 8x7B", heads(32), 256],
    ["Llama 3 70B", heads(80), 640],
  ])("%s, huggingface.co/dranger003/c4ai-command-r-v01-iMat.GGUF/discussions/6, for 2048 tokens", (_, cache, mib) => {
    expect(cacheBytes({ cache, context: 2048, batch: 1, bytesPerValue: 2 })).toBe(mib * mebibyte);
  });

  test.each([
    [128, 8.58],
    [160, 10.72],
    [1024, 68.63],
  ])("DeepSeek-V3 at %d Ki tokens, provide.ai: %d GiB", (ki, published) => {
    const gib = cacheBytes({ cache: deepseek, context: ki * 1024, batch: 1, bytesPerValue: 2 }) / gibibyte;
    expect(Math.abs(gib - published)).toBeLessThan(0.006);
  });
});

test("Llama 3.1 405B, huggingface.co/blog/llama31: more than a server of eight H100 in fp16, one in fp8", () => {
  const needed = (bits: number) =>
    acceleratorsNeeded({ bytes: weightBytes({ parameters: 405e9, bits }), memoryGb: 80, usable: 0.9 });
  expect(needed(16)).toBe(12);
  expect(needed(8)).toBe(6);
});

describe("training, against the table of Epoch AI", () => {
  test.each([
    ["Llama 3.1 405B on 15.6e12 tokens", 405e9, 15.6e12, 3.8e25, 0.01],
    ["GPT-3 6.7B on 300e9 tokens", 6.66e9, 300e9, 1.2e22, 0.01],
    ["Chinchilla 70B on 1.4e12 tokens", 70e9, 1.4e12, 5.76e23, 0.03],
  ])("%s", (_, parameters, tokens, published, within) => {
    const flop = trainingFlop({ parameters, tokens });
    expect(Math.abs(flop - published) / published).toBeLessThan(within);
  });
});

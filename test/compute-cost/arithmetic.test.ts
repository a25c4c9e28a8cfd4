import { describe, expect, test } from "vitest";
import {
  acceleratorsNeeded,
  bandwidthCeiling,
  breakEven,
  cacheBytes,
  cacheBytesPerToken,
  computeCeiling,
  forwardFlop,
  kwhPerMillion,
  ownedUsdPerHour,
  trainingFlop,
  usdPerMillion,
  weightBytes,
  weightsExpected,
  weightsRead,
  withOverhead,
} from "#analyses/compute-cost/arithmetic.ts";

const llama8b = { layers: 32, kvHeads: 8, headWidth: 128 };
const h100 = { bandwidthGbS: 3350, accelerators: 1 };

describe("memory, worked by hand", () => {
  test("overhead adds its share", () => expect(withOverhead(200, 0.15)).toBeCloseTo(230, 9));

  test.each([
    [72e9, 80, 0.9, 1],
    [72.1e9, 80, 0.9, 2],
    [144e9, 80, 0.9, 2],
    [0, 80, 0.9, 1],
    [21.6e9 * 3, 24, 0.9, 3],
    [29e9, 100, 0.29, 1],
  ])("%d bytes on cards of %d GB, %d of each usable: %d", (bytes, memoryGb, usable, needed) => {
    expect(acceleratorsNeeded({ bytes, memoryGb, usable })).toBe(needed);
  });

  test("no context, no cache", () => {
    expect(cacheBytes({ cache: llama8b, context: 0, batch: 4, bytesPerValue: 2 })).toBe(0);
  });
});

describe("work, worked by hand", () => {
  test("8e9 active parameters: 16 GFLOP a token", () => expect(forwardFlop(8e9)).toBe(16e9));

  test("and attention over 8192 tokens in 32 layers of width 4096: 4 x 32 x 4096 x 8192 more", () => {
    expect(forwardFlop(8e9, { layers: 32, width: 4096, context: 8192 })).toBe(16e9 + 4_294_967_296);
  });

  test("70e9 parameters of 8 bits on an H100: 3350 / 70 tokens a second for one answer", () => {
    expect(bandwidthCeiling({ ...h100, weights: 70e9, cache: 0, batch: 1 })).toBeCloseTo(47.857, 3);
  });

  test("8e9 parameters of 16 bits, 8192 tokens each: one answer reads 16 GB and 1.0737 GB, 32 read 16 GB and 34.36 GB", () => {
    const cache = cacheBytes({ cache: llama8b, context: 8192, batch: 1, bytesPerValue: 2 });
    expect(cache).toBe(1_073_741_824);
    expect(bandwidthCeiling({ ...h100, weights: 16e9, cache, batch: 1 })).toBeCloseTo(196.2, 1);
    expect(bandwidthCeiling({ ...h100, weights: 16e9, cache, batch: 32 })).toBeCloseTo(2128.7, 1);
  });

  test("two accelerators read twice as fast", () => {
    const one = { bandwidthGbS: 1000, weights: 10e9, cache: 0, batch: 1 };
    expect(bandwidthCeiling({ ...one, accelerators: 2 })).toBe(200);
  });

  test("reading a prompt of 8e9 parameters at 0.4 of 989.4 TFLOP/s: 24735 tokens a second", () => {
    const flopPerToken = forwardFlop(8e9);
    expect(computeCeiling({ tflops: 989.4, accelerators: 1, utilisation: 0.4, flopPerToken })).toBeCloseTo(24_735, 6);
  });

  test.each([
    [1, 37e9, 37e9],
    [4, 37e9, 148e9],
    [64, 37e9, 671e9],
  ])("671e9 parameters, 37e9 active, in fp8: a batch of %d reads %d to %d bytes", (batch, least, most) => {
    expect(weightsRead({ parameters: 671e9, active: 37e9, bits: 8, batch })).toEqual({ least, most });
  });

  test("a dense model reads all of its weights at any batch", () => {
    const read = weightsRead({ parameters: 8e9, active: 8e9, bits: 16, batch: 32 });
    expect(read).toEqual({ least: 16e9, most: 16e9 });
  });
});

describe("money and energy, worked by hand", () => {
  test("two at 3.60 USD an hour and 1000 tokens a second: 2 USD, twice that if busy half the time", () => {
    const machine = { accelerators: 2, usdPerHour: 3.6, tokensPerSecond: 1000 };
    expect(usdPerMillion({ ...machine, busy: 1 })).toBeCloseTo(2, 12);
    expect(usdPerMillion({ ...machine, busy: 0.5 })).toBeCloseTo(4, 12);
  });

  test("700 W at a PUE of 1.5 and 350 tokens a second: 3 J a token, 0.8333 kWh a million", () => {
    const kwh = kwhPerMillion({ accelerators: 1, watts: 700, pue: 1.5, tokensPerSecond: 350 });
    expect(kwh).toBeCloseTo(0.83333, 5);
  });

  test("29200 USD over 4 years of 730 hours a month, and 1 kW at 0.10 USD: 0.83333 and 0.10 USD an hour", () => {
    const time = { years: 4, hoursPerMonth: 730 };
    const power = { watts: 800, pue: 1.25, usdPerKwh: 0.1 };
    expect(ownedUsdPerHour({ usd: 29_200, host: 0, ...time, ...power })).toBeCloseTo(0.93333, 5);
    expect(ownedUsdPerHour({ usd: 29_200, host: 1, ...time, ...power })).toBeCloseTo(1.76667, 5);
  });

  const machine = { accelerators: 1, usdPerHour: 3.6, tokensPerSecond: 1000, hoursPerMonth: 700 };

  test("3.60 USD an hour against 2 USD a million: 1260 million tokens a month, half of what it can write", () => {
    const even = breakEven({ ...machine, price: 2 });
    expect(even?.busy).toBeCloseTo(0.5, 12);
    expect(even?.tokensPerMonth).toBeCloseTo(1260e6, 0);
  });

  test("at the cost of full use it breaks even at full use; below it, and for nothing, never", () => {
    expect(breakEven({ ...machine, price: 1 })?.busy).toBe(1);
    expect(breakEven({ ...machine, price: 0.99 })).toBeNull();
    expect(breakEven({ ...machine, price: 0 })).toBeNull();
  });
});

describe("refuses what cannot be, naming the argument and the rule", () => {
  test.each<[string, () => unknown, string]>([
    [
      "no parameters",
      () => weightBytes({ parameters: 0, bits: 8 }),
      "parameters is 0: it must be a finite number above",
    ],
    ["negative bits", () => weightBytes({ parameters: 1, bits: -4 }), "bits is -4"],
    ["no number", () => trainingFlop({ parameters: Number.NaN, tokens: 1 }), "parameters is NaN"],
    [
      "half a layer",
      () => cacheBytesPerToken({ layers: 1.5, latentWidth: 576 }, 2),
      "layers is 1.5: it must be a whole",
    ],
    ["a head of no width", () => cacheBytesPerToken({ ...llama8b, headWidth: 0 }, 2), "headWidth is 0"],
    ["no latent width", () => cacheBytesPerToken({ layers: 61, latentWidth: 0 }, 2), "latentWidth is 0"],
    ["values of no bytes", () => cacheBytesPerToken(llama8b, 0), "bytesPerValue is 0"],
    [
      "a negative context",
      () => cacheBytes({ cache: llama8b, context: -1, batch: 1, bytesPerValue: 2 }),
      "context is -1: it must be a finite number, 0 or more",
    ],
    ["a negative overhead", () => withOverhead(1, -0.1), "overhead is -0.1"],
    [
      "more than the whole memory",
      () => acceleratorsNeeded({ bytes: 1, memoryGb: 80, usable: 1.1 }),
      "usable is 1.1: it must be a share above 0 and at most 1",
    ],
    ["no memory", () => acceleratorsNeeded({ bytes: 1, memoryGb: 0, usable: 0.9 }), "memoryGb is 0"],
    ["endless bytes", () => acceleratorsNeeded({ bytes: Infinity, memoryGb: 1, usable: 1 }), "bytes is Infinity"],
    ["attention without width", () => forwardFlop(1, { layers: 1, width: 0, context: 1 }), "width is 0"],
    [
      "more active than all",
      () => weightsRead({ parameters: 1e9, active: 2e9, bits: 8, batch: 1 }),
      "parameters / active is 0.5: it must be 1 or more",
    ],
    [
      "more experts used than there are",
      () => weightsExpected({ parameters: 2, active: 1, bits: 8, batch: 1, experts: { all: 4, used: 5 } }),
      "used / experts is 1.25: it must be a share above 0 and at most 1",
    ],
    [
      "half an expert",
      () => weightsExpected({ parameters: 2, active: 1, bits: 8, batch: 1, experts: { all: 4.5, used: 1 } }),
      "experts is 4.5: it must be a whole number",
    ],
    [
      "a mixture with more active than all",
      () => weightsExpected({ parameters: 1, active: 2, bits: 8, batch: 1, experts: { all: 4, used: 1 } }),
      "parameters / active is 0.5: it must be 1 or more",
    ],
    ["an empty batch", () => weightsRead({ parameters: 2, active: 1, bits: 8, batch: 0 }), "batch is 0"],
    [
      "no bandwidth",
      () => bandwidthCeiling({ bandwidthGbS: 0, accelerators: 1, weights: 1, cache: 0, batch: 1 }),
      "bandwidthGbS is 0",
    ],
    [
      "no accelerator",
      () => computeCeiling({ tflops: 1, accelerators: 0, utilisation: 1, flopPerToken: 1 }),
      "accelerators is 0",
    ],
    [
      "no utilisation",
      () => computeCeiling({ tflops: 1, accelerators: 1, utilisation: 0, flopPerToken: 1 }),
      "utilisation is 0",
    ],
    [
      "a negative price",
      () => usdPerMillion({ accelerators: 1, usdPerHour: -1, tokensPerSecond: 1, busy: 1 }),
      "usdPerHour is -1",
    ],
    [
      "a site that draws less than its computers",
      () => kwhPerMillion({ accelerators: 1, watts: 1, pue: 0.9, tokensPerSecond: 1 }),
      "pue is 0.9: it must be a finite ratio, 1 or more",
    ],
    [
      "no hours",
      () => breakEven({ accelerators: 1, usdPerHour: 1, tokensPerSecond: 1, hoursPerMonth: 0, price: 1 }),
      "hoursPerMonth is 0",
    ],
  ])("%s", (_, compute, message) => {
    expect(compute).toThrow(message);
    expect(compute).toThrow(RangeError);
  });

  test("all of them at once", () => {
    const compute = () => weightBytes({ parameters: -1, bits: Number.NaN });
    expect(compute).toThrow(/parameters is -1.*; bits is NaN/);
  });
});

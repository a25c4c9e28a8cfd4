import { describe, expect, test } from "vitest";
import { decodeRate, weightsExpected } from "#analyses/compute-cost/arithmetic.ts";

/** 20 GB that every token reads and 80 GB in four experts, of which a token uses two: 60 GB are active. */
const half = { parameters: 100e9, active: 60e9, bits: 8, experts: { all: 4, used: 2 } };

/** 4 GB that every token reads and 96 GB in 16 experts, of which a token uses one: 10 GB are active. */
const sixteenth = { parameters: 100e9, active: 10e9, bits: 8, experts: { all: 16, used: 1 } };

describe("weights that a step is expected to read, worked by hand", () => {
  test.each([
    [1, 60e9],
    [2, 80e9],
    [3, 90e9],
    [4, 95e9],
    [10_000, 100e9],
  ])("20 GB shared, two experts of four: a batch of %d reads %d bytes", (batch, bytes) => {
    expect(weightsExpected({ ...half, batch })).toBeCloseTo(bytes, 0);
  });

  test.each([
    [1, 10e9],
    [2, 15.625e9],
    [10, 49.651794e9],
    [10_000, 100e9],
  ])("4 GB shared, one expert of 16: a batch of %d reads %d bytes", (batch, bytes) => {
    expect(weightsExpected({ ...sixteenth, batch }) / 1e9).toBeCloseTo(bytes / 1e9, 6);
  });

  test("four bits a weight are half as many bytes as eight", () => {
    expect(weightsExpected({ ...half, bits: 4, batch: 2 })).toBeCloseTo(40e9, 0);
  });

  test.each([1, 32, 10_000])(
    "a dense model, and one that uses all of its experts, read all in a batch of %d",
    (batch) => {
      const dense = { parameters: 8e9, active: 8e9, bits: 16, batch };
      expect(weightsExpected({ ...dense, experts: null })).toBe(16e9);
      expect(weightsExpected({ ...dense, experts: { all: 8, used: 8 } })).toBe(16e9);
    },
  );
});

/** Every choice of so many of the experts. */
function choices(experts: readonly number[], used: number): number[][] {
  if (used === 0) return [[]];
  return experts.flatMap((first, i) => choices(experts.slice(i + 1), used - 1).map((rest) => [first, ...rest]));
}

/** Every way to route a batch: a choice of experts for each of its tokens. */
function routings(all: readonly number[][], batch: number): number[][][] {
  if (batch === 0) return [[]];
  return routings(all, batch - 1).flatMap((before) => all.map((choice) => [...before, choice]));
}

test.each([
  [3, 1, 3],
  [4, 2, 3],
  [5, 2, 2],
  [5, 3, 3],
])("%d experts, %d a token, a batch of %d: the mean over every way to route it", (all, used, batch) => {
  const experts = Array.from({ length: all }, (_, i) => i);
  const ways = routings(choices(experts, used), batch);
  const met = ways.map((way) => new Set(way.flat()).size);
  const mean = met.reduce((sum, one) => sum + one, 0) / ways.length;
  const model = { parameters: 7e9 + all * 1e9, active: 7e9 + used * 1e9, bits: 8, batch };
  expect(weightsExpected({ ...model, experts: { all, used } }) / 1e9).toBeCloseTo(7 + mean, 9);
});

describe("tokens that a batch can write, worked by hand", () => {
  const bandwidth = { bandwidthGbS: 1000, accelerators: 8, cache: 0, batch: 100 };
  const compute = { tflops: 100, utilisation: 0.5, flopPerToken: 80e9 };

  test("400 GB a step at 8000 GB/s: 20 steps a second of 100 tokens", () => {
    expect(decodeRate(400e9, bandwidth, compute)).toBe(2000);
  });

  test("4 GB of cache for each of 100 sequences make the step twice as long", () => {
    expect(decodeRate(400e9, { ...bandwidth, cache: 4e9 }, compute)).toBe(1000);
  });

  test("40 GB a step would allow 20000; half of 800 TFLOP/s at 80 GFLOP a token allows 5000", () => {
    expect(decodeRate(40e9, bandwidth, compute)).toBe(5000);
    expect(decodeRate(40e9, bandwidth, { ...compute, flopPerToken: 1e9 })).toBe(20_000);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Serving, serve } from "#analyses/compute-cost/serving.ts";
import { assumption, rentsOf, type Setting, settingOf, shortWork } from "#analyses/compute-cost/setting.ts";
import { architecture, hardware, mixture } from "#test/support/prices.ts";

const setting = settingOf(hardware(), "H100 SXM", "2026-09-30");
const sparse = architecture("sparse", mixture);
const latent = { kv_heads: null, head_width: null, latent_width: 400 };

/** Rounds every number, so that what is worked out with few digits can be compared as a whole. */
function rounded(serving: Serving): unknown {
  return JSON.parse(
    JSON.stringify(serving, (_, value) => (typeof value === "number" ? Number(value.toFixed(6)) : value)),
  );
}

/** A value that routing does not move. */
const fixed = (value: number) => ({ least: value, even: value, most: value });

describe("the setting", () => {
  test("rents that were read by the day, one a seller, cheapest first; undated ones are left out", () => {
    expect(rentsOf(hardware(), "H100 SXM", "2026-09-30")).toEqual([3, 3.6, 6]);
    expect(rentsOf(hardware(), "H100 SXM", "2026-10-01")).toEqual([3, 3.6, 6, 100]);
    expect(rentsOf(hardware(), "L4", "2026-09-30")).toEqual([]);
  });

  test("a seller's rent is the median of its products that were read by the day", () => {
    expect(rentsOf(hardware(), "H100 SXM", "2026-09-01")).toEqual([7]);
    expect(rentsOf(hardware(), "H100 SXM", "2026-09-03")).toEqual([3, 3.6, 7]);
    const [row] = hardware().rents;
    const more = row === undefined ? [] : [...hardware().rents, { ...row, product: "third", usd_per_hour: 6.9 }];
    expect(rentsOf(hardware({ rents: more }), "H100 SXM", "2026-09-30")).toEqual([3, 3.6, 6.9]);
  });

  test("the median over sellers, of two in the middle the lower, every assumption at its value, and weights as published", () => {
    expect(setting).toMatchObject({ usdPerHour: 3.6, batch: 10, context: 6250, busy: 0.5, pue: 1.5 });
    expect(setting).toMatchObject({ bandwidthUse: 0.5, prefillUse: 0.4, overhead: 0.25, usable: 0.5 });
    expect(setting.bitsAtMost).toBeNull();
    expect(settingOf(hardware(), "H100 SXM", "2026-10-01").usdPerHour).toBe(3.6);
  });

  test("short work differs in batch and context alone", () => {
    expect(shortWork(hardware(), setting)).toEqual({ ...setting, batch: 20, context: 1000 });
  });

  test("names what is missing", () => {
    expect(() => settingOf(hardware(), "L4", "2026-09-30")).toThrow('no specification and rent of "L4"');
    expect(() => settingOf(hardware(), "H100 SXM", "2026-08-31")).toThrow('no specification and rent of "H100 SXM"');
    expect(() => assumption(hardware(), "weather")).toThrow('compute-assumptions.csv has no assumption "weather"');
    const without = (gone: string) => hardware({ assumptions: hardware().assumptions.filter(({ id }) => id !== gone) });
    expect(() => settingOf(without("pue"), "H100 SXM", "2026-09-30")).toThrow('no assumption "pue"');
    expect(() => shortWork(without("short-batch"), setting)).toThrow('no assumption "short-batch"');
  });
});

describe("serving a model, worked out by hand", () => {
  test("dense: 40 GB of weights and 10 GB of cache, with a quarter on top, need two accelerators of 40 usable GB", () => {
    expect(rounded(serve(architecture("dense"), 16, setting))).toEqual({
      ...{ model: "dense", weights: 40, cache: 10, accelerators: 2, prefill: 10_000 },
      ...{ decode: fixed(200), usd: fixed(5.3), kwh: fixed(2.916667) },
    });
  });

  test("dense, short work: 3.2 GB of cache, and 20 tokens for each 43.2 GB that are read", () => {
    expect(rounded(serve(architecture("dense"), 16, shortWork(hardware(), setting)))).toEqual({
      ...{ model: "dense", weights: 40, cache: 3.2, accelerators: 2, prefill: 10_000 },
      ...{ decode: fixed(462.962963), usd: fixed(2.46), kwh: fixed(1.26) },
    });
  });

  test("a mixture: ten sequences read 10 GB of weights at least, 100 GB at most, and 49.65 GB if spread evenly", () => {
    expect(rounded(serve(sparse, 8, setting))).toEqual({
      ...{ model: "sparse", weights: 100, cache: 10, accelerators: 4, prefill: 80_000 },
      decode: { least: 181.818182, even: 335.279101, most: 1000 },
      usd: { least: 2.075, even: 6.040179, most: 11.075 },
      kwh: { least: 1.166667, even: 3.479688, most: 6.416667 },
    });
  });

  test("latent attention: 50 layers of 400 values keep a quarter of the cache", () => {
    const serving = serve({ ...sparse, ...latent }, 8, setting);
    expect(serving).toMatchObject({ weights: 100, cache: 2.5, accelerators: 4 });
    expect(serving.decode.most).toBeCloseTo(20_000 / 12.5, 6);
    expect(serving.decode.even).toBeCloseTo(20_000 / 52.151794, 4);
    expect(serving.decode.least).toBeCloseTo(20_000 / 102.5, 6);
  });

  test("no sequence is longer than the model takes", () => {
    const short = architecture("short", { context_tokens: 625 });
    expect(serve(short, 16, setting).cache).toBe(1);
    expect(serve(short, 16, setting)).toEqual(serve(short, 16, { ...setting, context: 625 }));
    expect(serve(short, 16, { ...setting, context: 500 }).cache).toBe(0.8);
  });

  test("weights of eight bits compute at the rate of fp8 where it is offered; all others, of four bits too, of bf16", () => {
    const old = { ...setting, spec: { ...setting.spec, fp8_tflops: null } };
    const each = (bits: number, one = setting) =>
      serve(sparse, bits, one).prefill / serve(sparse, bits, one).accelerators;
    expect(each(8)).toBeCloseTo(20_000, 6);
    for (const bits of [4, 4.25, 7.9, 8.5, 16]) expect(each(bits), String(bits)).toBeCloseTo(10_000, 6);
    expect([each(8, old), each(4.25, old)].map(Math.round)).toEqual([10_000, 10_000]);
  });

  test("writing is no faster than the arithmetic allows", () => {
    const slow = serve(sparse, 8, { ...setting, prefillUse: 0.002 }).decode;
    expect([slow.most, slow.least].map((rate) => rate.toFixed(3))).toEqual(["400.000", "181.818"]);
  });

  test("energy grows with what the site draws; cost does not", () => {
    const wasteful = serve(architecture("dense"), 16, { ...setting, pue: 3 });
    expect(wasteful.kwh.even).toBeCloseTo(2 * 2.916667, 5);
    expect(wasteful.usd.even).toBeCloseTo(5.3, 9);
  });

  test("an accelerator of unknown bandwidth is refused by name", () => {
    const unknown = { ...setting, spec: { ...setting.spec, bandwidth_gb_s: null } };
    expect(() => serve(architecture("dense"), 16, unknown)).toThrow("bandwidthGbS is NaN");
  });
});

describe("of any mixture", () => {
  const some = (max: number) => fc.integer({ min: 1, max });
  /** Parameters shared and routed, in billions; experts of which a token uses some; sequences of a batch. */
  const anything = fc.tuple(some(100), some(1000), some(256), some(8), some(512), some(100_000));
  const served = ([shared, routed, unused, used, batch, context]: [number, number, number, number, number, number]) => {
    const model = {
      ...{ parameters: (shared + routed) * 1e9, active_parameters: (shared + (routed * used) / (used + unused)) * 1e9 },
      ...{ experts: used + unused, experts_per_token: used },
    };
    const at = (changes: Partial<Setting>) =>
      serve(architecture("any", model), 8, { ...setting, batch, context, ...changes });
    return { batch, at };
  };
  const slack = 1 + 1e-9;

  test("even routing lies between the best and the worst", () => {
    fc.assert(
      fc.property(anything, (drawn) => {
        const { decode, usd, kwh } = served(drawn).at({});
        for (const { least, even, most } of [decode, usd, kwh]) {
          expect(least).toBeLessThanOrEqual(even * slack);
          expect(even).toBeLessThanOrEqual(most * slack);
        }
      }),
    );
  });

  test("a larger batch writes no less, and longer sequences need no less memory", () => {
    fc.assert(
      fc.property(anything, (drawn) => {
        const { at, batch } = served(drawn);
        expect(at({ batch: batch + 1 }).decode.even * slack).toBeGreaterThanOrEqual(at({}).decode.even);
        expect(at({ context: 100_001 }).accelerators).toBeGreaterThanOrEqual(at({}).accelerators);
      }),
    );
  });
});

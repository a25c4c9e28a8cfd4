import { describe, expect, test } from "vitest";
import { assumption, rentsOf, type Serving, serve, settingOf } from "#analyses/compute-cost/serving.ts";
import { architecture, hardware } from "#test/support/prices.ts";

const setting = settingOf(hardware(), "H100 SXM", "2026-09-30");
const sparse = { parameters: 100e9, active_parameters: 5e9 };
const latent = { kv_heads: null, head_width: null, latent_width: 400 };

/** Rounds every number, so that what is worked out with few digits can be compared as a whole. */
function rounded(serving: Serving): unknown {
  return JSON.parse(
    JSON.stringify(serving, (_, value) => (typeof value === "number" ? Number(value.toFixed(6)) : value)),
  );
}

describe("the setting", () => {
  test("rents of the accelerator that were read by the day, cheapest first; undated ones are left out", () => {
    expect(rentsOf(hardware(), "H100 SXM", "2026-09-30")).toEqual([3, 3.6, 6]);
    expect(rentsOf(hardware(), "H100 SXM", "2026-10-01")).toEqual([3, 3.6, 6, 100]);
    expect(rentsOf(hardware(), "H100 SXM", "2026-09-01")).toEqual([6]);
    expect(rentsOf(hardware(), "L4", "2026-09-30")).toEqual([]);
  });

  test("the median rent, and every assumption at its value", () => {
    expect(setting).toMatchObject({ usdPerHour: 3.6, batch: 10, context: 6250, busy: 0.5, pue: 1.5 });
    expect(setting).toMatchObject({ bandwidthUse: 0.5, prefillUse: 0.4, overhead: 0.25, usable: 0.5 });
    expect(settingOf(hardware(), "H100 SXM", "2026-10-01").usdPerHour).toBeCloseTo(4.8, 12);
  });

  test("names what is missing", () => {
    expect(() => settingOf(hardware(), "L4", "2026-09-30")).toThrow('no specification and rent of "L4"');
    expect(() => settingOf(hardware(), "H100 SXM", "2026-08-31")).toThrow('no specification and rent of "H100 SXM"');
    expect(() => assumption(hardware(), "weather")).toThrow('compute-assumptions.csv has no assumption "weather"');
    const without = hardware({ assumptions: hardware().assumptions.filter(({ id }) => id !== "pue") });
    expect(() => settingOf(without, "H100 SXM", "2026-09-30")).toThrow('no assumption "pue"');
  });
});

describe("serving a model, worked out by hand", () => {
  test("dense: 40 GB of weights and 10 GB of cache, with a quarter on top, need two accelerators of 40 usable GB", () => {
    expect(rounded(serve(architecture("dense"), 16, setting))).toEqual({
      model: "dense",
      weights: 40,
      cache: 10,
      accelerators: 2,
      decode: { least: 200, most: 200 },
      prefill: 10_000,
      usd: { least: 5.3, most: 5.3 },
      kwh: { least: 2.916667, most: 2.916667 },
    });
  });

  test("a mixture of experts: a step reads 5 GB of weights at least, and 50 GB for ten sequences", () => {
    expect(rounded(serve(architecture("sparse", sparse), 8, setting))).toEqual({
      model: "sparse",
      weights: 100,
      cache: 10,
      accelerators: 4,
      decode: { least: 333.333333, most: 1333.333333 },
      prefill: 160_000,
      usd: { least: 1.5375, most: 6.0375 },
      kwh: { least: 0.875, most: 3.5 },
    });
  });

  test("latent attention: 50 layers of 400 values keep a quarter of the cache", () => {
    const serving = serve(architecture("latent", { ...sparse, ...latent }), 8, setting);
    expect(serving).toMatchObject({ weights: 100, cache: 2.5, accelerators: 4 });
    expect(serving.decode.most).toBeCloseTo(20_000 / 7.5, 6);
    expect(serving.decode.least).toBeCloseTo(20_000 / 52.5, 6);
  });

  test("above 8 bits, and where fp8 is not offered, it computes in bf16", () => {
    const old = { ...setting, spec: { ...setting.spec, fp8_tflops: null } };
    const prefill = (bits: number, one = setting) => serve(architecture("sparse", { ...sparse, layers: 5 }), bits, one);
    expect(prefill(8).prefill / prefill(8).accelerators).toBeCloseTo(40_000, 6);
    expect(prefill(8, old).prefill / prefill(8, old).accelerators).toBeCloseTo(20_000, 6);
    expect(prefill(8.5).prefill / prefill(8.5).accelerators).toBeCloseTo(20_000, 6);
  });

  test("writing is no faster than the arithmetic allows", () => {
    const slow = { ...setting, prefillUse: 0.002 };
    expect(serve(architecture("sparse", sparse), 8, slow).decode).toMatchObject({ most: 800 });
  });

  test("energy grows with what the site draws; cost does not", () => {
    const wasteful = serve(architecture("dense"), 16, { ...setting, pue: 3 });
    expect(wasteful.kwh.least).toBeCloseTo(2 * 2.916667, 5);
    expect(wasteful.usd.least).toBeCloseTo(5.3, 9);
  });

  test("an accelerator of unknown bandwidth is refused by name", () => {
    const unknown = { ...setting, spec: { ...setting.spec, bandwidth_gb_s: null } };
    expect(() => serve(architecture("dense"), 16, unknown)).toThrow("bandwidthGbS is NaN");
  });
});

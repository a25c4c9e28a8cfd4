import { beforeAll, describe, expect, test } from "vitest";
import { describeReal } from "#test/fixtures/real.ts";
import * as oracle from "#test/oracles/size.ts";
import { counts, type RealSize, reading, realSize, weights } from "#test/support/size-real.ts";

const bands: Readonly<Record<string, (parameters: number) => boolean>> = {
  "under-1b": (parameters) => parameters < 1e9,
  "1b-to-10b": (parameters) => parameters >= 1e9 && parameters < 10e9,
  "10b-to-70b": (parameters) => parameters >= 10e9 && parameters <= 70e9,
  "above-70b": (parameters) => parameters > 70e9,
  "1b-to-9b": (parameters) => parameters >= 1e9 && parameters <= 9e9,
  "above-100b": (parameters) => parameters > 100e9,
};

describeReal("plain loops over the raw rows give means, medians and shares by size", () => {
  let real: RealSize;
  let said: ReturnType<typeof reading>;

  beforeAll(async () => {
    real = await realSize();
    said = reading(real.chapter);
  }, 240_000);

  test("4,167 evaluated models; 15,904 recent ones, 7,862 with a size", () => {
    expect([said.value("models"), said.value("recent-models")]).toEqual([4167, 15_904]);
    expect([said.value("models-sized"), said.value("recent-models-sized")]).toEqual([4072, 7862]);
    expect(real.rowsOf("recent-").filter(({ parameters }) => parameters !== null).length).toBe(7862);
    expect([said.value("models-used"), said.value("recent-models-used")]).toEqual([4028, 9984]);
  });

  describe.each(counts)('population "%s" by %s', (prefix, weight) => {
    const both = () => oracle.split(real.rowsOf(prefix), weights[weight]);

    test("mean, median and what is missing", () => {
      const { known, missing } = both();
      const whole = known.reduce((sum, [, one]) => sum + one, 0);
      said.near(said.value(`${prefix}mean-${weight}`), oracle.mean(known));
      said.near(said.value(`${prefix}median-${weight}`), oracle.quantile(known, 0.5));
      said.near(said.value(`${prefix}mean-to-median-${weight}`), oracle.mean(known) / oracle.quantile(known, 0.5));
      said.near(said.value(`${prefix}known-${weight}`), whole / (whole + missing));
      said.near(said.value(`${prefix}mean-${weight}-least`), oracle.mean([...known, [0, missing]]));
      const bounds = said.fact(`${prefix}median-${weight}`)?.bounds;
      said.near(bounds?.lower, oracle.medianWith(known, missing, 1e-3));
      said.near(bounds?.upper, oracle.medianWith(known, missing, 1e20));
    });

    test("the mean's giants, and what is of at least its size", () => {
      const { known } = both();
      const mass = known.map(([parameters, one]): oracle.Pair => [parameters, one * parameters]);
      said.near(
        said.value(`${prefix}giants-in-mean-${weight}`),
        oracle.part(mass, (parameters) => parameters > 100e9),
      );
      const mean = oracle.mean(known);
      said.near(
        said.value(`${prefix}beyond-mean-${weight}`),
        oracle.part(known, (parameters) => parameters >= mean),
      );
    });

    test.each(Object.entries(bands))("%s", (id, holds) => {
      const { known, missing } = both();
      said.near(said.value(`${prefix}${id}-${weight}`), oracle.part(known, holds));
      const whole = known.reduce((sum, [, one]) => sum + one, 0) + missing;
      const own = known.reduce((sum, [parameters, one]) => sum + (holds(parameters) ? one : 0), 0);
      const bounds = said.fact(`${prefix}${id}-${weight}`)?.bounds;
      said.near(bounds?.lower, own / whole);
      said.near(bounds?.upper, (own + missing) / whole);
    });

    test("without sizes from names and bases, and without the size that is downloaded most", () => {
      const files = ["gguf", "safetensors", "stated"];
      const inFiles = real
        .rowsOf(prefix)
        .map((row) => (files.includes(row.from ?? "") ? row : { ...row, parameters: null }));
      const other = (id: string, label: RegExp) => said.fact(id)?.variants.find((one) => label.test(one.label))?.value;
      const { known } = oracle.split(inFiles, weights[weight]);
      if (prefix === "") said.near(other(`mean-${weight}`, /names and bases/), oracle.mean(known));
      if (prefix === "") said.near(other(`median-${weight}`, /names and bases/), oracle.quantile(known, 0.5));
      if (weight === "models") return;
      const sums = new Map<number, number>();
      for (const [parameters, one] of both().known) sums.set(parameters, (sums.get(parameters) ?? 0) + one);
      const [[most] = [0]] = [...sums].sort((a, b) => b[1] - a[1]);
      const left = both().known.filter(([parameters]) => parameters !== most);
      said.near(other(`${prefix}mean-${weight}`, /most downloads/), oracle.mean(left));
      said.near(other(`${prefix}median-${weight}`, /most downloads/), oracle.quantile(left, 0.5));
    });
  });
});

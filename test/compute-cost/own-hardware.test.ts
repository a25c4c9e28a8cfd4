import { describe, expect, test } from "vitest";
import { cheaper, comparedBy, dearer, never } from "#analyses/compute-cost/own-hardware.ts";
import { settingOf, shortWork } from "#analyses/compute-cost/setting.ts";
import { architecture, hardware, mixture, namedRow } from "#test/support/prices.ts";

const reference = hardware({
  architectures: [
    architecture("sparse", mixture),
    architecture("dense"),
    architecture("also-dense"),
    architecture("unsold"),
    architecture("odd", { native_precision: "int3" }),
  ],
});
const setting = settingOf(reference, "H100 SXM", "2026-09-30");
const price = (model: string, cheapest_3_1: number | null) => namedRow(model, { cheapest_3_1 });
/** Own hardware costs 5.30 USD for the dense models, and 6.040179 USD for the sparse one if it routes evenly. */
const compared = (sparse: number | null, dense: number | null) =>
  comparedBy(
    reference,
    [price("sparse", sparse), price("dense", dense), price("odd", 1), price("stranger", 1)],
    setting,
  );
const models = (rows: readonly { readonly model: string }[]) => rows.map(({ model }) => model);

describe("comparedBy", () => {
  test("takes models whose price, architecture and precision are known, smallest weights first, then by name", () => {
    expect(models(compared(1, 1))).toEqual(["dense", "sparse"]);
    const both = comparedBy(reference, [price("dense", 1), price("also-dense", 1)], setting);
    expect(models(both)).toEqual(["also-dense", "dense"]);
    expect(both[0]).toMatchObject({ providers: 5, cheapest: 1, median: 2 });
  });

  test("serves weights as published, or in the most bits that the setting allows", () => {
    const four = hardware({
      architectures: [architecture("dense"), architecture("four", { native_precision: "mxfp4" })],
    });
    const bits = (bitsAtMost: number | null) =>
      comparedBy(four, [price("dense", 1), price("four", 1)], { ...setting, bitsAtMost });
    const weights = (bitsAtMost: number | null) => bits(bitsAtMost).map((row) => [row.model, row.weights]);
    expect(weights(null)).toEqual([
      ["four", 10.625],
      ["dense", 40],
    ]);
    expect(weights(8)).toEqual([
      ["four", 10.625],
      ["dense", 20],
    ]);
    expect(bits(8).map(({ prefill, accelerators }) => prefill / accelerators)).toEqual([5000, 10_000]);
    expect(bits(8)[1]?.usd.even).toBeCloseTo(3.15, 9);
  });
});

describe("breaks even", () => {
  const even = (sparse: number | null) => compared(sparse, 1).find(({ model }) => model === "sparse")?.breakEven;

  test("when busy for the share that its cost at full use is of the price", () => {
    expect(even(6.040179)?.busy).toBeCloseTo(0.5, 6);
    expect(even(30.200897)?.busy).toBeCloseTo(0.1, 6);
    expect(even(3.0201)?.busy).toBeCloseTo(0.999997, 6);
    expect([even(3.02), even(null)]).toEqual([null, null]);
  });

  test("at the tokens that the rent of a month buys: 2 x 3.6 x 730 USD at 5.256 USD a million", () => {
    const [dense] = compared(1, 5.256);
    expect(dense?.breakEven?.tokensPerMonth).toBeCloseTo(1e9, 0);
    expect(dense?.breakEven?.busy).toBeCloseTo(2.65 / 5.256, 9);
    expect(even(10.512)?.tokensPerMonth).toBeCloseTo(1e9, 0);
  });

  test("with short work at a smaller share, and the same tokens", () => {
    const [dense] = comparedBy(reference, [price("dense", 5.256)], shortWork(reference, setting));
    expect(dense?.breakEven?.busy).toBeCloseTo(1.23 / 5.256, 9);
    expect(dense?.breakEven?.tokensPerMonth).toBeCloseTo(1e9, 0);
  });

  test("however busy the hardware is assumed to be", () => {
    const idle = comparedBy(reference, [price("sparse", 6.040179)], { ...setting, busy: 0.1 });
    expect(idle[0]?.breakEven?.busy).toBeCloseTo(0.5, 6);
  });
});

describe("against the cheapest seller", () => {
  const picked = (sparse: number | null, dense: number | null) =>
    [cheaper, dearer, never].map((pick) => models(pick(compared(sparse, dense))));

  test.each<[string, number | null, number | null, string[][]]>([
    ["dearer even at full use", 3, 2.6, [[], ["dense", "sparse"], ["dense", "sparse"]]],
    ["dearer at half use, not at full use", 3.1, 2.7, [[], ["dense", "sparse"], []]],
    ["what even routing costs decides, not the best that a router could do", 6, 5.4, [["dense"], ["sparse"], []]],
    ["nor the worst", 6.1, 5.2, [["sparse"], ["dense"], []]],
    ["without a cheapest seller, nothing can be said", null, null, [[], [], []]],
  ])("%s", (_, sparse, dense, expected) => expect(picked(sparse, dense)).toEqual(expected));

  test("at the very price it is neither", () => {
    const [row] = compared(1, 1);
    const usd = { least: 4, even: 5, most: 6 };
    const breakEven = { busy: 1, tokensPerMonth: 1 };
    const equal = row === undefined ? [] : [{ ...row, cheapest: 5, usd, breakEven }];
    expect(equal.length).toBe(1);
    expect([cheaper, dearer, never].map((pick) => pick(equal).length)).toEqual([0, 0, 0]);
  });
});

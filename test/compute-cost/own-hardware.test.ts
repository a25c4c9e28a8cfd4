import { describe, expect, test } from "vitest";
import { ownFacts } from "#analyses/compute-cost/facts/own.ts";
import { cheaper, comparedBy, dearer, never, otherSettings } from "#analyses/compute-cost/own-hardware.ts";
import { settingOf } from "#analyses/compute-cost/serving.ts";
import { architecture, hardware, namedRow, priceBasis } from "#test/support/prices.ts";

const sparse = { parameters: 100e9, active_parameters: 5e9, native_precision: "fp8" };
const reference = hardware({
  architectures: [
    architecture("sparse", sparse),
    architecture("dense"),
    architecture("also-dense"),
    architecture("unsold"),
    architecture("odd", { native_precision: "int3" }),
  ],
});
const setting = settingOf(reference, "H100 SXM", "2026-09-30");
const price = (model: string, cheapest_3_1: number | null) => namedRow(model, { cheapest_3_1 });
/** Own hardware costs 5.30 USD for the dense models, and 1.5375 to 6.0375 USD for the sparse one. */
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

  test("breaks even when busy for the share that its best cost at full use is of the price", () => {
    const even = (sparse: number | null) => compared(sparse, 1).find(({ model }) => model === "sparse")?.breakEven;
    expect(even(1.5375)).toBeCloseTo(0.5, 9);
    expect(even(7.6875)).toBeCloseTo(0.1, 9);
    expect(even(0.769)).toBeCloseTo(0.99967, 5);
    expect([even(0.768), even(null)]).toEqual([null, null]);
  });

  test("however busy the hardware is assumed to be", () => {
    const idle = comparedBy(reference, [price("sparse", 1.5375)], { ...setting, busy: 0.1 });
    expect(idle[0]?.breakEven).toBeCloseTo(0.5, 9);
  });
});

describe("against the cheapest seller", () => {
  const picked = (sparse: number | null, dense: number | null) =>
    [cheaper, dearer, never].map((pick) => models(pick(compared(sparse, dense))));

  test.each<[string, number | null, number | null, string[][]]>([
    ["dearer even at its best, and never even", 0.7, 2, [[], ["dense", "sparse"], ["dense", "sparse"]]],
    ["dearer at half use, even at full use", 1, 3, [[], ["dense", "sparse"], []]],
    ["between its ends, it depends", 2, 5.5, [["dense"], [], []]],
    ["cheaper with every expert read", 6.1, 5, [["sparse"], ["dense"], []]],
    ["without a cheapest seller, nothing can be said", null, null, [[], [], []]],
  ])("%s", (_, sparse, dense, expected) => expect(picked(sparse, dense)).toEqual(expected));

  test("at the very price it is neither", () => {
    const [row] = compared(1, 1);
    const equal = row === undefined ? [] : [{ ...row, cheapest: 5, usd: { least: 5, most: 5 }, breakEven: 1 }];
    expect([cheaper, dearer, never].map((pick) => pick(equal).length)).toEqual([0, 0, 0]);
  });
});

describe("other settings", () => {
  const others = otherSettings(reference, setting, "2026-09-30");

  test("change one thing each: seven assumptions to both ends, and the rent to both ends", () => {
    const changed = others.map(({ setting: other }) =>
      Object.entries(other).flatMap(([key, value]) =>
        setting[key as keyof typeof setting] === value ? [] : [key, value],
      ),
    );
    expect(changed).toEqual([
      ...[
        ["busy", 0.1],
        ["busy", 1],
        ["batch", 1],
        ["batch", 100],
        ["context", 1000],
        ["context", 10_000],
      ],
      ...[
        ["bandwidthUse", 0.25],
        ["bandwidthUse", 1],
        ["prefillUse", 0.2],
        ["prefillUse", 0.8],
      ],
      ...[
        ["overhead", 0.1],
        ["overhead", 0.5],
        ["usable", 0.4],
        ["usable", 0.9],
      ],
      ...[
        ["usdPerHour", 3],
        ["usdPerHour", 6],
      ],
    ]);
  });

  test("words name the end that is taken", () => {
    expect(others.map(({ label }) => label.split(" ")[0])).toEqual([
      ...Array(7).fill(["lowest", "highest"]).flat(),
      ...["cheapest", "dearest"],
    ]);
  });
});

test("facts count the models, the undecided among them, at this setting and at the others", () => {
  const [moe, small] = ["deepseek-r1", "llama-3-1-8b-instruct"] as const;
  const own = hardware({ architectures: [architecture(moe, sparse), architecture(small), architecture("other")] });
  const named = [price(moe, 2), price(small, 3), price("other", null)];
  const facts = ownFacts(own, named, priceBasis, { ...priceBasis, asOf: "2026-09-30" });
  const ids = ["own-models", "own-priced", "own-dearer", "own-cheaper", "own-either", "own-never"];
  expect(ids.map((id) => facts[id]?.value)).toEqual([3, 2, 1, 0, 1, 0]);
  expect(ids.map((id) => facts[id]?.n)).toEqual([3, 2, 2, 2, 2, 2]);
  const busy = facts["own-dearer"]?.variants.filter(({ label }) => label.includes("busy"));
  expect(busy?.map(({ value }) => value)).toEqual([2, 0]);
  expect(facts.rent).toMatchObject({ value: 3.6, n: 3 });
  expect(facts.rent?.variants.map(({ value }) => value)).toEqual([3, 6]);
  expect(facts[`${small}-break-even`]?.value).toBeCloseTo(2.65 / 3, 9);
  expect(facts[`${moe}-own`]?.bounds?.upper).toBeCloseTo(6.0375, 9);
  expect([facts[`${small}-own`]?.bounds, facts["assumed-busy"]?.value]).toEqual([null, 0.5]);
});

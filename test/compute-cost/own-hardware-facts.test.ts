import { describe, expect, test } from "vitest";
import { ownFacts } from "#analyses/compute-cost/facts/own.ts";
import { architecture, hardware, listedAccelerators, mixture, namedRow, priceBasis } from "#test/support/prices.ts";

/** A mixture and a dense model that the prose tells of, with a seller each, and a model that few sell. */
const [moe, small] = ["deepseek-r1", "llama-3-1-8b-instruct"] as const;
const architectures = [architecture(moe, mixture), architecture(small), architecture("other")];
const list = { ...priceBasis, asOf: "2026-09-30" };
const factsOf = (moePrice: number | null, moeQuartile = 6) => {
  const named = [
    namedRow(moe, { cheapest_3_1: moePrice, quartile_3_1: moeQuartile }),
    namedRow(small, { cheapest_3_1: 6, quartile_3_1: 5.2 }),
    namedRow("other", { cheapest_3_1: null, quartile_3_1: null }),
  ];
  return ownFacts({
    reference: hardware({ architectures }),
    named,
    listed: listedAccelerators,
    prices: priceBasis,
    list,
  });
};
/** In long work the mixture costs 6.040179 USD, the dense model 5.30; in short work 3.914718 and 2.46. */
const facts = factsOf(5);
const ids = ["own-dearer", "own-cheaper", "own-never"];
const sizes = ["own-models", "own-priced"];
const valuesOf = (all: typeof facts, suffix = "") => ids.map((id) => all[`${id}${suffix}`]?.value);

describe("models counted", () => {
  test("for long and for short work", () => {
    expect(valuesOf(facts)).toEqual([1, 1, 0]);
    expect(valuesOf(facts, "-short")).toEqual([0, 2, 0]);
    expect(ids.flatMap((id) => [facts[id]?.n, facts[`${id}-short`]?.n])).toEqual(Array(6).fill(2));
    expect(facts["own-dearer"]?.definition).toContain("for long work.");
    expect(facts["own-dearer-short"]?.definition).toContain("for short work.");
  });

  test("all of them, and those with a cheapest seller, which no setting changes", () => {
    expect(sizes.map((id) => facts[id]?.value)).toEqual([3, 2]);
    expect(sizes.map((id) => factsOf(null)[id]?.value)).toEqual([3, 1]);
    expect(sizes.map((id) => facts[id]?.variants)).toEqual([[], []]);
  });

  test("own hardware that never breaks even: 3.020090 USD at full use", () => {
    expect(valuesOf(factsOf(3))).toEqual([1, 1, 1]);
    expect(valuesOf(factsOf(null))).toEqual([0, 1, 0]);
  });

  test.each<[string, number, number]>([
    ["lowest busy share of the time", 2, 2],
    ["highest busy share of the time", 0, 0],
    ["cheapest rent", 1, 0],
    ["dearest rent", 2, 1],
    ["bought instead of rented", 0, 0],
    ["weights of more than eight bits served in eight", 1, 0],
    ["on H200", 0, 0],
    ["against the first quartile of sellers", 2, 0],
  ])("%s: dearer for %d in long work, for %d in short", (label, long, short) => {
    const at = (id: string) => facts[id]?.variants.find((one) => one.label === label)?.value;
    expect([at("own-dearer"), at("own-dearer-short")]).toEqual([long, short]);
  });

  test("with the same variants everywhere", () => {
    const labels = (id: string) => facts[id]?.variants.map(({ label }) => label);
    expect(labels("own-dearer")?.length).toBe(20);
    for (const id of ids) expect([labels(id), labels(`${id}-short`)]).toEqual(Array(2).fill(labels("own-dearer")));
  });
});

test("the rent is the median over sellers, between the cheapest and the dearest", () => {
  expect(facts.rent).toMatchObject({ value: 3.6, n: 3, unit: "usd-per-hour" });
  expect(facts.rent?.variants.map(({ value }) => value)).toEqual([3, 6]);
});

describe("models that the prose tells of", () => {
  const near = (id: string) => Number(Number(facts[id]?.value).toFixed(6));

  test("what serving them takes, in long work", () => {
    const measures = ["weights", "cache", "accelerators", "output", "input", "own", "energy"];
    const dense = measures.map((measure) => near(`${small}-${measure}`));
    expect(dense).toEqual([40, 10, 2, 200, 10_000, 5.3, 2.916667]);
    const sparse = measures.map((measure) => near(`${moe}-${measure}`));
    expect(sparse).toEqual([100, 10, 4, 335.279101, 80_000, 6.040179, 3.479688]);
  });

  test("break-even as a share and as tokens; a break-even that does not exist makes no fact", () => {
    expect(near(`${small}-break-even`)).toBeCloseTo(2.65 / 6, 6);
    expect(near(`${small}-break-even-tokens`)).toBeCloseTo(876e6, 0);
    const made = (all: typeof facts) =>
      Object.keys(all).filter((id) => id.startsWith(`${moe}-break-even`) && !id.endsWith("-short"));
    expect(made(facts)).toEqual([`${moe}-break-even`, `${moe}-break-even-tokens`]);
    expect([made(factsOf(3)), made(factsOf(null))]).toEqual([[], []]);
  });

  test("bounds where routing moves the value, and none for a dense model", () => {
    const bounds = (id: string) => facts[id]?.bounds;
    expect(bounds(`${moe}-own`)?.lower).toBeCloseTo(2.075, 9);
    expect(bounds(`${moe}-own`)?.upper).toBeCloseTo(11.075, 9);
    expect(bounds(`${moe}-output`)?.upper).toBeCloseTo(1000, 9);
    expect(bounds(`${moe}-energy`)?.lower).toBeCloseTo(1.166667, 6);
    expect([bounds(`${small}-own`), bounds(`${moe}-weights`), bounds(`${moe}-break-even`)]).toEqual([null, null, null]);
  });

  test("no others", () => expect(Object.keys(facts).filter((id) => id.startsWith("other"))).toEqual([]));
});

import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { modelName } from "#loaders/offers/model-name.ts";
import { describeReal } from "#test/fixtures/real.ts";
import * as oracle from "#test/oracles/compute-cost-ratios.ts";
import { computeCost, expectNear } from "#test/support/compute-cost.ts";
import { dayOf, type PriceLists, realPriceLists } from "#test/support/price-lists.ts";

type Statistic = (ratios: readonly number[]) => number;

/** Prices that differ in their sixteenth digit alone are equal, so that their ratio is neither above nor below 1. */
const slack = 1e-9;
const part = (ratios: readonly number[], chosen: (ratio: number) => boolean): number =>
  ratios.filter(chosen).length / ratios.length;
const above =
  (threshold: number): Statistic =>
  (ratios) =>
    part(ratios, (ratio) => ratio > threshold + slack);

const statistics: Readonly<Record<string, Statistic>> = {
  "median-ratio": (ratios) => oracle.reached(ratios, 0.5),
  "low-ratio": (ratios) => oracle.reached(ratios, 0.1),
  "high-ratio": (ratios) => oracle.reached(ratios, 0.9),
  "largest-ratio": (ratios) => Math.max(...ratios),
  "share-above-1": above(1),
  "share-above-10": above(10),
  "share-above-100": above(100),
  "share-above-1000": above(1000),
  "share-below-1": (ratios) => part(ratios, (ratio) => ratio < 1 - slack),
};

const others: Readonly<Record<string, oracle.Choice & { readonly list?: keyof PriceLists }>> = {
  "equal parts of input and output": { price: 1 },
  "nine parts input to one part output": { price: 9 },
  "the cheapest provider instead of the median one": { price: "cheapest" },
  "releases at most 3 months apart": { months: 3 },
  "releases at most 12 months apart": { months: 12 },
  "open peers needed: 1": { peers: 1 },
  "open peers needed: 5": { peers: 5 },
  "any modality and context": { alike: false },
  "names that end in -latest counted as models": { aliases: true },
  "every model that is sold, catalogued or not": { every: true },
  "every model that is sold, disputed ones as open": { every: true, disputed: "open" },
  "every model that is sold, disputed ones as closed": { every: true, disputed: "closed" },
  "prices of OpenRouter's list": { list: "openrouter-list" },
  "prices of genai-prices": { list: "genai-prices" },
};

describeReal(
  "closed prices over those of open peers, by plain loops over the archive, the list and the package",
  () => {
    let lists: PriceLists;
    let chapter: Chapter;
    let traits: ReadonlyMap<string, oracle.Traits>;
    beforeAll(async () => {
      [lists, chapter] = await Promise.all([realPriceLists(), computeCost()]);
      traits = oracle.traitsOf(lists["models-dev"]);
    }, 120_000);

    const fact = (id: string) => chapter.facts.get(id);
    const against = ({ list = "models-dev", ...choice }: oracle.Choice & { readonly list?: keyof PriceLists } = {}) =>
      oracle.against(oracle.inForce(lists[list], dayOf(list)), traits, choice);
    const ratios = (...choice: Parameters<typeof against>) => against(...choice).map(({ ratio }) => ratio);

    test("the oracle spells every name of the lists as the loaders do, by rules written a second time", () => {
      const sold = Object.values(lists).flat();
      const differing = sold.filter(({ spelling, model }) => modelName(spelling) !== model);
      expect(sold.length).toBeGreaterThan(7000);
      expect(differing.map(({ spelling, model }) => `${spelling}: ${model}`)).toEqual([]);
    });

    test.each(Object.keys(statistics))("%s, and what it is under every other rule", (id) => {
      const statistic = statistics[id] ?? (() => Number.NaN);
      expectNear(fact(id)?.value, statistic(ratios()), id);
      expect(fact(id)?.n).toBe(ratios().length);
      expect(fact(id)?.variants.map(({ label }) => label)).toEqual(Object.keys(others));
      for (const { label, value } of fact(id)?.variants ?? [])
        expectNear(value, statistic(ratios(others[label])), `${id}, ${label}`);
    });

    test.each(["2024", "2025", "2026"])("the median of models released in %s", (year) => {
      const own = against().filter((one) => one.year === year);
      expectNear(
        fact(`ratio-${year}`)?.value,
        oracle.reached(
          own.map(({ ratio }) => ratio),
          0.5,
        ),
        year,
      );
      expect(fact(`ratio-${year}`)?.n).toBe(own.length);
    });

    test("years with fewer than four models have no median of their own", () => {
      const years = Map.groupBy(against(), ({ year }) => year);
      const large = [...years].filter(([, own]) => own.length >= 4).map(([year]) => `ratio-${year}`);
      const told = [...chapter.facts.keys()].filter((id) => /^ratio-\d{4}$/.test(id));
      expect(told.sort()).toEqual(large.sort());
    });

    test("medians and means of open and of closed prices, and how many models have them", () => {
      const taken = oracle.sides(lists["models-dev"], traits);
      const means = { open: 0, closed: 0 };
      for (const side of ["open", "closed"] as const) {
        const prices = taken[side].map(({ price }) => price);
        means[side] = prices.reduce((sum, price) => sum + price, 0) / prices.length;
        expectNear(fact(`${side}-price`)?.value, oracle.reached(prices, 0.5), side);
        expectNear(fact(`${side}-mean`)?.value, means[side], side);
        expect([fact(`${side}-price`)?.n, fact(`${side}-mean`)?.n, fact(`${side}-models`)?.value]).toEqual(
          Array(3).fill(prices.length),
        );
      }
      expectNear(fact("mean-ratio")?.value, means.closed / means.open, "mean-ratio");
    });

    test("how many read images, and how many take the longest contexts", () => {
      const taken = oracle.sides(lists["models-dev"], traits);
      for (const side of ["open", "closed"] as const) {
        const of = taken[side].map((one) => one.of);
        expectNear(fact(`${side}-images`)?.value, of.filter(({ images }) => images).length / of.length, side);
        expectNear(fact(`${side}-long`)?.value, of.filter(({ context }) => context === 2).length / of.length, side);
      }
    });

    test("closed models of the largest kind, and how many of them find peers", () => {
      const { closed } = oracle.sides(lists["models-dev"], traits);
      const largest = closed.filter(({ of }) => of.images && of.context === 2).map(({ model }) => model);
      const compared = against().filter(({ model }) => largest.includes(model));
      expect(fact("closed-largest")?.value).toBe(largest.length);
      expect(fact("closed-largest-compared")?.value).toBe(compared.length);
      expect([fact("closed-largest")?.n, fact("closed-largest-compared")?.n]).toEqual(Array(2).fill(closed.length));
    });

    test("models compared, left out, with one peer, disputed; the cheapest open price", () => {
      const { open, closed } = oracle.sides(lists["models-dev"], traits);
      const sold = oracle.byModel(lists["models-dev"], 3);
      const disputed = [...traits].filter(([model, { weights }]) => weights === "disputed" && sold.has(model));
      expect(fact("closed-compared")?.value).toBe(ratios().length);
      expect(fact("closed-alone")?.value).toBe(closed.length - ratios().length);
      expect(fact("closed-one-peer")?.value).toBe(ratios({ peers: 1 }).length);
      expect(fact("disputed-models")?.value).toBe(disputed.length);
      expectNear(fact("cheapest-open")?.value, Math.min(...open.map(({ price }) => price)), "cheapest-open");
    });

    test.each([
      ["ratio-one-peer", "models-dev", { peers: 1 }],
      ["ratio-every", "models-dev", { every: true }],
      ["ratio-openrouter", "openrouter-list", { list: "openrouter-list" }],
      ["ratio-genai", "genai-prices", { list: "genai-prices" }],
    ] as const)("%s, of the day of %s", (id, list, choice) => {
      expect(fact(id)?.basis.asOf).toBe(dayOf(list));
      expectNear(fact(id)?.value, oracle.reached(ratios(choice), 0.5), id);
      expect(fact(id)?.n).toBe(ratios(choice).length);
    });
  },
);

import { beforeAll, expect, test } from "vitest";
import { namedPrices, priceChanges } from "#analyses/compute-cost/tables.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal } from "#test/fixtures/real.ts";
import { type Step, steps } from "#test/oracles/compute-cost-lists.ts";
import * as oracle from "#test/oracles/compute-cost-ratios.ts";
import { committedRows, computeCost, expectNear } from "#test/support/compute-cost.ts";
import { dayOf, type PriceLists, realPriceLists } from "#test/support/price-lists.ts";

describeReal("prices that changed and prices that are named, by plain loops over the archive and the package", () => {
  let raw: PriceLists;
  let chapter: Chapter;
  beforeAll(async () => {
    [raw, chapter] = await Promise.all([realPriceLists(), computeCost()]);
  }, 120_000);

  const value = (id: string) => chapter.facts.get(id)?.value;

  test("dated changes: how many, down and up, announced, the first, the median and the deepest cut", () => {
    const all = steps(raw["genai-prices"]);
    const done = all.filter(({ on }) => on <= dayOf("genai-prices"));
    const cuts = done.filter(({ before, after }) => after < before).map(({ before, after }) => 1 - after / before);
    expect(["changes", "cuts", "rises", "announced"].map(value)).toEqual([
      done.length,
      cuts.length,
      done.length - cuts.length,
      all.length - done.length,
    ]);
    const own = done.filter(({ provider }) => provider !== "aws" && provider !== "openrouter");
    expect([value("own-changes"), value("own-cuts")]).toEqual([
      own.length,
      own.filter(({ before, after }) => after < before).length,
    ]);
    expect(value("first-change")).toBe(all.map(({ on }) => on).sort()[0]);
    expectNear(value("median-cut"), oracle.reached(cuts, 0.5), "median-cut");
    expectNear(value("deepest-cut"), Math.max(...cuts), "deepest-cut");
  });

  test("every change, with the word on its weights", () => {
    const words = Map.groupBy(raw["models-dev"], ({ model }) => model);
    const spelt = new Map(raw["genai-prices"].map(({ offer, model }) => [offer, model]));
    const line = ({ provider, offer, on }: Step) => {
      const weights = oracle.weightsOf(words.get(spelt.get(offer) ?? "") ?? []);
      return `${on} ${provider} ${offer} ${weights}`;
    };
    const rows = committedRows(priceChanges).filter((row) => {
      const [before, after] = [3 * row.input_before + row.output_before, 3 * row.input_after + row.output_after];
      return Math.abs(before - after) > 1e-9;
    });
    expect(rows.map((row) => line({ ...row, on: row.changed_on, before: 0, after: 0 })).sort()).toEqual(
      rows.map(({ changed_on, provider, offer, weights }) => `${changed_on} ${provider} ${offer} ${weights}`).sort(),
    );
    expect(rows.map(({ changed_on, provider, offer }) => `${changed_on} ${provider} ${offer}`).sort()).toEqual(
      steps(raw["genai-prices"])
        .map(({ on, provider, offer }) => `${on} ${provider} ${offer}`)
        .sort(),
    );
  });

  test("named prices: sellers, median, cheapest, first quartile and dearest of each model; input and output apart", () => {
    const sellers = oracle.bySeller(raw["models-dev"], 3);
    const outputs = oracle.bySeller(raw["models-dev"], 0);
    const turned = raw["models-dev"].map((one) => ({ ...one, input: one.output, output: one.input }));
    const inputs = oracle.bySeller(turned, 0);
    const rows = committedRows(namedPrices);
    expect(rows.length).toBeGreaterThan(20);
    for (const { model, providers, blended_3_1, cheapest_3_1, quartile_3_1, dearest_3_1, ...row } of rows) {
      const prices = [...(sellers.get(model)?.values() ?? [])];
      const written = [...(outputs.get(model)?.values() ?? [])];
      const nulls = [cheapest_3_1, quartile_3_1, row.cheapest_output_usd].map((price) => price === null);
      expect(providers, model).toBe(prices.length);
      expect(nulls, model).toEqual(Array(3).fill(prices.length < 3));
      expectNear(quartile_3_1 ?? oracle.reached(prices, 0.25), oracle.reached(prices, 0.25), `${model}, quartile`);
      expectNear(row.cheapest_output_usd ?? Math.min(...written), Math.min(...written), `${model}, output`);
      expectNear(row.output_usd, oracle.middle(written), `${model}, output`);
      expectNear(row.input_usd, oracle.middle([...(inputs.get(model)?.values() ?? [])]), `${model}, input`);
      expectNear(blended_3_1, oracle.middle(prices), model);
      expectNear(cheapest_3_1 ?? Math.min(...prices), Math.min(...prices), model);
      expectNear(dearest_3_1, Math.max(...prices), model);
    }
  });

  test.each(["open", "closed"] as const)("the ten %s models that most sellers offer are named", (side) => {
    const word = new Map(
      [...Map.groupBy(raw["models-dev"], ({ model }) => model)].map(([model, own]) => [model, oracle.weightsOf(own)]),
    );
    const sellers = [...oracle.bySeller(raw["models-dev"], 3)].filter(([model]) => word.get(model) === side);
    const most = sellers.sort(([a, one], [b, other]) => other.size - one.size || (a < b ? -1 : 1)).slice(0, 10);
    const rows = committedRows(namedPrices).map(({ model }) => model);
    expect(most.filter(([model]) => !rows.includes(model))).toEqual([]);
  });
});

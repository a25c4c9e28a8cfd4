import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal } from "#test/fixtures/real.ts";
import { assumptions, ownCost, registry, rents } from "#test/oracles/compute-cost-own.ts";
import { bySeller, middle } from "#test/oracles/compute-cost-ratios.ts";
import { computeCost, expectNear } from "#test/support/compute-cost.ts";
import { type PriceLists, realPriceLists } from "#test/support/price-lists.ts";

const dir = "data/reference";

describeReal("own hardware against sellers, by plain arithmetic over the registries and the archive", () => {
  let sold: PriceLists["models-dev"];
  let chapter: Chapter;
  let until: string;
  beforeAll(async () => {
    [{ "models-dev": sold }, chapter] = await Promise.all([realPriceLists(), computeCost()]);
    until = chapter.facts.get("accelerators-listed")?.basis.asOf ?? "";
  }, 120_000);

  const fact = (id: string) => chapter.facts.get(id);
  /** Models with a seller: best and worst cost, and the cheapest of three sellers or more. */
  const compared = (rent: number, assume = assumptions(dir)) => {
    const sellers = bySeller(sold, 3);
    return registry(dir, "model-architectures").flatMap(({ name = "" }) => {
      const prices = [...(sellers.get(name)?.values() ?? [])];
      const [best, worst] = ownCost(dir, name, rent, assume);
      const cheapest = prices.length < 3 ? Number.NaN : Math.min(...prices);
      return prices.length === 0 ? [] : [{ name, best, worst, cheapest }];
    });
  };
  type Row = ReturnType<typeof compared>[number];
  const counted: Readonly<Record<string, (row: Row, busy: number) => boolean>> = {
    "own-models": () => true,
    "own-priced": ({ cheapest }) => !Number.isNaN(cheapest),
    "own-dearer": ({ best, cheapest }) => best > cheapest,
    "own-cheaper": ({ worst, cheapest }) => worst < cheapest,
    "own-either": ({ best, worst, cheapest }) => best <= cheapest && worst >= cheapest,
    "own-never": ({ best, cheapest }, busy) => best * busy > cheapest,
  };
  const count = (id: string, rent: number, assume = assumptions(dir)) =>
    compared(rent, assume).filter((row) => counted[id]?.(row, assume.busy ?? 0)).length;

  test("the rent is the median of those read by the day of the list", () => {
    const all = rents(dir, until);
    expect(all.length).toBeGreaterThan(2);
    expectNear(fact("rent")?.value, middle(all), "rent");
  });

  test.each(Object.keys(counted))("%s, at the assumptions and at each end of them", (id) => {
    const rent = middle(rents(dir, until));
    expect(fact(id)?.value).toBe(count(id, rent));
    const varied = [
      ...["busy", "batch", "context", "bandwidth-utilisation", "prefill-utilisation"],
      ...["memory-overhead", "usable-memory"],
    ];
    const ends = varied.flatMap((part) =>
      (["low", "high"] as const).map((end) =>
        count(id, rent, { ...assumptions(dir), [part]: assumptions(dir, end)[part] ?? 0 }),
      ),
    );
    const rented = [rents(dir, until)[0], rents(dir, until).at(-1)].map((other = 0) => count(id, other));
    expect(fact(id)?.variants.map(({ value }) => value)).toEqual([...ends, ...rented]);
  });

  test("cost and break-even of each model that the prose works through", () => {
    const told = compared(middle(rents(dir, until))).filter(({ name }) => fact(`${name}-own`) !== undefined);
    expect(told.length).toBeGreaterThan(3);
    for (const { name, best, worst, cheapest } of told) {
      expectNear(fact(`${name}-own`)?.value, best, name);
      expectNear(fact(`${name}-own`)?.bounds?.upper ?? best, worst, `${name}, upper`);
      const busy = (best * (assumptions(dir).busy ?? 0)) / cheapest;
      if (busy <= 1) expectNear(fact(`${name}-break-even`)?.value, busy, `${name}, break-even`);
      else expect(fact(`${name}-break-even`), name).toBeUndefined();
    }
  });
});

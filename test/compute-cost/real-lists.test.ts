import { beforeAll, expect, test } from "vitest";
import { disagreements, modelPrices, offerCounts } from "#analyses/compute-cost/tables.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal } from "#test/fixtures/real.ts";
import { atMedians, atSellers, counts, type Pair, within } from "#test/oracles/compute-cost-lists.ts";
import * as oracle from "#test/oracles/compute-cost-ratios.ts";
import { committedRows, computeCost, expectNear } from "#test/support/compute-cost.ts";
import { dayOf, type PriceLists, realPriceLists } from "#test/support/price-lists.ts";

const names = ["models-dev", "openrouter-list", "genai-prices"] as const;
type Name = (typeof names)[number];
const twos = [
  ["models-dev", "openrouter-list"],
  ["models-dev", "genai-prices"],
  ["openrouter-list", "genai-prices"],
] as const;

describeReal(
  "what price lists hold and where they differ, by plain loops over the archive, the list and the package",
  () => {
    let raw: PriceLists;
    let chapter: Chapter;
    let traits: ReadonlyMap<string, oracle.Traits>;
    beforeAll(async () => {
      [raw, chapter] = await Promise.all([realPriceLists(), computeCost()]);
      traits = oracle.traitsOf(raw["models-dev"]);
    }, 120_000);

    const value = (id: string) => chapter.facts.get(id)?.value;
    const sold = (name: Name) => oracle.inForce(raw[name], dayOf(name));
    const modelsOf = (name: Name) => {
      const models = [...oracle.byModel(sold(name), 3).keys()];
      return { "models-priced": models.length, "models-known": models.filter((model) => traits.has(model)).length };
    };

    test.each(names)(
      "%s: offers free, half free, unpriced, deprecated and priced, in the evidence and in every fact",
      (name) => {
        const found = { ...counts(raw[name], dayOf(name)), ...modelsOf(name) };
        const [row] = committedRows(offerCounts).filter(({ source }) => source === name);
        for (const [kind, expected] of Object.entries(found)) {
          expect(row?.[kind.replace("-", "_") as keyof typeof row], kind).toBe(expected);
          if (chapter.facts.has(`${name}-${kind}`)) expect(value(`${name}-${kind}`), kind).toBe(expected);
        }
        const { offers, free, unpriced, deprecated, priced } = found;
        expect(free + found["half-free"] + unpriced + deprecated + priced).toBe(offers);
        expect([value(`${name}-offers`), value(`${name}-day`), row?.observed_on]).toEqual([
          offers,
          dayOf(name),
          dayOf(name),
        ]);
      },
    );

    test("what models.dev holds and what is left out of it is told in full", () => {
      const told = "providers models free half-free unpriced deprecated priced models-priced models-known".split(" ");
      expect(told.filter((kind) => !chapter.facts.has(`models-dev-${kind}`))).toEqual([]);
    });

    test.each(names)("of %s it is told how many offers are free and how many have no price", (name) => {
      const found = counts(raw[name], dayOf(name));
      expect([value(`${name}-free`), value(`${name}-unpriced`)]).toEqual([found.free, found.unpriced]);
    });

    test.each(names)("models of which the evidence has a price of %s", (name) => {
      const rows = committedRows(modelPrices).filter(({ source }) => source === name);
      expect(rows.reduce((sum, row) => sum + row.models, 0)).toBe(modelsOf(name)["models-known"]);
    });

    test.each<[string, readonly [Name, Name], typeof atSellers, number]>([
      ["agree-openrouter", twos[0], atSellers, 1.01],
      ["agree-genai", twos[1], atSellers, 1.01],
      ["agree-routed", twos[2], atSellers, 1.01],
      ["agree-median-openrouter", twos[0], atMedians, 1.1],
      ["agree-median-genai", twos[1], atMedians, 1.1],
    ])("%s", (id, [first, second], paired, times) => {
      const pairs = paired(sold(first), sold(second));
      expectNear(value(id), within(pairs, times), id);
      expect(chapter.facts.get(id)?.n).toBe(pairs.length);
    });

    test("pairs at one seller, over all three pairs of lists", () => {
      const all = twos.flatMap(([first, second]) => atSellers(sold(first), sold(second)));
      expect(value("pairs")).toBe(all.length);
    });

    test.each(twos)("the widest disagreements of %s and %s, in their order, with both prices", (first, second) => {
      const rank = (a: Pair, b: Pair) => {
        const apart = Number(b.apart.toFixed(6)) - Number(a.apart.toFixed(6));
        return apart || (a.model < b.model ? -1 : a.model > b.model ? 1 : a.seller < b.seller ? -1 : 1);
      };
      const wide = atSellers(sold(first), sold(second)).filter(({ apart }) => apart > 1.01);
      const expected = wide.sort(rank).slice(0, 8);
      const rows = committedRows(disagreements).filter(
        (row) => row.first_source === first && row.second_source === second,
      );
      const ids = rows.map(({ model, provider }) => `${model} at ${provider}`);
      expect(ids.sort()).toEqual(expected.map(({ model, seller }) => `${model} at ${seller}`).sort());
      for (const { model, provider, first_usd, second_usd } of rows) {
        const pair = expected.find((one) => one.model === model && one.seller === provider);
        expectNear(first_usd, pair?.first ?? Number.NaN, `${model} at ${provider}`);
        expectNear(second_usd, pair?.second ?? Number.NaN, `${model} at ${provider}`);
      }
    });

    test("the figure shows the disagreements of all lists, widest first", () => {
      const drawn = chapter.figures.get("price-disagreements")?.rows ?? [];
      const ratios = drawn.map(({ ratio }) => Number(ratio));
      expect([drawn.length, value("disagreements")]).toEqual([24, 24]);
      expect(ratios).toEqual([...ratios].sort((a, b) => b - a));
    });
  },
);

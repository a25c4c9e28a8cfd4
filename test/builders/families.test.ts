import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal } from "#test/fixtures/real.ts";
import * as oracle from "#test/oracles/builders.ts";
import { inForce, middle, weightsOf } from "#test/oracles/compute-cost-ratios.ts";
import { ownerOf, type RawModel } from "#test/oracles/hub.ts";
import { sizesOf } from "#test/oracles/hub-sizes.ts";
import { askedOfHub, askedOfRadar, registered } from "#test/oracles/openness.ts";
import type { RawRadar } from "#test/oracles/radar.ts";
import { builders } from "#test/support/builders.ts";
import { families, familyRow, rawLists } from "#test/support/families.ts";
import { dayOf, realPriceLists } from "#test/support/price-lists.ts";

describeReal("sizes and prices of families, by plain loops over raw rows", () => {
  let chapter: Chapter;
  let documents: RawRadar[];
  let sample: RawModel[];
  beforeAll(async () => {
    chapter = await builders({});
    ({ documents, sample } = await rawLists());
  }, 120_000);

  const rowOf = (family: string) => familyRow(chapter, family);

  test("least, median and largest size over both lists, a model of both as the newer list has it", () => {
    const ladder = sizesOf(sample);
    let told = 0;
    for (const family of families) {
      const own = new Map<string, number | null>();
      for (const { id } of sample)
        if (ownerOf(id) !== "(none)" && oracle.isOf(family, id))
          own.set(id.toLowerCase(), ladder.get(id.toLowerCase())?.parameters ?? null);
      for (const { id, parameters } of documents)
        if (oracle.isOf(family, id))
          own.set(id.toLowerCase(), parameters !== null && parameters > 0 ? parameters : null);
      const sizes = [...own.values()].filter((size): size is number => size !== null);
      if (sizes.length > 0) told += 1;
      expect(rowOf(family.family), family.family).toMatchObject({
        parameters_least: sizes.length === 0 ? null : Math.min(...sizes),
        parameters_median: oracle.lowerMedian(sizes),
        parameters_most: sizes.length === 0 ? null : Math.max(...sizes),
      });
    }
    expect(chapter.facts.get("families-sized")?.value).toBe(told);
  });

  test("share of models under permissive licences, those stated as other by the name that they give", () => {
    const terms = registered(readFileSync("data/reference/licence-families.csv", "utf8"));
    const asked = [
      ...askedOfHub(sample).map((one, i) => ({
        ...one,
        id: ownerOf(sample[i]?.id ?? "") === "(none)" ? "" : sample[i]?.id,
      })),
      ...askedOfRadar(documents).map((one, i) => ({ ...one, id: documents[i]?.id })),
    ];
    for (const family of families) {
      const own = new Map<string, boolean>();
      for (const { id = "", licence, name } of asked) {
        if (!oracle.isOf(family, id)) continue;
        const stated = licence === "other" ? name || "other" : (licence ?? "none");
        own.set(
          id.toLowerCase(),
          stated.split("+").every((part) => terms.get(part) === "permissive"),
        );
      }
      const free = [...own.values()].filter(Boolean).length;
      const shown = rowOf(family.family)?.permissive;
      if (own.size === 0) expect(shown, family.family).toBeNull();
      else expect(shown, family.family).toBeCloseTo(free / own.size, 12);
    }
  });

  test("the cheapest model and the median one, each at the median of its offers in three lists", async () => {
    const lists = await realPriceLists();
    const described = Map.groupBy(lists["models-dev"], ({ model }) => model);
    const open = new Set([...described].filter(([, own]) => weightsOf(own) === "open").map(([model]) => model));
    const prices = new Map<string, number[]>();
    for (const name of ["models-dev", "openrouter-list", "genai-prices"] as const)
      for (const one of inForce(lists[name], dayOf(name)))
        if (open.has(one.model) && !one.deprecated && one.input > 0 && one.output > 0)
          prices.set(one.model, [...(prices.get(one.model) ?? []), (3 * one.input + one.output) / 4]);
    const models = new Map<string, number[]>();
    for (const [model, offers] of prices) {
      const claims = families.filter(({ pattern }) => pattern.test(model));
      const [only] = claims;
      if (claims.length === 1 && only !== undefined)
        models.set(only.family, [...(models.get(only.family) ?? []), middle(offers)]);
    }
    expect(models.size).toBeGreaterThan(8);
    for (const { family } of families) {
      const own = models.get(family) ?? [];
      const shown = rowOf(family);
      if (own.length === 0) expect([shown?.usd_least, shown?.usd_median], family).toEqual([null, null]);
      else {
        expect(shown?.usd_least, family).toBeCloseTo(Math.min(...own), 6);
        expect(shown?.usd_median, family).toBeCloseTo(middle(own), 6);
      }
    }
  });
});

import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal } from "#test/fixtures/real.ts";
import { rawSkus } from "#test/oracles/accelerators.ts";
import { assumptions, boughtHour, own, record, registry, rents, type Site } from "#test/oracles/compute-cost-own.ts";
import { bySeller, reached } from "#test/oracles/compute-cost-ratios.ts";
import { computeCost, expectNear } from "#test/support/compute-cost.ts";
import { type PriceLists, realPriceLists } from "#test/support/price-lists.ts";

const dir = "data/reference";
const chip = "H100 SXM";
const build = join(process.cwd(), "node_modules/@huggingface/tasks/dist/commonjs/hardware.js");

/** What a seller's price is: the cheapest, or the one that a quarter of sellers do not exceed. */
type Ask = (prices: readonly number[]) => number;
const cheapest: Ask = (prices) => Math.min(...prices);
const quartile: Ask = (prices) => reached(prices, 0.25);

describeReal("own hardware against sellers, by plain arithmetic over the registries and the archive", () => {
  let sellers: ReturnType<typeof bySeller>;
  let chapter: Chapter;
  let until: string;
  beforeAll(async () => {
    let sold: PriceLists["models-dev"];
    [{ "models-dev": sold }, chapter] = await Promise.all([realPriceLists(), computeCost()]);
    sellers = bySeller(sold, 3);
    until = chapter.facts.get("accelerators-listed")?.basis.asOf ?? "";
  }, 120_000);

  const fact = (id: string) => chapter.facts.get(id);
  const rentOf = (name: string) => reached(rents(dir, name, until), 0.5);
  const values = assumptions(dir);
  const shortly = { batch: values["short-batch"] ?? 0, context: values["short-context"] ?? 0 };
  const site = (work: "long" | "short"): Site => ({
    ...{ chip, rent: rentOf(chip), bits: Number.POSITIVE_INFINITY },
    assume: work === "long" ? values : { ...values, ...shortly },
  });
  const compared = (at: Site, ask: Ask) =>
    registry(dir, "model-architectures").flatMap(({ name = "" }) => {
      const prices = [...(sellers.get(name)?.values() ?? [])];
      const price = prices.length < 3 ? Number.NaN : ask(prices);
      return prices.length === 0 ? [] : [{ name, price, busy: at.assume.busy ?? 0, ...own(dir, name, at) }];
    });
  type Row = ReturnType<typeof compared>[number];
  const even = ({ usd }: Row): number => usd[1] ?? Number.NaN;
  const counted: Readonly<Record<string, (row: Row) => boolean>> = {
    "own-dearer": (row) => even(row) > row.price,
    "own-cheaper": (row) => even(row) < row.price,
    "own-never": (row) => even(row) * row.busy > row.price,
  };

  /** Every other setting, in the order in which the chapter tells them. */
  const others = (base: Site): [string, Site, Ask][] => {
    const brief = base.assume.batch === shortly.batch;
    const range = (part: string): string => (brief && part in shortly ? `short-${part}` : part);
    const assume = (part: string, end: "low" | "high"): Site => ({
      ...base,
      assume: { ...base.assume, [part]: assumptions(dir, end)[range(part)] ?? Number.NaN },
    });
    const words = {
      ...{
        busy: "busy share",
        batch: "sequences",
        context: "tokens",
        "bandwidth-utilisation": "share of the bandwidth",
      },
      ...{ "prefill-utilisation": "share of the peak rate", "memory-overhead": "memory on top" },
      "usable-memory": "share of the memory",
    };
    const ends = Object.entries(words).flatMap(([part, said]): [string, Site, Ask][] => [
      [`lowest ${said}`, assume(part, "low"), cheapest],
      [`highest ${said}`, assume(part, "high"), cheapest],
    ]);
    const all = rents(dir, chip, until);
    const listed = rawSkus(build).find(({ name }) => name === record(dir, "accelerator-specs", chip).tasks_name);
    const hour = boughtHour(dir, chip, listed?.msrp ?? Number.NaN, base.assume);
    return [
      ...ends,
      ["cheapest rent", { ...base, rent: Math.min(...all) }, cheapest],
      ["dearest rent", { ...base, rent: Math.max(...all) }, cheapest],
      ["bought", { ...base, rent: hour }, cheapest],
      ["weights of more than eight bits", { ...base, bits: 8 }, cheapest],
      ["on H200", { ...base, chip: "H200 SXM", rent: rentOf("H200 SXM") }, cheapest],
      ["against the first quartile", base, quartile],
    ];
  };

  test("the rent is the median of sellers whose prices were read by the day of the list", () => {
    const all = rents(dir, chip, until);
    expect(all.length).toBeGreaterThan(2);
    expectNear(fact("rent")?.value, rentOf(chip), "rent");
    expect(fact("rent")?.n).toBe(all.length);
  });

  test("models that are worked out and sold, and those that three sell", () => {
    const rows = compared(site("long"), cheapest);
    const priced = rows.filter(({ price }) => !Number.isNaN(price));
    expect([fact("own-models")?.value, fact("own-priced")?.value]).toEqual([rows.length, priced.length]);
    expect(Object.keys(counted).map((id) => fact(id)?.n)).toEqual(Array(3).fill(priced.length));
  });

  describe.each(["long", "short"] as const)("%s work", (work) => {
    test.each(Object.entries(counted))("%s, at the assumptions and at every other setting", (name, pick) => {
      const id = work === "long" ? name : `${name}-short`;
      const base = site(work);
      expect(fact(id)?.value).toBe(compared(base, cheapest).filter(pick).length);
      const found = fact(id)?.variants ?? [];
      const wanted = others(base).map(([label, at, ask]) => [label, compared(at, ask).filter(pick).length]);
      expect(found.map(({ label, value }, i) => [label.startsWith(String(wanted[i]?.[0])), value])).toEqual(
        wanted.map(([, value]) => [true, value]),
      );
    });

    test("each model's own hardware, as the figure draws it", () => {
      const rows = compared(site(work), cheapest);
      const drawn = chapter.figures.get("serving-cost")?.rows ?? [];
      expect(drawn.length).toBe(rows.length);
      for (const row of rows) {
        const found = drawn.find(({ model }) => model === row.name);
        expectNear(found?.[`own_${work}`], even(row), row.name);
        const busy = (even(row) * row.busy) / row.price;
        if (busy <= 1) expectNear(found?.[`break_even_${work}`], busy, `${row.name}, break-even`);
        else expect(found?.[`break_even_${work}`], row.name).toBeNull();
      }
    });
  });

  test("what serving takes and where it breaks even, for each model that the prose works through", () => {
    const told = compared(site("long"), cheapest).filter(({ name }) => fact(`${name}-own`) !== undefined);
    expect(told.length).toBeGreaterThan(3);
    for (const row of told) {
      const near = (id: string, value: number) =>
        expectNear(fact(`${row.name}-${id}`)?.value, value, `${row.name}-${id}`);
      const ends = { output: [...row.output].reverse(), own: row.usd, energy: row.kwh };
      for (const [id, [least = 0, mid = 0, most = 0]] of Object.entries(ends)) {
        near(id, mid);
        const { lower, upper } = fact(`${row.name}-${id}`)?.bounds ?? { lower: mid, upper: mid };
        expectNear(lower, least, `${row.name}-${id}, lower`);
        expectNear(upper, most, `${row.name}-${id}, upper`);
      }
      for (const [id, value] of Object.entries({ ...pickSize(row), input: row.input })) near(id, value);
      const busy = (even(row) * row.busy) / row.price;
      expect(fact(`${row.name}-break-even`) === undefined, row.name).toBe(!(busy <= 1));
      expect(fact(`${row.name}-break-even-tokens`) === undefined, row.name).toBe(!(busy <= 1));
      if (!(busy <= 1)) continue;
      near("break-even", busy);
      near("break-even-tokens", (row.chips * rentOf(chip) * (values.hours ?? 0) * 1e6) / row.price);
    }
  });
});

/** Facts about size, by the end of their id. */
function pickSize({ weights, cache, chips }: ReturnType<typeof own>) {
  return { weights, cache, accelerators: chips };
}

import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import genaiPrices from "#loaders/genai-prices.ts";
import huggingfaceTasks from "#loaders/huggingface-tasks.ts";
import openrouterList from "#loaders/openrouter-list.ts";
import type { RowLoader } from "#loaders/schema/loader.ts";
import type { offers } from "#loaders/schema/offers.ts";
import type { Row, TableSchema } from "#loaders/schema/table.ts";
import { loadedRows } from "#test/fixtures/offers.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { rawSkus } from "#test/oracles/accelerators.ts";
import { type Listed, lowest, type Priced, picodollars, rawList, rawPrices } from "#test/oracles/price-lists.ts";

type Offer = Row<typeof offers>;

const installed = join(process.cwd(), "node_modules");
const load = async <S extends TableSchema>(loader: RowLoader<S>) => {
  const files = await realSource(loader.source);
  return { files, rows: await loadedRows(loader, files) };
};
const orNull = (value: number) => (Number.isNaN(value) ? null : value);

describeReal("the real list of OpenRouter", () => {
  let rows: Offer[];
  let raw: Listed[];

  beforeAll(async () => {
    const { files, rows: loaded } = await load(openrouterList);
    rows = loaded;
    raw = rawList(files.local("models.json"));
  }, 60_000);

  test("364 offers, 3 without a price, 29 free; 173 name a repository", () => {
    const count = (chosen: (row: Offer) => boolean) => rows.filter(chosen).length;
    expect([rows.length, raw.length]).toEqual([364, 364]);
    expect(count(({ input_usd, output_usd }) => input_usd === null && output_usd === null)).toBe(3);
    expect(count(({ input_usd, output_usd }) => input_usd === 0 && output_usd === 0)).toBe(29);
    expect(count(({ hugging_face_id }) => hugging_face_id !== null)).toBe(173);
    expect(count(({ hugging_face_id }) => hugging_face_id === "")).toBe(0);
  });

  test("every price is the whole number of millionths that its digits spell", () => {
    const by = new Map(rows.map((row) => [row.offer, row]));
    for (const { id, pricing } of raw) {
      const pico = [picodollars(pricing.prompt), picodollars(pricing.completion)];
      const expected = pico.map((price) => (price === -1 ? null : price / 1_000_000));
      expect([by.get(id)?.input_usd, by.get(id)?.output_usd], id).toEqual(expected);
    }
  });
});

describe("the price list of genai-prices, as installed", () => {
  let rows: Offer[];
  let raw: Priced[];

  beforeAll(async () => {
    ({ rows } = await load(genaiPrices));
    raw = await rawPrices(join(installed, "@pydantic/genai-prices/dist/index.cjs"));
  }, 60_000);

  const names = (list: Priced[]) => new Set(list.map(({ provider, model }) => `${provider} ${model}`));

  test("1,694 models of 43 providers; one row a price, none for certain hours", () => {
    expect([names(raw).size, new Set(raw.map(({ provider }) => provider)).size]).toEqual([1694, 43]);
    expect(rows).toHaveLength(raw.filter(({ hours }) => !hours).length);
    expect(new Set(rows.map(({ provider, offer }) => `${provider} ${offer}`))).toEqual(names(raw));
  });

  test("every price and every day is that of the package", () => {
    const key = (parts: unknown[]) => parts.join("|");
    const expected = raw
      .filter(({ hours }) => !hours)
      .map(({ provider, model, from, prices }) =>
        key([provider, model, from, orNull(lowest(prices.input_mtok)), orNull(lowest(prices.output_mtok))]),
      );
    const loaded = rows.map((row) =>
      key([row.provider, row.offer, row.priced_from ?? "", row.input_usd, row.output_usd]),
    );
    expect(loaded.sort()).toEqual(expected.sort());
  });

  test("55 models have tiers, 24 a list of prices, 177 none by the token", () => {
    const listed = raw.filter(({ provider, model }, i) => {
      const { provider: p, model: m } = raw[i - 1] ?? {};
      return p === provider && m === model;
    });
    const tiers = raw.filter(({ prices }) => Object.values(prices).some((price) => typeof price === "object"));
    expect([names(tiers).size, names(listed).size]).toEqual([55, 24]);
    const tiered = rows.filter((row) => row.tiered).map(({ provider, offer }) => `${provider} ${offer}`);
    expect(new Set(tiered)).toEqual(names(tiers));
    const priced = rows.filter(({ input_usd, output_usd }) => input_usd !== null || output_usd !== null);
    expect(1694 - new Set(priced.map(({ provider, offer }) => `${provider} ${offer}`)).size).toBe(177);
  });
});

test("the 251 accelerators of @huggingface/tasks, as installed, equal a plain loop", async () => {
  const { rows } = await load(huggingfaceTasks);
  const raw = rawSkus(join(installed, "@huggingface/tasks/dist/commonjs/hardware.js"));
  const sum = (values: unknown[]) => values.reduce((total: number, value) => total + Number(value), 0);
  expect([rows.length, raw.length]).toEqual([251, 251]);
  expect(rows.filter((row) => row.memory_most === null)).toHaveLength(raw.filter(({ memory }) => !memory).length);
  expect(raw.filter(({ memory }) => !memory)).toHaveLength(59);
  expect(sum(rows.map((row) => row.price_usd))).toBe(sum(raw.map(({ msrp }) => msrp)));
  expect(sum(rows.map((row) => row.power_watts))).toBe(sum(raw.map(({ power }) => power)));
  expect(new Map(rows.map(({ vendor, name, tflops }) => [`${vendor} ${name}`.toLowerCase(), tflops]))).toEqual(
    new Map(raw.map(({ maker, name, tflops }) => [`${maker === "-" ? "apple" : maker} ${name}`.toLowerCase(), tflops])),
  );
  expect(rows.find(({ name }) => name === "A100")).toMatchObject({ memory_least: 40, memory_most: 80 });
  const kinds = Map.groupBy(rows, ({ category }) => category);
  expect(Object.fromEntries([...kinds].map(([kind, group]) => [kind, group.length]))).toEqual({
    gpu: 177,
    cpu: 54,
    "system-on-chip": 20,
  });
});

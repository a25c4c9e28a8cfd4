import { beforeAll, expect, test } from "vitest";
import modelsDev from "#loaders/models-dev.ts";
import type { offers } from "#loaders/schema/offers.ts";
import type { Row } from "#loaders/schema/table.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { loadedRows } from "#test/fixtures/offers.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { known, type RawOffer, rawOffers } from "#test/oracles/models-dev.ts";

type Offer = Row<typeof offers>;

const orNull = (value: number) => (Number.isNaN(value) ? null : value);
const flag = (word: string) => (word === "" ? null : word === "true");

describeReal("the real archive of models.dev", () => {
  let rows: Offer[];
  let raw: RawOffer[];
  let broken: number;

  beforeAll(async () => {
    const files = await realSource("models-dev");
    rows = await loadedRows(modelsDev, files);
    const [archive] = files.record.archives;
    if (archive === undefined) throw new Error("the record of models-dev has no archive");
    ({ offers: raw, broken } = rawOffers(cachedPath(pathsAt().cache, archive)));
  }, 120_000);

  /** Rows and raw offers side by side, by provider and name. */
  const pairs = (raws = raw) => {
    const by = new Map(rows.map((row) => [`${row?.provider} ${row?.offer}`, row]));
    return raws.map((one) => [one, by.get(`${one.provider} ${one.offer}`)] as const);
  };
  const count = (chosen: (row: Offer) => boolean) => rows.filter(chosen).length;

  test("5,276 offers of 147 providers, 178 of them links; 31 broken links make none", () => {
    expect([raw.length, broken, raw.filter(({ linked }) => linked).length]).toEqual([5276, 31, 178]);
    expect(rows).toHaveLength(5276);
    expect(pairs().filter(([, row]) => row?.model === undefined)).toEqual([]);
    expect(new Set(rows.map(({ provider }) => provider)).size).toBe(147);
  });

  test("offers of each provider equal a plain loop", () => {
    const tally = (names: unknown[]) => {
      const found: Record<string, number> = {};
      for (const name of names) found[String(name)] = (found[String(name)] ?? 0) + 1;
      return found;
    };
    expect(tally(rows.map(({ provider }) => provider))).toEqual(tally(raw.map(({ provider }) => provider)));
  });

  test("every price is that of its file, 4,894 in all", () => {
    expect(pairs().map(([, row]) => [row?.input_usd, row?.output_usd])).toEqual(
      pairs().map(([one]) => [orNull(one.input), orNull(one.output)]),
    );
    expect(count(({ input_usd, output_usd }) => input_usd !== null && output_usd !== null)).toBe(4894);
    expect(count(({ input_usd, output_usd }) => (input_usd === null) !== (output_usd === null))).toBe(0);
    expect(known(raw.map(({ input }) => input))).toBeCloseTo(9014.190278, 6);
    expect(known(raw.map(({ output }) => output))).toBeCloseTo(42_017.404475, 6);
  });

  test("432 offers are free, 48 have one price of 0, 190 have tiers, 121 are deprecated", () => {
    expect([
      count(({ input_usd, output_usd }) => input_usd === 0 && output_usd === 0),
      count(({ input_usd, output_usd }) => (input_usd === 0) !== (output_usd === 0)),
    ]).toEqual([432, 48]);
    expect([count(({ tiered }) => tiered === true), raw.filter(({ tiered }) => tiered).length]).toEqual([190, 190]);
    expect(count(({ deprecated }) => deprecated === true)).toBe(121);
    expect(pairs().filter(([one, row]) => one.deprecated !== row?.deprecated)).toEqual([]);
  });

  test("1,347 offers inherit: what 1,256 of them leave to the catalogue is its word", () => {
    const inheriting = raw.filter(({ baseModel }) => baseModel !== "");
    expect([inheriting.length, raw.filter(({ openWeights }) => openWeights === "").length]).toEqual([1347, 1256]);
    const words = pairs(inheriting).map(([one, row]) => [
      row?.catalogued,
      row?.open_weights,
      flag(one.baseOpenWeights),
    ]);
    expect(words.filter(([catalogued, loaded, word]) => !catalogued || loaded !== word || word === null)).toEqual([]);
    expect(pairs().filter(([one, row]) => row?.open_weights_stated !== flag(one.openWeights))).toEqual([]);
  });

  test("dates: 4 of 1970, one of no calendar and none else are unknown; months are first days", () => {
    const dated = pairs().map(([one, row]) => [one.released || one.baseReleased, row] as const);
    const unknown = dated.filter(([, row]) => row?.released_on === null).map(([date]) => date);
    expect(unknown.sort()).toEqual([...Array(4).fill("1970-01-01"), "2025-25-11"]);
    expect(
      dated.filter(([date, row]) => row?.released_on !== null && !String(row?.released_on).startsWith(date)),
    ).toEqual([]);
    expect(raw.filter(({ released }) => released.length === 7)).toHaveLength(140);
    expect(dated.filter(([date, row]) => (row?.released_to === "month") !== (date.length === 7))).toEqual([]);
  });

  test("contexts are those of the file, else of the base, and never 0", () => {
    const inherited = pairs(raw.filter(({ baseModel, context }) => baseModel !== "" || !Number.isNaN(context)));
    const expected = inherited.map(
      ([one]) => orNull(Number.isNaN(one.context) ? one.baseContext : one.context) || null,
    );
    expect(inherited.map(([, row]) => row?.context_tokens)).toEqual(expected);
    expect(count(({ context_tokens }) => context_tokens === 0)).toBe(0);
  });

  test("one model has one word on its weights wherever it is catalogued, and is catalogued everywhere or nowhere", () => {
    const models = Map.groupBy(rows, ({ model }) => model);
    const mixed = [...models].filter(([, group]) => new Set(group.map(({ catalogued }) => catalogued)).size > 1);
    const split = [...models].filter(
      ([, group]) => group[0]?.catalogued && new Set(group.map(({ open_weights }) => open_weights)).size > 1,
    );
    expect([mixed.map(([name]) => name), split.map(([name]) => name)]).toEqual([[], []]);
    expect(models.get("claude-opus-4-5")?.length).toBeGreaterThan(30);
  });
});

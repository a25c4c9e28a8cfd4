import { describe, expect, test } from "vitest";
import { agreement, disagreements } from "#analyses/compute-cost/tables.ts";
import { at, evidence, type Offer } from "#test/support/evidence.ts";

const [dev, router, genai] = ["models-dev", "openrouter-list", "genai-prices"] as const;

/** A model at one seller in two lists, so many times dearer in the second. */
const apart = (model: string, times: number, provider = "acme", second: string = router): Offer[] => [
  at(1, model, provider),
  at(times, model, provider, { source: second }),
];

describe("price-agreement", () => {
  const bands = async (offers: readonly Offer[], level = "same seller") =>
    (await evidence(agreement, { offers }))
      .filter((row) => row.level === level)
      .map(({ first_source, second_source, band, prices }) => `${first_source} ${second_source} ${band} ${prices}`);

  test.each([
    [1, "equal"],
    [1.01, "equal"],
    [1.0101, "ten"],
    [1.1, "ten"],
    [1.1001, "double"],
    [2, "double"],
    [2.0001, "more"],
    [0.5, "double"],
    [0.4999, "more"],
  ])("a price %d times the other lies in the band %s", async (times, band) => {
    expect(await bands(apart("a", times))).toEqual([`${dev} ${router} ${band} 1`]);
  });

  test("sellers meet under the name that models.dev gives them; others and other models do not", async () => {
    const named: readonly (readonly [string, string])[] = [
      ...([
        ["aws", "amazon-bedrock"],
        ["x-ai", "xai"],
        ["together", "togetherai"],
      ] as const),
      ...([
        ["fireworks", "fireworks-ai"],
        ["novita", "novita-ai"],
        ["acme", "other"],
      ] as const),
    ];
    const pairs = named.flatMap(([alias, name]) => [at(1, name, name), at(1, name, alias, { source: genai })]);
    expect(await bands([...pairs, at(1, "b", "acme"), at(1, "c", "acme", { source: genai })])).toEqual([
      `${dev} ${genai} equal 5`,
    ]);
  });

  test("three lists make three pairs; each list's newest day counts", async () => {
    const three = [at(1, "a", "x"), at(1, "a", "x", { source: router }), at(3, "a", "x", { source: genai })];
    const rows = await evidence(agreement, { offers: three });
    expect(
      rows.filter(({ level }) => level === "same seller").map((row) => [row.second_source, row.band, row.observed_on]),
    ).toEqual([
      [genai, "more", "2026-09-23"],
      [router, "equal", "2026-07-01"],
      [genai, "more", "2026-09-23"],
    ]);
  });

  test("a seller's offers of a model are one price, their median; what has no price is in no pair", async () => {
    const many = [at(1, "a", "x"), at(2, "a", "x"), at(9, "a", "x"), at(2, "a", "x", { source: router })];
    const none = [
      at(0, "b", "x"),
      at(0, "b", "x", { source: router }),
      at(1, "c", "x", { deprecated: true }),
      at(1, "c", "x", { source: router }),
    ];
    expect(await bands([...many, ...none])).toEqual([`${dev} ${router} equal 1`]);
  });

  test("at the median seller of each list, whoever it is", async () => {
    const sellers = [at(1, "a", "x"), at(2, "a", "y"), at(9, "a", "z"), at(2, "a", "w", { source: genai })];
    expect(await bands(sellers, "median seller")).toEqual([`${dev} ${genai} equal 1`]);
    expect(await bands(sellers)).toEqual([]);
  });
});

describe("price-disagreements", () => {
  const listed = async (offers: readonly Offer[]) =>
    (await evidence(disagreements, { offers })).map(({ second_source, model, provider }) =>
      [second_source, model, provider].join(" "),
    );

  test("the eight widest of each pair of lists; equal ones by model, then by seller", async () => {
    const wide = [..."abcdefg"].flatMap((model) => apart(model, 3));
    const widest = [...apart("z", 5), ...apart("h", 3, "second"), ...apart("h", 3, "first"), ...apart("y", 1.01)];
    const other = apart("x", 1.02, "acme", genai);
    expect(await listed([...wide, ...widest, ...other])).toEqual([
      `${genai} x acme`,
      ...[..."abcdefg"].map((model) => `${router} ${model} acme`),
      `${router} z acme`,
    ]);
    expect(await listed([...wide.slice(2), ...widest])).toContain(`${router} h first`);
    expect(await listed([...wide.slice(2), ...widest])).not.toContain(`${router} h second`);
  });

  test("both prices, cheaper or dearer, to nine decimals", async () => {
    const [row] = await evidence(disagreements, { offers: apart("a", 0.1234567891) });
    expect(row).toMatchObject({ first_source: dev, first_usd: 1, second_usd: 0.123456789, provider: "acme" });
  });
});

import { describe, expect, test } from "vitest";
import { cost, catalogueOffers as load, catalogueOffer as one } from "#test/fixtures/offers.ts";

test("an offer that inherits, every column", async () => {
  expect(await one(`base_model = "moonshotai/kimi-k2.5"\nstatus = "deprecated"\n${cost}`)).toEqual({
    source: "models-dev",
    provider: "acme",
    offer: "thing",
    observed_on: "2026-07-01",
    priced_from: null,
    model: "kimi-k2-5",
    publisher: "moonshotai",
    hugging_face_id: "moonshotai/Kimi-K2.5",
    catalogued: true,
    open_weights: true,
    open_weights_stated: null,
    released_on: "2026-01-01",
    released_to: "month",
    input_modalities: "text",
    output_modalities: "text",
    context_tokens: 262_144,
    input_usd: 2.75,
    output_usd: 16.5,
    tiered: false,
    deprecated: true,
  });
});

test("only files of offers make rows", async () => {
  const rows = await load({
    LICENSE: "MIT",
    "providers/acme/provider.toml": 'name = "Acme"',
    "providers/acme/models/deep/er/thing.toml": "",
  });
  expect(rows.map(({ offer }) => offer)).toEqual(["deep/er/thing"]);
});

describe("inheritance by base_model", () => {
  const base = 'base_model = "openai/gpt-5.4"\n';

  test("the offer's own keys win, inside tables too; lists are not joined", async () => {
    const own = `${base}release_date = "2026-04-01"\n[limit]\noutput = 1\n[modalities]\ninput = ["text"]\n`;
    expect(await one(own)).toMatchObject({
      released_on: "2026-04-01",
      context_tokens: 1_050_000,
      input_modalities: "text",
      output_modalities: "text",
      open_weights: false,
    });
  });

  test("modalities are sorted and joined", async () => {
    expect(await one(base)).toMatchObject({ input_modalities: "image+pdf+text", output_modalities: "text" });
  });

  test.each([
    ["a table's key", '["limit.context"]', { context_tokens: null, released_on: "2026-03-05" }],
    ["a key", '["release_date"]', { context_tokens: 1_050_000, released_on: null, released_to: null }],
    ["what is not there", '["cost.tiers", "experimental.modes.fast"]', { context_tokens: 1_050_000 }],
  ])("base_model_omit leaves out %s", async (_, omit, expected) => {
    expect(await one(`${base}base_model_omit = ${omit}\n`)).toMatchObject(expected);
  });

  test("a base that the catalogue does not have gives the name alone", async () => {
    expect(await one('base_model = "acme/model-1.5"\n')).toMatchObject({
      model: "model-1-5",
      catalogued: false,
      publisher: null,
      open_weights: null,
      released_on: null,
      context_tokens: null,
      input_modalities: null,
    });
  });
});

describe("values", () => {
  test.each([
    ["a day", "2025-10-04", "2025-10-04", "day"],
    ["a month", "2025-10", "2025-10-01", "month"],
    ["1970", "1970-01-01", null, null],
    ["a day that no calendar has", "2025-25-11", null, null],
  ])("released on %s", async (_, date, released_on, released_to) => {
    expect(await one(`release_date = "${date}"\n`)).toMatchObject({ released_on, released_to });
  });

  test.each([
    ["no price is null", "", null, null, false],
    ["0 stays 0", "[cost]\ninput = 0\noutput = 0.00\n", 0, 0, false],
    ["one price may be 0", "[cost]\ninput = 0\noutput = 1.5\n", 0, 1.5, false],
    ["tiers are told", `${cost}[[cost.tiers]]\ninput = 5\noutput = 30\n`, 2.75, 16.5, true],
  ])("%s", async (_, toml, input_usd, output_usd, tiered) => {
    expect(await one(toml)).toMatchObject({ input_usd, output_usd, tiered });
  });

  test("a context of 0 is unknown", async () => {
    expect(await one("[limit]\ncontext = 0\noutput = 0\n")).toMatchObject({ context_tokens: null });
  });

  test("beta is not deprecated", async () => {
    expect(await one('status = "beta"\n')).toMatchObject({ deprecated: false });
  });
});

test("errors name the loader, each file and each rule", async () => {
  const broken = load({
    "providers/acme/models/a.toml": 'release_date = "soon"\n',
    "providers/acme/models/b.toml": '[cost]\ninput = "2"\noutput = -1\n',
    "providers/acme/models/c.toml": "[[[",
  });
  await expect(broken).rejects.toThrow(/loaders\/models-dev\.ts: \d+ problems/);
  await expect(broken).rejects.toThrow(/acme\/models\/a\.toml: release date "soon" is neither/);
  await expect(broken).rejects.toThrow(/acme\/models\/b\.toml: cost\.input: .*\n.*b\.toml: cost\.output: /);
  await expect(broken).rejects.toThrow(/acme\/models\/c\.toml: /);
});

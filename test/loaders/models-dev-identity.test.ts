import { describe, expect, test } from "vitest";
import { cost, catalogueOffers as load, catalogueOffer as one } from "#test/fixtures/offers.ts";

describe("identity by name", () => {
  test("an offer of a catalogue name is catalogued, and gets what it does not state", async () => {
    const toml = 'release_date = "2026-02-02"\n[limit]\ncontext = 8_000\n';
    expect(await one(toml, "providers/acme/models/moonshotai/Kimi-K2.5-TEE.toml")).toMatchObject({
      offer: "moonshotai/Kimi-K2.5-TEE",
      model: "kimi-k2-5",
      publisher: "moonshotai",
      catalogued: true,
      released_on: "2026-02-02",
      context_tokens: 8_000,
      input_modalities: "text",
      hugging_face_id: "moonshotai/Kimi-K2.5",
    });
  });

  test("the catalogue's word on open weights beats the offer's, which is kept beside it", async () => {
    const row = await one("open_weights = false\n", "providers/acme/models/kimi-k2.5.toml");
    expect(row).toMatchObject({ open_weights: true, open_weights_stated: false });
  });

  test("outside the catalogue the offer's word counts, and silence is unknown", async () => {
    expect(await one("open_weights = true\n")).toMatchObject({ open_weights: true, open_weights_stated: true });
    expect(await one("")).toMatchObject({ open_weights: null, open_weights_stated: null, catalogued: false });
  });

  test("entries that differ in their day are one model; the one without a day stands for it", async () => {
    const rows = await load({
      "models/anthropic/claude-opus-4-5-20251101.toml": 'release_date = "2025-11-01"\nopen_weights = false\n',
      "models/anthropic/claude-opus-4-5.toml": 'release_date = "2025-11-24"\nopen_weights = false\n',
      "providers/acme/models/a.toml": 'base_model = "anthropic/claude-opus-4-5-20251101"\n',
      "providers/acme/models/claude-opus-4.5.toml": "",
    });
    expect(rows.map(({ model, released_on }) => [model, released_on])).toEqual([
      ["claude-opus-4-5", "2025-11-01"],
      ["claude-opus-4-5", "2025-11-24"],
    ]);
  });

  test("without an entry that has no day, the first by name stands for the model", async () => {
    const rows = await load({
      "models/openai/gpt-9-2026-08-06.toml": 'release_date = "2026-08-06"\n',
      "models/openai/gpt-9-2026-05-13.toml": 'release_date = "2026-05-13"\n',
      "providers/acme/models/gpt-9.toml": "",
    });
    expect(rows[0]).toMatchObject({ model: "gpt-9", released_on: "2026-05-13" });
  });

  test("a name of two publishers says nothing about an offer that names neither", async () => {
    const rows = await load({
      "models/other/gpt-5.4.toml": "open_weights = true\n",
      "providers/acme/models/a.toml": 'base_model = "other/gpt-5.4"\n',
      "providers/acme/models/gpt-5.4.toml": "",
    });
    expect(rows.map(({ publisher, catalogued, open_weights }) => [publisher, catalogued, open_weights])).toEqual([
      ["other", true, true],
      [null, false, null],
    ]);
  });
});

describe("links", () => {
  test("a link is an offer of its provider with the content of its target, also over a second link", async () => {
    const rows = await load({
      "providers/acme/models/org/thing.toml": cost,
      "providers/beta/models/org/thing.toml": { link: "../../../acme/models/org/thing.toml" },
      "providers/gamma/models/thing.toml": { link: "../../beta/models/org/thing.toml" },
    });
    expect(rows.map(({ provider, offer, input_usd }) => [provider, offer, input_usd])).toEqual([
      ["acme", "org/thing", 2.75],
      ["beta", "org/thing", 2.75],
      ["gamma", "thing", 2.75],
    ]);
  });

  test("a broken link and a circle of links make no row", async () => {
    const rows = await load({
      "providers/acme/models/real.toml": "",
      "providers/acme/models/gone.toml": { link: "../../beta/models/gone.toml" },
      "providers/acme/models/one.toml": { link: "two.toml" },
      "providers/acme/models/two.toml": { link: "one.toml" },
    });
    expect(rows.map(({ offer }) => offer)).toEqual(["real"]);
  });
});

import { describe, expect, test } from "vitest";
import { byAccess } from "#analyses/openness/access.ts";
import { cardMeasures, cardPart } from "#analyses/openness/cards.ts";
import { familyFacts } from "#analyses/openness/facts/families.ts";
import { gateFacts } from "#analyses/openness/facts/gates.ts";
import { groupFacts, withoutHeaviest } from "#analyses/openness/facts/groups.ts";
import { byFamily } from "#analyses/openness/families.ts";
import { groupings } from "#analyses/openness/groups.ts";
import { type ModelRow, populationOf } from "#analyses/openness/populations.ts";
import { basis } from "#test/support/chapter.ts";
import { byOwner, licence } from "#test/support/openness-rows.ts";
import { emptyReference } from "#test/support/registries.ts";

const reference = emptyReference({
  owners: [byOwner("Acme", "US", "industry"), byOwner("Beta", "CN", "industry"), byOwner("Gamma", null, "individual")],
  licences: [
    licence("mit", "permissive"),
    licence("apache-2.0", "permissive"),
    licence("openrail++", "use-restricted"),
    licence("gemma", "vendor"),
    licence("kimi", "vendor", "low"),
    licence("other", "other"),
  ],
});

const row = (changes: Partial<ModelRow> = {}): ModelRow => ({
  ...{ observed_on: "2026-05-20", owner: "(unregistered)", licence: null, licence_name: null, size: "unknown" },
  ...{ reach: "some", gated: null, removed: null, models: 1, downloads_30d: 10 },
  ...changes,
});

const rows = [
  row({ owner: "Acme", licence: "mit", models: 2, downloads_30d: 100 }),
  row({ owner: "Acme", licence: "gemma", downloads_30d: 300, reach: "many", size: "above 20B" }),
  row({ owner: "Beta", licence: "apache-2.0", models: 3, downloads_30d: 400 }),
  row({ owner: "Beta", licence: "other", downloads_30d: 50 }),
  row({ licence: "mit", models: 4, downloads_30d: 40, reach: "none" }),
  row({ models: 5, downloads_30d: 110 }),
];

describe("families", () => {
  const family = byFamily(reference);
  const of = (licence: string | null, licence_name: string | null = null) => family({ licence, licence_name });

  test.each([
    [null, null, "none"],
    ["mit", null, "permissive"],
    ["never-heard-of", null, "other"],
    ["other", null, "other"],
    ["other", "kimi", "vendor"],
    ["other", "never-heard-of", "other"],
    ["mit", "kimi", "permissive"],
    ["openrail++", null, "use-restricted"],
    ["apache-2.0+mit", null, "permissive"],
    ["gemma+mit", null, "several"],
    ["mit+never-heard-of", null, "several"],
  ])("%s, named %s, is %s", (licence, name, expected) => {
    expect(of(licence, name)).toBe(expected);
  });

  test("names can be left unread, and rows of low confidence unused", () => {
    const terms = { licence: "other", licence_name: "kimi" };
    expect(byFamily(reference, { names: false })(terms)).toBe("other");
    expect(byFamily(reference, { confident: true })(terms)).toBe("other");
  });
});

describe("a population of 16 models with 1,000 downloads", () => {
  const population = populationOf({ rows, basis }, reference, "");
  const facts = { ...familyFacts(population), ...groupFacts(population, groupings(reference)) };
  const value = (id: string) => facts[id]?.value;
  const bounds = (id: string) => facts[id]?.bounds;

  test("shares by models and by downloads; what is unclear bounds a stated family, never silence", () => {
    expect([value("models"), value("downloads")]).toEqual([16, 1000]);
    expect([value("permissive-models"), value("permissive-downloads")]).toEqual([9 / 16, 0.54]);
    expect(bounds("permissive-downloads")).toEqual({ lower: 0.54, upper: 0.59 });
    expect([value("none-models"), bounds("none-models")]).toEqual([5 / 16, null]);
    expect([value("several-models"), value("other-downloads")]).toEqual([0, 0.05]);
  });

  test("other ways to count", () => {
    const variants = Object.fromEntries(
      (facts["permissive-models"]?.variants ?? []).map((one) => [one.label, one.value]),
    );
    expect(variants).toEqual({
      "models with a download alone": 5 / 12,
      "models with 1,000 downloads or more": 0,
      "Beta left out": 6 / 12,
      "names of own licences not read": 9 / 16,
      "families that no source supports counted as other": 9 / 16,
    });
  });

  test("a country's share: unknown publishers and unclear licences for it, or against it", () => {
    expect(value("permissive-us-downloads")).toBe(0.25);
    expect(bounds("permissive-us-downloads")).toEqual({ lower: 100 / (400 + 110), upper: 140 / 440 });
    expect(value("permissive-cn-downloads")).toBe(400 / 450);
    expect(bounds("permissive-cn-downloads")).toEqual({
      lower: 400 / (450 + 110),
      upper: (400 + 50 + 40) / (450 + 40),
    });
    expect([value("known-place-models"), value("known-place-downloads")]).toEqual([7 / 16, 0.85]);
    expect(value("vendor-above-20b-downloads")).toBe(1);
    expect(facts).not.toHaveProperty("permissive-elsewhere-models");
  });

  test("without the heaviest publisher of a place nothing is left of it", () => {
    const [, places] = groupings(reference);
    expect(places && withoutHeaviest(population, places, "us")).toEqual({});
  });

  test("a source that tells no gates gives no fact of them; one that tells some bounds them", () => {
    expect(gateFacts(population, groupings(reference))).toEqual({});
    const told = rows.map((one, i) => ({
      ...one,
      gated: ["none", "asked", "none", "none", null, "manual"][i] ?? null,
    }));
    const gates = gateFacts(populationOf({ rows: told, basis }, reference, ""), groupings(reference));
    expect([gates["gated-models"]?.value, gates["gated-models"]?.bounds]).toEqual([
      6 / 16,
      { lower: 6 / 16, upper: 10 / 16 },
    ]);
    expect([gates["gated-downloads"]?.value, gates["gated-cn"]?.value, gates["gated-us"]?.value]).toEqual([
      0.41,
      0,
      1 / 3,
    ]);
  });
});

test("cards: a file is not yet a card, and what is unknown is neither", () => {
  const base = { observed_on: "2023-03-16", reach: "none", downloads_30d: 0 };
  const datasets = [
    { ...base, has_card_file: true, has_card: true, datasets: 3 },
    { ...base, has_card_file: true, has_card: false, datasets: 2 },
    { ...base, has_card_file: false, has_card: false, datasets: 4 },
    { ...base, has_card_file: null, has_card: null, datasets: 1 },
  ];
  const [, file, words] = cardMeasures([], datasets).map((one) => cardPart(one.rows, "repositories"));
  expect([file, words]).toEqual([
    { part: 5, whole: 10, unknown: 1 },
    { part: 3, whole: 10, unknown: 1 },
  ]);
});

test("access: limited weights are published weights, and a blank is not closed", () => {
  const of = (access: string | null, models: number) => ({
    ...{ year: 2024, observed_on: "2025-03-14", last_published: null },
    ...{ access, models },
  });
  const words = [
    of("open", 1),
    of("open-restricted", 2),
    of("open-non-commercial", 3),
    of("api", 4),
    of("unreleased", 5),
    of(null, 6),
  ];
  expect(byAccess(words)).toEqual({ open: 1, limited: 5, closed: 9, unknown: 6, all: 21 });
});

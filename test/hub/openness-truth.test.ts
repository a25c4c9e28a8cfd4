import { beforeAll, describe, expect, test } from "vitest";
import openness from "#analyses/openness/analysis.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import { generatedOnce, reference, truthHubs } from "#test/support/generated-hub.ts";
import { type HubChapter, hubChapter, linesOf, onHubOf, trueRows, unnoticedSwaps } from "#test/support/hub-chapters.ts";
import { committed } from "#test/support/openness.ts";

const beside = [
  ...["recent-models", "recent-properties", "model-cards", "dataset-cards", "access-by-year", "access-by-kind"],
];
const schemas: EvidenceSchema[] = Object.values(onHubOf(openness, ["hub"]).tables).filter(({ sources }) =>
  sources.includes("hub"),
);
const hubs = [
  ...truthHubs,
  ["that tells gates", { models: 3_000, days: ["2024-12-04", "2025-05-20"], seed: 5 }] as (typeof truthHubs)[number],
];
const terms = new Map(reference.licences.map(({ licence, family }) => [licence, family]));
const countries = new Map(reference.owners.map(({ owner, country }) => [owner, country]));

interface Counted {
  readonly owner: string;
  readonly licence: string | null;
  readonly licence_name: string | null;
  readonly size: string;
  readonly reach: string;
  readonly gated: string | null;
  readonly models: number;
  readonly downloads_30d: number;
}

/** The family of what a model states: a licence of its own by its name, several as far as they agree. */
function familyOf({ licence, licence_name: name }: Pick<Counted, "licence" | "licence_name">): string {
  const one = (id: string) => terms.get(id) ?? "other";
  if (licence === null) return "none";
  if (licence === "other") return name === null ? "other" : one(name);
  const found = new Set(terms.has(licence) ? [one(licence)] : licence.split("+").map(one));
  return found.size === 1 ? ([...found][0] ?? "") : "several";
}

describe.each(hubs)("openness on a generated Hub %s", (_, options) => {
  let of: HubChapter;
  let day: string | undefined;
  let rows: readonly Counted[];
  beforeAll(async () => {
    const { dir, hub } = await generatedOnce(options);
    day = hub.days.at(-1);
    const others = Object.fromEntries(Object.entries(committed()).filter(([name]) => beside.includes(name)));
    of = await hubChapter(openness, dir, { rows: others });
    rows = trueRows(of, "licensed-models") as unknown as Counted[];
  }, 120_000);

  const said = (id: string) => Number(of.chapter.facts.get(id)?.value);
  const weights = {
    models: ({ models }: Pick<Counted, "models">) => models,
    downloads: ({ downloads_30d: downloads }: Pick<Counted, "downloads_30d">) => downloads,
  };
  const sum = <R>(some: readonly R[], weigh: (row: R) => number) => some.reduce((all, row) => all + weigh(row), 0);

  test.each(schemas)("$name is what the generator counted", (schema) => {
    const lines = linesOf(of, schema);
    if (schema.name !== "large-releases" || (day ?? "") > "2026") expect(lines.truth.length).toBeGreaterThan(0);
    expect(lines.found).toEqual(lines.truth);
    if (lines.truth.length > 2) expect(unnoticedSwaps(of, schema)).toEqual([]);
  });

  test.each(Object.entries(weights))("shares of families of licences in %s follow from them", (weight, weigh) => {
    expect(said(weight)).toBe(sum(rows, weigh));
    const part = (own: readonly Counted[], family: string) =>
      sum(
        own.filter((row) => familyOf(row) === family),
        weigh,
      ) / sum(own, weigh);
    for (const family of ["permissive", "copyleft", "use-restricted", "vendor", "non-commercial", "other", "none"])
      expect(said(`${family}-${weight}`), family).toBeCloseTo(part(rows, family), 9);
    for (const place of ["US", "CN"]) {
      const own = rows.filter(({ owner }) => countries.get(owner) === place);
      for (const family of ["permissive", "vendor", "none"])
        expect(said(`${family}-${place.toLowerCase()}-${weight}`), place).toBeCloseTo(part(own, family), 9);
    }
    const large = rows.filter(({ size }) => size === "above 20B");
    expect(said(`permissive-above-20b-${weight}`)).toBeCloseTo(part(large, "permissive"), 9);
    const sized = rows.filter(({ size }) => size !== "unknown");
    expect(said(`known-size-${weight}`)).toBeCloseTo(sum(sized, weigh) / sum(rows, weigh), 9);
  });

  test("what much downloaded models declare, and gates where they are told, follow from them", () => {
    const many = rows.filter(({ reach }) => reach === "many");
    const silent = many.filter(({ licence }) => licence === null);
    expect(said("undeclared-reach")).toBeCloseTo(sum(silent, weights.models) / sum(many, weights.models), 9);
    const told = rows.some(({ gated }) => gated !== null);
    expect(told).toBe((day ?? "") < "2025-07");
    if (!told) return expect(of.chapter.facts.has("gated-models")).toBe(false);
    const gated = rows.filter((row) => row.gated === "auto" || row.gated === "manual");
    for (const [weight, weigh] of Object.entries(weights))
      expect(said(`gated-${weight}`)).toBeCloseTo(sum(gated, weigh) / sum(rows, weigh), 9);
  });

  test.each(Object.entries(weights))("formats and properties in %s follow from the generator's", (weight, weigh) => {
    const all = trueRows(of, "model-properties") as (Record<string, unknown> & Counted)[];
    const flags = ["safetensors", "gguf", "names_dataset", "quantised", "multimodal", "mixture"];
    for (const flag of flags) {
      const own = all.filter((row) => row[flag] === true);
      if (weight === "models" && flag !== "quantised") expect(own.length, flag).toBeGreaterThan(0);
      expect(said(`${flag.replace("_", "-")}-${weight}`), flag).toBeCloseTo(sum(own, weigh) / sum(all, weigh), 9);
    }
  });

  test("large releases by country follow from the generator's", () => {
    const releases = trueRows(of, "large-releases") as unknown as Counted[];
    for (const [place, licences] of Object.entries({ CN: ["apache-2.0"], US: ["apache-2.0", "mit"] })) {
      const own = releases.filter(({ owner }) => countries.get(owner) === place);
      const id = place.toLowerCase();
      if (own.length === 0) expect(of.chapter.facts.has(`large-releases-${id}`)).toBe(false);
      else {
        const free = own.filter(({ licence }) => licences.includes(licence ?? ""));
        expect(said(`large-releases-${id}`)).toBe(sum(own, weights.models));
        expect(said(`large-permissive-${id}`)).toBeCloseTo(sum(free, weights.models) / sum(own, weights.models), 9);
      }
    }
  });

  test("the chapter stands on the complete Hub, nothing is wrong with it, and the Hub's headlines are checked above", () => {
    expect(of.chapter.problems.map(({ message }) => message)).toEqual([]);
    expect(of.chapter.findings.basis).toMatchObject({ complete: true, asOf: day, sources: ["hub"] });
    const checked = ["permissive-downloads", "none-models", "permissive-cn-downloads"];
    const headlines = of.chapter.headlines.map(({ fact }) => fact);
    expect(headlines.slice(0, 3)).toEqual(checked.map((id) => of.chapter.facts.get(id)));
  });
});

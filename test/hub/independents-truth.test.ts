import { beforeAll, describe, expect, test } from "vitest";
import independents from "#analyses/independents/analysis.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import { modelCardsLoad } from "#test/fixtures/model-cards.ts";
import { generatedOnce, reference, truthHubs } from "#test/support/generated-hub.ts";
import { type HubChapter, hubChapter, linesOf, onHubOf, trueRows, unnoticedSwaps } from "#test/support/hub-chapters.ts";

const early = [
  { modelId: "bert", author: "huggingface", downloads: 900, creation_time: "2019-01-01T00:00:00Z" },
  { modelId: "google/m", author: "google", downloads: 100, creation_time: "2021-01-01T00:00:00Z" },
];
const schemas: EvidenceSchema[] = Object.values(onHubOf(independents, ["hub", "model-cards-2022"]).tables).filter(
  ({ sources }) => sources.includes("hub"),
);
const kinds = new Map(reference.owners.map(({ owner, kind }) => [owner, kind]));
const groups: Readonly<Record<string, readonly string[]>> = {
  ...{ industry: ["industry"], academia: ["academia"], government: ["government"], "non-profit": ["non-profit"] },
  ...{ community: ["community"], research: ["academia", "government", "non-profit"] },
  independent: ["community", "individual"],
};

interface Counted {
  readonly observed_on: string;
  readonly owner: string;
  readonly models: number;
  readonly downloads_30d: number;
  readonly namespaces: number;
  readonly relation: string | null;
}

describe.each(truthHubs)("independents on a generated Hub %s", (_, options) => {
  let of: HubChapter;
  let days: readonly string[];
  beforeAll(async () => {
    const { dir, hub } = await generatedOnce(options);
    days = hub.days;
    of = await hubChapter(independents, dir, { loads: [await modelCardsLoad(early)] });
  }, 120_000);

  /** Rows of the Hub's snapshots; the others are of the small made-up listing. */
  const onSnapshots = ({ observed_on: on }: Readonly<Record<string, unknown>>) => days.includes(String(on));
  const said = (id: string) => Number(of.chapter.facts.get(id)?.value);
  const counted = (table: string) => trueRows(of, table) as unknown as Counted[];
  const newest = () => counted("listed-owners").filter((row) => row.observed_on === days.at(-1));
  const measures: Readonly<Record<string, (row: Counted) => number>> = {
    models: ({ models }) => models,
    downloads: ({ downloads_30d: downloads }) => downloads,
    owners: ({ owner, namespaces }) => (owner === "(none)" ? 0 : namespaces),
  };
  const sum = (rows: readonly Counted[], weigh: (row: Counted) => number) => {
    let all = 0;
    for (const row of rows) all += weigh(row);
    return all;
  };

  test("the tables that stand on snapshots are those of listed and of derived models", () => {
    expect(schemas.map(({ name }) => name).sort()).toEqual(["derived-owners", "listed-owners"]);
  });

  test.each(schemas)("$name is what the generator counted", (schema) => {
    const lines = linesOf(of, schema, onSnapshots);
    expect(lines.truth.length).toBeGreaterThan(50);
    expect(lines.found).toEqual(lines.truth);
  });

  test.each(schemas)("$name: any two statistics swapped would be found", (schema) => {
    expect(unnoticedSwaps(of, schema, onSnapshots)).toEqual([]);
  });

  test("every namespace counts once in each snapshot, as in the generator's counts of owners", () => {
    for (const day of days) {
      const owned = trueRows(of, "hub-totals").find((row) => row.kind === "model" && row.observed_on === day);
      const listed = counted("listed-owners").filter((row) => row.observed_on === day);
      expect(sum(listed, ({ namespaces }) => namespaces)).toBe(Number(owned?.owners));
    }
  });

  test.each(Object.keys(measures))("shares of %s by kind of owner follow from the generator's counts", (measure) => {
    const weigh = measures[measure] as (row: Counted) => number;
    const rows = newest();
    const whole = sum(rows, weigh);
    expect(said(measure)).toBe(whole);
    for (const [id, own] of Object.entries(groups)) {
      const part = sum(
        rows.filter(({ owner }) => own.includes(kinds.get(owner) ?? "")),
        weigh,
      );
      expect(said(`${id}-${measure}`), id).toBeCloseTo(part / whole, 9);
    }
    const unclassified = rows.filter(({ owner }) => owner !== "(none)" && !kinds.has(owner));
    expect(said(`unclassified-${measure}`)).toBeCloseTo(sum(unclassified, weigh) / whole, 9);
    const unknown = rows.filter(({ owner }) => !kinds.has(owner));
    expect(said(`unknown-${measure}`)).toBeCloseTo(sum(unknown, weigh) / whole, 9);
  });

  test("models without an owner, and the share of industry without them, follow too", () => {
    const rows = newest();
    const nameless = rows.filter(({ owner }) => owner === "(none)");
    if (nameless.length === 0) return expect(of.chapter.facts.has("nameless")).toBe(false);
    expect(said("nameless")).toBe(sum(nameless, ({ models }) => models));
    const named = rows.filter(({ owner }) => owner !== "(none)");
    const industry = named.filter(({ owner }) => kinds.get(owner) === "industry");
    const weigh = ({ downloads_30d: downloads }: Counted) => downloads;
    expect(said("industry-downloads-named")).toBeCloseTo(sum(industry, weigh) / sum(named, weigh), 9);
  });

  test("who adapts follows from the generator's counts, models and downloads", () => {
    const rows = counted("derived-owners");
    expect(said("derived-models")).toBe(sum(rows, ({ models }) => models));
    expect(said("with-base")).toBe(said("derived-models"));
    for (const relation of ["finetune", "adapter", "quantized", "merge"]) {
      const own = rows.filter((row) => row.relation === relation);
      if (own.length === 0) continue;
      for (const [measure, weigh] of Object.entries(measures).slice(0, 2)) {
        expect(said(`derived-${relation}-${measure}`), relation).toBe(sum(own, weigh));
        for (const id of ["industry", "research", "independent"]) {
          const part = own.filter(({ owner }) => groups[id]?.includes(kinds.get(owner) ?? ""));
          expect(said(`derived-${relation}-${id}-${measure}`)).toBeCloseTo(sum(part, weigh) / sum(own, weigh), 9);
        }
      }
    }
  });

  test("the chapter stands on the complete Hub, nothing is wrong with it, and its headlines are checked above", () => {
    expect(of.chapter.problems.map(({ message }) => message)).toEqual([]);
    expect(of.chapter.findings.basis).toMatchObject({ complete: true, asOf: days.at(-1) });
    const checked = ["unclassified-models", "unclassified-downloads"].map((id) => of.chapter.facts.get(id));
    expect(of.chapter.headlines.map(({ fact }) => fact)).toEqual(checked);
  });
});

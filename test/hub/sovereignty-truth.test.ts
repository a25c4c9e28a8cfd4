import { beforeAll, describe, expect, test } from "vitest";
import sovereignty from "#analyses/sovereignty/analysis.ts";
import type { HubOptions } from "#scripts/generator/options.ts";
import { type Generated, generatedOnce } from "#test/support/generated-hub.ts";
import { type HubChapter, hubChapter, linesOf, trueTable, unnoticedSwaps } from "#test/support/hub-chapters.ts";
import { generatedList, onHub } from "#test/support/sovereignty-hub.ts";

const schemas = Object.values(onHub.tables);

const hubs: [string, Omit<HubOptions, "owners">][] = [
  ["with ids throughout", { models: 10_000, months: 4, seed: 11 }],
  ["of which one snapshot has no ids", { models: 3_000, months: 3, seed: 12, withoutIds: [1] }],
  ["of two snapshots", { models: 1_000, months: 2, seed: 13 }],
];

describe.each(hubs)("a generated Hub %s", (_, options) => {
  let hub: Generated["hub"];
  let of: HubChapter;
  beforeAll(async () => {
    const generated = await generatedOnce(options);
    hub = generated.hub;
    of = await hubChapter(sovereignty, generated.dir, {
      loads: [await generatedList(generated.dir, hub.days.at(-1) ?? "")],
    });
  }, 120_000);

  test.each(schemas)("$name is what the generator counted", (schema) => {
    const lines = linesOf(of, schema);
    expect(lines.truth.length).toBeGreaterThan(2);
    expect(lines.found).toEqual(lines.truth);
  });

  test("any two statistics of owners swapped would be found", () => {
    expect(unnoticedSwaps(of, onHub.tables.ownerDownloads as (typeof schemas)[number])).toEqual([]);
  });

  test("shares of countries and regions at both ends follow from the generator's counts", () => {
    const { columns, rows: counted } = trueTable(of, "countries");
    const cell = (row: readonly unknown[], column: string) => row[columns.indexOf(column)];
    for (const [end, day] of Object.entries({ first: hub.days[0], last: hub.days.at(-1) })) {
      const on = counted.filter((row) => cell(row, "observed_on") === day);
      const total = (some: typeof on, column: string) => some.reduce((sum, row) => sum + Number(cell(row, column)), 0);
      const share = (code: string, column: string) =>
        total(
          on.filter((row) => cell(row, "country") === code),
          column,
        ) / total(on, column);
      const said = (id: string) => Number(of.chapter.facts.get(id)?.value);
      for (const code of ["US", "CN"]) {
        const place = code.toLowerCase();
        expect(said(`${place}-share-${end}`)).toBeCloseTo(share(code, "downloads_30d"), 12);
        expect(said(`${place}-curated-${end}`)).toBeCloseTo(share(code, "curated_downloads_30d"), 12);
      }
    }
  });

  test("the chapter stands on the complete Hub, and nothing is wrong with it", () => {
    const { chapter } = of;
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
    expect(chapter.findings.basis).toMatchObject({ complete: true, sources: ["hub", "tracked-models"] });
    expect(chapter.findings.basis.asOf).toBe(hub.days.at(-1));
  });
});

import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { readReference } from "#loaders/reference.ts";
import { type GeneratedHub, generateHub } from "#scripts/generator/hub.ts";
import type { HubOptions } from "#scripts/generator/options.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { comparable, type TrueTable, truthOf } from "#scripts/lib/truth.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { scratch } from "#test/fixtures/source.ts";
import type { EvidenceRows } from "#test/support/hub.ts";
import { evaluated, generatedList, onHub, reduced } from "#test/support/sovereignty-hub.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
const schemas = Object.values(onHub.tables);
const none: TrueTable = { key: [], columns: [], rows: [] };

const hubs: [string, Omit<HubOptions, "owners">][] = [
  ["with ids throughout", { models: 10_000, months: 4, seed: 11 }],
  ["of which one snapshot has no ids", { models: 3_000, months: 3, seed: 12, withoutIds: [1] }],
  ["of two snapshots", { models: 1_000, months: 2, seed: 13 }],
];

describe.each(hubs)("a generated Hub %s", (_, options) => {
  let hub: GeneratedHub;
  let truth: Readonly<Record<string, TrueTable>>;
  let rows: Readonly<Record<string, EvidenceRows>>;
  let chapter: Chapter;
  beforeAll(async () => {
    const dir = join(await scratch(), "hub");
    hub = await generateHub({ ...options, owners }, dir);
    truth = truthOf(dir);
    const loads = [...hubLoads(await generatedHub(dir)), await generatedList(dir, hub.days.at(-1) ?? "")];
    rows = await reduced(loads, reference);
    chapter = evaluated(rows, reference);
  }, 120_000);

  test.each(schemas)("$name is what the generator counted", ({ name, columns }) => {
    const lines = comparable(rows[name] ?? [], truth[name] ?? none, Object.keys(columns));
    expect(lines.truth.length).toBeGreaterThan(2);
    expect(lines.found).toEqual(lines.truth);
  });

  test("any two statistics of owners swapped would be found", () => {
    const { columns, key } = onHub.tables.ownerDownloads ?? none;
    const names = Object.keys(columns);
    const measures = names.filter((column) => !key.includes(column));
    for (const [i, a] of measures.entries())
      for (const b of measures.slice(i + 1)) {
        const swapped = (rows["owner-downloads"] ?? []).map((row) => ({ ...row, [a]: row[b], [b]: row[a] }));
        const lines = comparable(swapped, truth["owner-downloads"] ?? none, names);
        expect(lines.found, `${a} and ${b}`).not.toEqual(lines.truth);
      }
  });

  test("shares of countries and regions at both ends follow from the generator's counts", () => {
    const { columns, rows: counted } = truth.countries ?? none;
    const cell = (row: readonly unknown[], column: string) => row[columns.indexOf(column)];
    for (const [end, day] of Object.entries({ first: hub.days[0], last: hub.days.at(-1) })) {
      const on = counted.filter((row) => cell(row, "observed_on") === day);
      const total = (some: typeof on, column: string) => some.reduce((sum, row) => sum + Number(cell(row, column)), 0);
      const share = (code: string, column: string) =>
        total(
          on.filter((row) => cell(row, "country") === code),
          column,
        ) / total(on, column);
      const said = (id: string) => Number(chapter.facts.get(id)?.value);
      for (const code of ["US", "CN"]) {
        const place = code.toLowerCase();
        expect(said(`${place}-share-${end}`)).toBeCloseTo(share(code, "downloads_30d"), 12);
        expect(said(`${place}-curated-${end}`)).toBeCloseTo(share(code, "curated_downloads_30d"), 12);
      }
    }
  });

  test("the chapter stands on the complete Hub, and nothing is wrong with it", () => {
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
    expect(chapter.findings.basis).toMatchObject({ complete: true, sources: ["hub", "tracked-models"] });
    expect(chapter.findings.basis.asOf).toBe(hub.days.at(-1));
  });
});

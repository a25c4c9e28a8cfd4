import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { wholeHub } from "#kit/hub/standing.ts";
import { readReference } from "#loaders/reference.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import type { HubOptions } from "#scripts/generator/options.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { comparable, type TrueTable, truthOf } from "#scripts/lib/truth.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { scratch } from "#test/fixtures/source.ts";
import { type EvidenceRows, evidenceOf, hubEvidence } from "#test/support/hub.ts";

const schemas = hubEvidence(wholeHub);
const tables = schemas.map((schema) => [schema.name, schema] as const);
const registry = await readReference("data/reference");
const reference = { ...registry, corrections: [] };
const owners = registry.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
const none: TrueTable = { key: [], columns: [], rows: [] };

interface Compared {
  readonly dir: string;
  readonly truth: Readonly<Record<string, TrueTable>>;
  readonly found: Map<string, EvidenceRows>;
}

/** A generated Hub, its truth file, and the evidence tables that the pipeline makes of it. */
async function generated(options: Omit<HubOptions, "owners">, threads = 2): Promise<Compared> {
  const dir = join(await scratch(), "hub");
  await generateHub({ ...options, owners }, dir);
  const found = await evidenceOf(hubLoads(await generatedHub(dir)), schemas, reference, threads);
  return { dir, truth: truthOf(dir), found };
}

function same({ found, truth }: Compared, name: string, columns: readonly string[]): void {
  const lines = comparable(found.get(name) ?? [], truth[name] ?? none, columns);
  expect(lines.truth.length).toBeGreaterThan(0);
  expect(lines.found).toEqual(lines.truth);
}

describe("a generated Hub of 10 thousand models and four months", () => {
  let hub: Compared;
  beforeAll(async () => {
    hub = await generated({ models: 10_000, months: 4, seed: 1 });
  }, 120_000);

  test.each(tables)("%s equals the truth file", (name, { columns }) => same(hub, name, Object.keys(columns)));

  test.each(tables)("%s: any two statistics swapped would be found", (name, { columns, key }) => {
    const names = Object.keys(columns);
    const measures = names.filter((column) => !key.includes(column));
    const rows = hub.found.get(name) ?? [];
    for (const [i, a] of measures.entries())
      for (const b of measures.slice(i + 1)) {
        const swapped = rows.map((row) => ({ ...row, [a]: row[b], [b]: row[a] }));
        const lines = comparable(swapped, hub.truth[name] ?? none, names);
        expect(lines.found, `${a} and ${b}`).not.toEqual(lines.truth);
      }
  });

  test("no table could stand for another", () => {
    const contents = schemas.map(({ name, columns }) =>
      JSON.stringify(hub.found.get(name)?.map((row) => Object.keys(columns).map((column) => row[column]))),
    );
    expect(new Set(contents).size).toBe(schemas.length);
  });
});

describe("a generated Hub whose snapshots cross the eras of their columns", () => {
  let hub: Compared;
  beforeAll(async () => {
    const days = ["2024-09-04", "2025-01-15", "2025-03-19", "2025-08-20", "2026-05-20"];
    hub = await generated({ models: 2_000, days, withoutIds: [1], seed: 2, codec: "snappy", rowGroup: 2_048 }, 1);
  }, 120_000);

  test.each(tables)("%s equals the truth file", (name, { columns }) => same(hub, name, Object.keys(columns)));

  test("what an era lacks is unknown, not zero", () => {
    const windows = hub.found.get("hub-windows") ?? [];
    expect(windows.some(({ downloads }) => downloads === null)).toBe(true);
    const totals = hub.found.get("hub-totals") ?? [];
    expect(totals.filter(({ downloads_all_time }) => downloads_all_time === null).length).toBeGreaterThan(1);
  });
});

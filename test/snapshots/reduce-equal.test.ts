import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { findLoaders } from "#loaders/discover.ts";
import type { Load } from "#loaders/engine/canonical.ts";
import { readReference } from "#loaders/reference.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { LocalSource } from "#loaders/schema/loader.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import { declaredTables } from "#scripts/lib/declared.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { canonicalRows, reducedSource } from "#test/fixtures/reduced.ts";
import { scratch } from "#test/fixtures/source.ts";
import { evidenceOf, hubEvidence } from "#test/support/hub.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
const tables = ["models", "datasets", "papers", "bases", "tags", "sizes", "windows"];

/** Every evidence table of every analysis that stands on one source alone. */
async function evidenceOn(source: string): Promise<EvidenceSchema[]> {
  const declared = await declaredTables("analyses", { id: "2026-autumn", sources: { [source]: "r1" } });
  return declared.map(({ schema }) => schema).filter(({ sources }) => sources.every((id) => id === source));
}

/** The loads of raw files and of reduced copies of them. */
async function both(files: LocalSource, loadsOf: (files: LocalSource) => Load[]) {
  return { raw: loadsOf(files), reduced: loadsOf(await reducedSource(files)) };
}

describe("snapshots of every era, one of them without identities", () => {
  let loads: Awaited<ReturnType<typeof both>>;
  beforeAll(async () => {
    const dir = join(await scratch(), "hub");
    const days = ["2024-09-04", "2025-01-15", "2025-03-19", "2026-05-20"];
    await generateHub({ models: 300, days, withoutIds: [1], seed: 7, rowGroup: 2_048, owners }, dir);
    loads = await both(await generatedHub(dir), hubLoads);
  }, 300_000);

  test("give the same canonical tables, row for row", async () => {
    const [raw, reduced] = [await canonicalRows(loads.raw), await canonicalRows(loads.reduced)];
    expect(Object.keys(raw)).toEqual(tables);
    for (const name of tables) {
      expect(raw[name]?.length, name).toBeGreaterThan(10);
      expect(reduced[name], name).toEqual(raw[name]);
    }
  }, 180_000);

  test("give the same evidence tables of every analysis", async () => {
    const schemas = await evidenceOn("hub");
    const [raw, reduced] = [
      await evidenceOf(loads.raw, schemas, reference),
      await evidenceOf(loads.reduced, schemas, reference),
    ];
    expect(schemas.length).toBeGreaterThan(20);
    expect([...raw.values()].filter((rows) => rows.length > 0).length).toBeGreaterThan(15);
    for (const { name } of schemas) expect(reduced.get(name), name).toEqual(raw.get(name));
  }, 300_000);
});

describeReal("the sample of hub-stats", () => {
  const id = "hub-stats-sample";
  let loads: Awaited<ReturnType<typeof both>>;
  beforeAll(async () => {
    const loaders = await findLoaders(id, pathsAt().loaders);
    loads = await both(await realSource(id), (files) => loaders.map((loader) => ({ loader, files })));
  });

  test("gives the same canonical tables, row for row", async () => {
    const [raw, reduced] = [await canonicalRows(loads.raw), await canonicalRows(loads.reduced)];
    expect(raw.models).toHaveLength(4167);
    expect(reduced).toEqual(raw);
  }, 180_000);

  test("gives the same evidence tables", async () => {
    const schemas = hubEvidence({ sources: [id], population: "a sample", complete: false });
    const raw = await evidenceOf(loads.raw, schemas, reference);
    expect(schemas.length).toBeGreaterThan(5);
    expect(await evidenceOf(loads.reduced, schemas, reference)).toEqual(raw);
  }, 180_000);
});

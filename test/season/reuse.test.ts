import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildTables } from "#scripts/lib/build.ts";
import { chooseEdition } from "#scripts/lib/editions.ts";
import { gatherInputs } from "#scripts/lib/inputs.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { sameTables, withTables } from "#scripts/lib/reuse.ts";
import { transport } from "#scripts/lib/transport.ts";
import { describeReal, mirror } from "#test/fixtures/real.ts";

const paths = pathsAt();
const edition = await chooseEdition(paths.editions, "2026-autumn");
const found = await sameTables(edition, edition, paths);

test("taken from the same edition, every table has the bytes that are committed", async () => {
  expect(found.length).toBeGreaterThan(60);
  for (const { entry, bytes } of found)
    expect(await readFile(join(paths.tables, edition.id, entry.path)), entry.path).toEqual(Buffer.from(bytes));
});

test.each<[string, Partial<typeof edition>, (sources: string) => boolean]>([
  ["another day", { as_of: "2026-09-29" }, () => false],
  [
    "another revision of a source",
    { sources: { ...edition.sources, radar: "r2" } },
    (sources) => !sources.includes("radar"),
  ],
])("not of %s", async (_, other, kept) => {
  const some = await sameTables({ ...edition, ...other }, edition, paths);
  expect(some.map(({ entry }) => entry.path)).toEqual(
    found.filter(({ entry: { sources } }) => kept(sources.join())).map(({ entry }) => entry.path),
  );
});

describeReal("taken for an edition of another name", () => {
  test("tables are those that it would build from raw data", { timeout: 120_000 }, async () => {
    const later = { ...edition, id: "2026-winter", status: "draft" } as const;
    const wanted = (path: string) =>
      path.startsWith("independents/daily") || path === "sovereignty/curated-models.arrow";
    const others = found.map(({ entry }) => entry.path).filter((path) => !wanted(path));
    const input = await gatherInputs(edition, paths, { open: transport({ mirror }) }, undefined, others);
    const built = await buildTables({ ...input, edition: later, threads: 2 });
    expect(built.tables.length).toBeGreaterThan(2);
    const taken = await sameTables(later, edition, paths, input.tables);
    expect(taken.map(({ entry }) => entry)).toEqual(built.tables.map(({ entry }) => entry));
    expect(withTables({ ...built, tables: built.tables.slice(1) }, taken.slice(0, 1))).toEqual(built);
  });
});

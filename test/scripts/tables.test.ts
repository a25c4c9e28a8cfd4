import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { buildTables } from "#scripts/lib/build.ts";
import { compareTables } from "#scripts/lib/compare.ts";
import { schemaHash, sqlHash } from "#scripts/lib/declared.ts";
import { chooseEdition } from "#scripts/lib/editions.ts";
import { gatherInputs } from "#scripts/lib/inputs.ts";
import { verifyTables } from "#scripts/lib/verify.ts";
import { writeTables } from "#scripts/lib/write.ts";
import { crawlRecord, type Project, project, tablesModule } from "#test/fixtures/project.ts";

async function inputs({ paths, options }: Project) {
  return gatherInputs(await chooseEdition(paths.editions), paths, options);
}

async function built(it: Project, threads = 2) {
  return buildTables({ ...(await inputs(it)), threads });
}

async function written(it: Project) {
  const dir = join(it.paths.tables, "2026-autumn");
  await writeTables(await built(it), dir);
  return { dir, arrow: join(dir, "example", "by-owner.arrow") };
}

describe("building", () => {
  test("rows, provenance and licence come out of raw files", async () => {
    const it = await project();
    const { tables } = await inputs(it);
    const [table] = (await built(it)).tables;
    const { rows, metadata } = decodeEvidence(table?.bytes ?? new Uint8Array(), tables[0]?.schema ?? missing());
    expect(rows).toHaveLength(8);
    expect(rows[0]).toEqual({ observed_on: "2024-12-13", owner: "Qwen", downloads_30d: 5 });
    expect(metadata).toMatchObject({
      edition: "2026-autumn",
      analysis: "example",
      sources: [{ id: "osir-lmts", revision: "r1", licence: "MIT" }],
      licence: "MIT",
      population: "chosen namespaces",
      first: "2024-12-13",
      last: "2025-02-14",
    });
  });

  test("threads do not change the bytes", async () => {
    const it = await project();
    expect((await built(it, 1)).manifest).toEqual((await built(it, 2)).manifest);
  });

  test("an owner above 0.1 % who is not registered stops the build by name, with every other one", async () => {
    const it = await project(["Qwen"]);
    await expect(built(it)).rejects.toThrow(/THUDM: 66\.67 % .*huggingface on 2024-12-13/);
    await expect(built(it)).rejects.toThrow(/zai-org: 59\.70 % .*\nTHUDM|THUDM.*\nzai-org: 59\.70 %/);
    await expect(built(it)).rejects.toThrow("acme: 12.07 %");
  });

  test("registration disregards case", async () => {
    await expect(built(await project(["qwen", "thudm", "ZAI-ORG", "Acme"]))).resolves.toBeDefined();
  });

  test("an edition and a record that name different revisions stop the build", async () => {
    const it = await project();
    await it.put("data/sources/osir-lmts.json", JSON.stringify(crawlRecord({ revision: "r2" })));
    await expect(inputs(it)).rejects.toThrow(
      "osir-lmts data/editions/2026-autumn.json: [revision] names r1, the record names r2",
    );
  });

  test("a source without a record stops the build", async () => {
    const it = await project();
    await rm(join(it.paths.sources, "osir-lmts.json"));
    await expect(inputs(it)).rejects.toThrow("[record] does not exist");
  });
});

describe("committed tables", () => {
  test("what was written verifies and compares equal, and leaves nothing else behind", async () => {
    const it = await project();
    const { dir } = await written(it);
    await written(it);
    expect(await verifyTables("2026-autumn", it.paths)).toMatchObject({ problems: [], notes: [] });
    expect(await compareTables(await built(it), (await inputs(it)).tables, dir)).toEqual([]);
    expect([existsSync(`${dir}.next`), existsSync(`${dir}.last`)]).toEqual([false, false]);
  });

  test("a failed build leaves the committed tables as they were", async () => {
    const it = await project();
    const { arrow } = await written(it);
    const before = await readFile(arrow);
    await it.put(
      "data/reference/owners.csv",
      (await readFile(join(it.paths.reference, "owners.csv"), "utf8")).replace(/acme.*\n/, ""),
    );
    await expect(written(it)).rejects.toThrow("acme");
    expect(Buffer.compare(await readFile(arrow), before)).toBe(0);
  });

  test("a damaged and a missing table are named", async () => {
    const it = await project();
    const { arrow } = await written(it);
    await writeFile(arrow, "x");
    expect((await verifyTables("2026-autumn", it.paths)).problems).toEqual([
      expect.stringContaining("example/by-owner.arrow: is damaged"),
    ]);
    await rm(arrow);
    expect((await verifyTables("2026-autumn", it.paths)).problems).toEqual([
      expect.stringContaining("example/by-owner.arrow: is missing"),
    ]);
  });

  test("no tables at all is a problem, not a crash", async () => {
    const { problems } = await verifyTables("2026-autumn", (await project()).paths);
    expect(problems).toEqual([expect.stringContaining("tables.json: is missing; stale: run npm run tables")]);
  });

  test("a registry with other names is a note", async () => {
    const it = await project();
    await written(it);
    await it.put("data/reference/renames.csv", "platform,old,new,on,source\nhuggingface,THUDM,zai-org,,unsourced\n");
    expect((await verifyTables("2026-autumn", it.paths)).notes).toHaveLength(1);
  });

  test.each([
    [
      "a changed query",
      "GROUP BY",
      "AND owner <> 'acme' GROUP BY",
      "the query has changed; stale",
      "8 rows committed, 6 rebuilt; first difference in row 5",
    ],
    [
      "a changed sentence",
      "An owner on a day.",
      "One owner.",
      "the declaration has changed; stale",
      "the same 8 rows but other metadata",
    ],
    [
      "another name",
      '"by-owner"',
      '"of-owners"',
      "is committed but not declared; stale",
      "example/of-owners.arrow: is declared but not committed",
    ],
  ])("%s is stale without raw data, and told apart with it", async (_, from, to, stale, difference) => {
    const [old, changed] = [await project(), await project()];
    const { dir } = await written(old);
    await changed.put("analyses/example/tables.ts", tablesModule.replace(from, to));
    const paths = { ...changed.paths, tables: old.paths.tables };
    expect((await verifyTables("2026-autumn", paths)).problems.join("\n")).toContain(stale);
    const differences = await compareTables(await built(changed), (await inputs(changed)).tables, dir);
    expect(differences.join("\n")).toContain(difference);
  });

  test("indentation of a query does not make it stale; its words and its schema do", async () => {
    const schema = (await inputs(await project())).tables[0]?.schema ?? missing();
    const with_ = (sql: string) => sqlHash({ ...schema, sql });
    expect(with_("SELECT 1\n  FROM x")).toBe(with_("\n    SELECT 1\n\n    FROM x\n"));
    expect(with_("SELECT 1")).not.toBe(with_("SELECT 2"));
    expect(schemaHash(schema)).not.toBe(schemaHash({ ...schema, complete: true }));
  });
});

function missing(): never {
  throw new Error("no table was declared");
}

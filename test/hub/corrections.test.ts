import { describe, expect, test } from "vitest";
import { loadSources, selectSources } from "#loaders/engine/canonical.ts";
import { checkCorrections } from "#loaders/reference/corrections.ts";
import type { LocalSource } from "#loaders/schema/loader.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { hubLoads, hubSource } from "#test/fixtures/hub-files.ts";
import { objects, withEngine } from "#test/fixtures/query.ts";

type Correction = Reference["corrections"][number];

function correction(changes: Partial<Correction> = {}): Correction {
  return {
    ...{ source: "hub", table: "models", repo: "a/joke", column: "parameters", expect: "414720", value: "24000000000" },
    ...{ until: null, reason: "The name says 24B.", reference: "unsourced", ...changes },
  };
}

const joke = { id: "a/joke", safetensors: { total: 414720 } };
const other = { id: "a/other", safetensors: { total: 414720 } };

function read(
  files: LocalSource,
  corrections: readonly Correction[],
  sql = "SELECT repo, parameters FROM models ORDER BY observed_on, repo",
) {
  return withEngine(async (engine) => {
    const loads = hubLoads(files);
    await loadSources(engine, loads, corrections);
    await selectSources(engine, loads, ["hub"]);
    return objects(engine, sql);
  });
}

const one = () => hubSource({ "2026-01-01": { models: { rows: [joke, other] } } });
const mended = () =>
  hubSource({
    "2026-01-01": { models: { rows: [joke, other] } },
    "2026-02-01": { models: { rows: [{ ...joke, safetensors: { total: 23.5e9 } }, other] } },
  });

test("the wrong value gives way, in that repository alone", async () => {
  expect(await read(await one(), [correction()])).toEqual([
    { repo: "a/joke", parameters: 24e9 },
    { repo: "a/other", parameters: 414720 },
  ]);
});

test("no value is unknown", async () => {
  expect(await read(await one(), [correction({ value: null })])).toContainEqual({ repo: "a/joke", parameters: null });
});

test("several in one column and in two", async () => {
  const all = [
    correction(),
    correction({ repo: "a/other", value: "5" }),
    correction({ column: "likes", expect: "0", value: "9" }),
  ];
  expect(await read(await one(), all, "SELECT repo, parameters, likes FROM models ORDER BY repo")).toEqual([
    { repo: "a/joke", parameters: 24e9, likes: 9 },
    { repo: "a/other", parameters: 5, likes: 0 },
  ]);
});

test("what follows from the table follows from the correction", async () => {
  const child = { id: "b/child", baseModels: { relation: "finetune", models: [{ _id: "x", id: "a/joke" }] } };
  const files = await hubSource({ "2026-01-01": { models: { rows: [joke, child] } } });
  const sql = "SELECT repo_key, parameters FROM sizes ORDER BY 1";
  expect(await read(files, [correction()], sql)).toContainEqual({ repo_key: "b/child", parameters: 24e9 });
});

describe("fails when upstream has mended itself", () => {
  test("the newest row holds another value", async () => {
    await expect(read(await mended(), [correction()])).rejects.toThrow(
      "hub models a/joke parameters: is 23500000000.0 on 2026-02-01, not 414720: upstream has mended it",
    );
  });

  test("the repository is gone", async () => {
    await expect(read(await one(), [correction({ repo: "a/gone" })])).rejects.toThrow("the repository is not there");
  });

  test("not with the last day on which it was wrong; later rows stay as they are", async () => {
    const found = await read(await mended(), [correction({ until: "2026-01-01" })]);
    expect(found.filter(({ repo }) => repo === "a/joke").map(({ parameters }) => parameters)).toEqual([24e9, 23.5e9]);
  });

  test("all that is wrong is said at once", async () => {
    const wrong = [correction({ repo: "a/gone" }), correction({ expect: "1" })];
    await expect(read(await one(), wrong)).rejects.toThrow("2 problems");
  });
});

test("a correction of another source does nothing", async () => {
  const found = await read(await one(), [correction({ source: "else", repo: "nobody/nothing" })]);
  expect(found).toContainEqual({ repo: "a/joke", parameters: 414720 });
});

describe("the registry refuses", () => {
  test.each<[string, Partial<Correction>, string]>([
    ["another table", { table: "offers" }, 'table "offers" is not one of models, datasets'],
    ["another column", { column: "size" }, 'column "size" is not one of models'],
    ["a column of the key", { column: "repo" }, 'column "repo" identifies the row'],
    ["a value of another kind", { value: "many" }, 'value "many" is no float'],
    ["half a download", { column: "likes", expect: "1.5" }, 'expect "1.5" is no int'],
    ["unknown where a value must be", { column: "owner", value: null }, 'value is empty, but "owner" must be known'],
    ["what is there already", { value: "414720" }, "value is what upstream has"],
    ["a source that is none", { reference: "somebody said" }, "is not an http(s) URL or unsourced"],
  ])("%s", (_, changes, message) => {
    const problems: string[] = [];
    checkCorrections({ file: "corrections.csv", rows: [correction(changes)], lines: [2] }, problems);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
    expect(problems[0]).toMatch(/^corrections\.csv:2: /);
  });
});

import { describe, expect, test } from "vitest";
import { int, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { checkNames } from "#scripts/lib/gates.ts";
import { record } from "#test/fixtures/source.ts";

const about = { name: "t", doc: "A row.", sources: ["example"], population: "examples", complete: false, sql: "" };
const named = defineEvidence({ ...about, key: ["repo"], columns: { repo: text(".") } });
const counted = defineEvidence({ ...about, key: ["n"], columns: { n: int(".") } });
const table = (schema: typeof named | typeof counted) => ({ analysis: "a", path: "a/t.arrow", schema });
const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ repo: `owner/${i}` }));
const unlicensed = record({ licence: { spdx: null, url: null, note: "none stated" } });

describe("named repositories", () => {
  test("200 may be named, on any number of rows; 201 may not", () => {
    expect(checkNames(table(named), [...rows(200), ...rows(200)], [record()])).toEqual([]);
    expect(checkNames(table(named), rows(201), [record()])).toEqual([
      "a/t.arrow: names 201 repositories, more than 200; keep a short ranking",
    ]);
  });

  test("none may be named from a source that states no licence", () => {
    expect(checkNames(table(named), rows(1), [unlicensed])).toEqual([
      expect.stringContaining("names repositories of example, which states no licence"),
    ]);
  });

  test.each(["model", "offer"])("names of a column %s count like repositories", (column) => {
    const schema = defineEvidence({ ...about, key: [column], columns: { [column]: text(".") } });
    const many = Array.from({ length: 201 }, (_, i) => ({ [column]: `name ${i}` }));
    const found = (given: typeof many, source = record()) =>
      checkNames({ analysis: "a", path: "a/t.arrow", schema }, given, [source]);
    expect(found(many)).toEqual([`a/t.arrow: names 201 ${column}s, more than 200; keep a short ranking`]);
    expect(found(many.slice(1))).toEqual([]);
    expect(found(many.slice(0, 1), unlicensed)).toEqual([
      `a/t.arrow: names ${column}s of example, which states no licence; publish aggregates only`,
    ]);
  });

  test("aggregates may come from anywhere", () => {
    expect(checkNames(table(counted), [{ n: 1 }], [unlicensed])).toEqual([]);
  });
});

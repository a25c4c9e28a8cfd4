import { tableFromIPC } from "apache-arrow";
import { fromArrow } from "arquero";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv } from "#loaders/engine/csv.ts";
import { decodeEvidence } from "#loaders/engine/decode.ts";
import { encodeEvidence } from "#loaders/engine/encode.ts";
import { bool, date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { defineTable, type Row } from "#loaders/schema/table.ts";

const schema = defineTable({
  name: "t",
  doc: "A row.",
  key: ["id"],
  columns: {
    id: int("An id."),
    words: nullable(text("Words.")),
    n: nullable(int("A count.", "models")),
    x: nullable(float("A size.", "parameters")),
    day: nullable(date("A day.")),
    yes: nullable(bool("Whether.")),
  },
});

const provenance = {
  table: "t",
  doc: "A row.",
  key: ["id"],
  edition: "2026-autumn",
  analysis: "a",
  sources: [{ id: "s", revision: "r", licence: "MIT" }],
  licence: "MIT",
  population: "examples",
  complete: false,
  first: "2025-01-01",
  last: "2025-01-31",
  sql_sha256: "",
  schema_sha256: "",
};

const rows: Row<typeof schema>[] = [
  { id: 1, words: 'ü, "q"\nx', n: Number.MAX_SAFE_INTEGER, x: 0.1, day: "1969-12-31", yes: true },
  { id: 2, words: null, n: null, x: null, day: null, yes: null },
  { id: 3, words: "", n: -1, x: -1e300, day: "2025-09-07", yes: false },
];

describe("Arrow", () => {
  test("what is encoded is decoded, with its provenance", () => {
    expect(decodeEvidence(encodeEvidence(rows, schema, provenance), schema)).toEqual({ rows, metadata: provenance });
  });

  test("any rows survive", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    const row = fc.record({
      words: fc.option(fc.string({ unit: "grapheme" })),
      n: fc.option(fc.maxSafeInteger()),
      x: fc.option(fc.double({ noDefaultInfinity: true, noNaN: true }).map((x) => x + 0)),
      day: fc.option(day.map((at) => at.toISOString().slice(0, 10))),
      yes: fc.option(fc.boolean()),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (found) => {
        const numbered = found.map((one, id) => ({ id, ...one }));
        expect(decodeEvidence(encodeEvidence(numbered, schema, provenance), schema).rows).toEqual(numbered);
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  test("the same rows give the same bytes", () => {
    const [a, b] = [encodeEvidence(rows, schema, provenance), encodeEvidence(rows, schema, provenance)];
    expect(Buffer.compare(a, b)).toBe(0);
  });

  test("apache-arrow and Arquero read it: one batch, explicit types, docs and units in the fields", () => {
    const bytes = encodeEvidence(rows, schema, provenance);
    const table = tableFromIPC(bytes);
    expect(table.batches).toHaveLength(1);
    expect(table.schema.fields.map(({ type }) => String(type))).toEqual([
      "Int64",
      "Utf8",
      "Int64",
      "Float64",
      "Date32<DAY>",
      "Bool",
    ]);
    expect(table.schema.fields[2]?.metadata.get("unit")).toBe("models");
    expect(table.schema.fields[0]?.nullable).toBe(false);
    expect(fromArrow(bytes).array("n")).toEqual([Number.MAX_SAFE_INTEGER, null, -1]);
  });

  test("an empty table keeps its columns", () => {
    const bytes = encodeEvidence([], schema, provenance);
    expect(decodeEvidence(bytes, schema).rows).toEqual([]);
    expect(tableFromIPC(bytes).numCols).toBe(6);
  });

  const bytes = encodeEvidence(rows, schema, provenance);
  test.each([
    ["a column of another type", { ...schema.columns, n: nullable(text(".")) }, "t.n: is not stored as text"],
    ["a column that is not there", { ...schema.columns, more: int(".") }, "t.more: is declared but not stored"],
    ["a column that is not declared", { id: int(".") }, "t.words: is stored but not declared"],
    ["a null that is not allowed", { ...schema.columns, n: int(".") }, "t.n: row 2 holds null, which is not int"],
  ])("decoding refuses %s", (_, columns, message) => {
    expect(() => decodeEvidence(bytes, { ...schema, columns })).toThrow(message);
  });

  test("decoding refuses what is not Arrow, and Arrow without provenance", () => {
    expect(() => decodeEvidence(new Uint8Array([1, 2, 3]), schema)).toThrow("evidence t");
    const bare = encodeEvidence(rows, schema, { ...provenance, first: "soon" });
    expect(() => decodeEvidence(bare, schema)).toThrow("provenance.first");
  });
});

test("CSV: a header, quoted text, empty for null, LF", () => {
  expect(toCsv(rows, schema)).toBe(
    'id,words,n,x,day,yes\n1,"ü, ""q""\nx",9007199254740991,0.1,1969-12-31,true\n2,,,,,\n3,,-1,-1e+300,2025-09-07,false\n',
  );
});

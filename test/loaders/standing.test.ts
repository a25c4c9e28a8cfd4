import { expect, test } from "vitest";
import { int } from "#loaders/schema/column.ts";
import { defineEvidence, standingOn } from "#loaders/schema/evidence.ts";

const partial = {
  sources: ["crawl", "list"],
  population: "what somebody chose",
  complete: false,
  sql: "SELECT 1 AS n",
};
const whole = { sources: ["hub", "list"], population: "the Hub", complete: true, sql: "SELECT 2 AS n" };
const sample = { sources: ["sample"], population: "a sample", complete: false, sql: "SELECT 3 AS n" };
const fields = { name: "t", doc: "One row.", key: ["n"], columns: { n: int("A number.") } } as const;
const table = defineEvidence({ ...fields, ...partial, wider: [whole, sample] });

test.each([
  ["its own where nothing wider is pinned", ["crawl", "list"], partial],
  ["the best that is pinned", ["crawl", "hub", "list", "sample"], whole],
  ["nothing of which a source is missing", ["crawl", "hub", "sample"], sample],
  ["its own for an edition that pins nothing", [], partial],
])("a table stands on %s", (_, pinned, standing) => {
  const { wider, ...found } = standingOn(table, pinned);
  expect(wider).toBeUndefined();
  expect(found).toMatchObject({ name: "t", key: ["n"], ...standing });
});

test("a standing without sources is refused", () => {
  expect(() => defineEvidence({ ...fields, ...partial, wider: [{ ...whole, sources: [] }] })).toThrow(
    "evidence t: name at least one source",
  );
});

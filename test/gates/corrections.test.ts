import { expect, test } from "vitest";
import { named, tried } from "#test/fixtures/snapshot-gates.ts";
import { replacingOne } from "./breaks.ts";

const only = ["models"] as const;
const of = { source: "hub", table: "models", repo: "owner-7/m-7", until: null, reason: "r", reference: "unsourced" };
const wrong = replacingOne("models", "downloads", "-1");
const correction = { ...of, column: "downloads_30d", expect: "-1", value: null };

test("a wrong value that is corrected when it is loaded is not held against a snapshot", async () => {
  expect(named(await tried({ ...wrong, corrections: [correction], only }), "failed")).toEqual([]);
  expect(
    named(await tried({ ...wrong, corrections: [{ ...correction, until: "2026-05-20" }], only }), "failed"),
  ).toEqual([]);
});

test.each([
  ["another repository", { repo: "owner-8/m-8" }],
  ["another column", { column: "likes" }],
  ["another table", { table: "datasets" }],
  ["another source", { source: "other" }],
  ["another value", { expect: "-2" }],
  ["earlier snapshots", { until: "2026-05-19" }],
])("a correction of %s does not help", async (_, change) => {
  const found = await tried({ ...wrong, corrections: [{ ...correction, ...change }], only });
  expect(named(found, "failed")).toEqual(["models/counters-whole"]);
});

test.each([
  [
    "parameters of safetensors",
    "safetensors",
    "struct_update(safetensors, total := 20000000000000000)",
    "parameters",
    "2e16",
  ],
  ["parameters of GGUF", "gguf", `'{"total": 20000000000000000}'`, "parameters", "20000000000000000"],
  ["a day", "createdAt", "TIMESTAMP '2021-03-04 10:00:00'", "created_on", "2021-03-04"],
])("%s can be corrected", async (_, column, sql, canonical, expected) => {
  const broken = replacingOne("models", column, sql);
  expect(named(await tried({ ...broken, only }), "failed")).toHaveLength(1);
  const corrections = [{ ...of, column: canonical, expect: expected, value: null }];
  expect(named(await tried({ ...broken, corrections, only }), "failed")).toEqual([]);
});

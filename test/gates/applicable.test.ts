import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { named, tried, triedTables } from "#test/fixtures/snapshot-gates.ts";
import { replacing, rewritten } from "./breaks.ts";

const only = ["models"] as const;

describe("a rule that cannot be applied has not been kept", () => {
  test("because a column is missing by era", async () => {
    const found = await tried({ ...rewritten("models", 'SELECT * EXCLUDE ("downloadsAllTime", _id) FROM rows'), only });
    expect(named(found, "failed")).toEqual([]);
    for (const rule of ["all-time-plausible", "all-time-above-window", "hub-ids-known", "hub-ids-unique"]) {
      expect(found.get(`models/${rule}`)?.verdict, rule).toBe("not-applicable");
      expect(named(found, "passed")).not.toContain(`models/${rule}`);
    }
  });

  test("because the column came later than the snapshot", async () => {
    const origin = { generated: false, observed_on: "2025-03-03" };
    const found = await tried({
      ...rewritten("models", 'SELECT * EXCLUDE ("downloadsAllTime") FROM rows'),
      origin,
      only,
    });
    expect(found.get("models/all-time-era")).toMatchObject({
      verdict: "not-applicable",
      found: "it is of a day before 2025-03-04",
    });
  });

  test("because the first of a series has no predecessor, or its table had none", async () => {
    const rules = ["columns-kept", "repositories-kept", "counters-fell", "rows-drift", "nulls-drift"];
    for (const found of [
      await tried({ only }),
      await tried({ before: { tables: { datasets: null } }, only: ["datasets"] }),
    ])
      expect(rules.map((rule) => [...found].find(([name]) => name.endsWith(rule))?.[1].verdict)).toEqual(
        rules.map(() => "not-applicable"),
      );
  });

  test("because the snapshot lacks the table; but a table that was there must be there", async () => {
    const found = await tried({ tables: { daily_papers: null }, only: ["daily_papers"] });
    expect(named(found, "passed")).toEqual([]);
    expect(named(found, "failed")).toEqual([]);
    const later = await tried({ tables: { daily_papers: null }, before: {}, only: ["daily_papers"] });
    expect(named(later, "failed")).toEqual(["daily_papers/columns-kept"]);
  });

  test("because the file cannot be read", async () => {
    const found = await tried({ truncated: "models", only });
    expect(named(found, "failed")).toEqual(["models/whole-file"]);
    expect(named(found, "passed")).toEqual([]);
    expect(found.get("models/whole-file")?.found).not.toContain(tmpdir());
  });
});

test("counters that cannot be compared, for want of the predecessor's file, are a failure and not a pass", async () => {
  const found = await tried({ before: {}, atHand: false, only });
  const rules = ["counters-fell", "counters-moved", "downloads-lost", "repositories-kept"].map(
    (rule) => `models/${rule}`,
  );
  expect(named(found, "failed")).toEqual(rules);
  expect(found.get("models/counters-fell")?.found).toBe("the files of 2026-05-20 are not at hand: fetch them first");
});

test("snapshots are matched across renames by identity, else by name", async () => {
  const renamed = replacing("models", "id", "'new-' || id");
  expect((await tried({ ...renamed, before: {}, only })).get("models/repositories-kept")?.verdict).toBe("passed");
  const nameless = (tables: object) => ({
    ...tables,
    before: rewritten("models", "SELECT * EXCLUDE (_id) FROM rows"),
    only,
  });
  expect((await tried(nameless({}))).get("models/repositories-kept")?.found).toBe(
    "matched: 120 of 120 (earlier), a share of 1.00",
  );
  expect((await tried(nameless(renamed))).get("models/repositories-kept")?.found).toBe(
    "matched: 0 of 120 (earlier), a share of 0.00",
  );
});

describe("what is new is noted, not refused", () => {
  const notes = async (changes: Parameters<typeof triedTables>[0]) =>
    (await triedTables({ ...changes, only }))[0]?.notes;

  test("a column that nothing reads", async () => {
    const extra = rewritten("models", `SELECT *, 1 AS "childrenModelCount", 2 AS "a${"\u202e"}b" FROM rows`);
    expect(await notes({ ...extra, before: {} })).toEqual([
      "models: new columns that nothing reads: childrenModelCount, a\\u{202e}b",
    ]);
    expect(await notes({ ...extra, before: extra })).toEqual([]);
    expect(named(await tried({ ...extra, before: {}, only }), "failed")).toEqual([]);
  });

  test("a type of weights", async () => {
    const dtype = replacing(
      "models",
      "safetensors",
      '{parameters: {"BF16": 1::BIGINT, "Q9_new, (x)": 2::BIGINT}, total: 3::BIGINT}',
    );
    expect(await notes(dtype)).toEqual(["models: new types of weights: Q9_new, (x)"]);
    expect(named(await tried({ ...dtype, only }), "failed")).toEqual([]);
  });

  test("a label that is another day than the rows speak of", async () => {
    expect(await notes({ origin: { label: "2026-05-27" } })).toEqual([
      "labelled 2026-05-27, but its rows speak of 2026-05-20, 7 days earlier",
    ]);
    expect(await notes({})).toEqual([]);
  });
});

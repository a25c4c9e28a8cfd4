import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listLines, listSnapshots } from "#scripts/lib/snapshots/list.ts";
import { refusalOf } from "#scripts/lib/snapshots/report.ts";
import { snapshotFolder } from "#test/fixtures/snapshot.ts";
import { admitted, filesBelow, small, snapshotProject } from "#test/fixtures/snapshot-project.ts";
import { replacing, replacingOne } from "#test/gates/breaks.ts";

const half = { tables: { models: (rows: string) => `SELECT * FROM (${rows}) LIMIT 60` } };
const negative = replacingOne("models", "downloads", "-1");

/** A project in which one snapshot is admitted, and what its data and cache hold. */
async function started() {
  const paths = await snapshotProject();
  await admitted(paths, await snapshotFolder());
  return { paths, data: await filesBelow(join(paths.root, "data")), cache: await filesBelow(paths.cache) };
}

describe("a snapshot that breaks a rule", () => {
  test("goes to quarantine with a report, and the previous one stays in use", async () => {
    const { paths, data, cache } = await started();
    const dir = await snapshotFolder({ week: 1, ...half });
    const given = await filesBelow(dir);
    const outcome = await admitted(paths, dir);
    expect(outcome.verdict).toBe("refused");
    expect(await filesBelow(join(paths.root, "data"))).toEqual(data);
    expect(await filesBelow(paths.cache)).toEqual(cache);
    expect(await filesBelow(dir)).toEqual(given);
    const aside = await filesBelow(join(paths.quarantine, "hub", "2026-05-27"));
    expect(Object.keys(aside)).toEqual([
      "daily_papers.parquet",
      "datasets.parquet",
      "models.parquet",
      "report.json",
      "snapshot.json",
    ]);
    expect(aside["models.parquet"]).toBe(given["models.parquet"]);
    const report = JSON.parse(aside["report.json"] ?? "") as {
      refused: { rule: string; limits: object; reason: string }[];
    };
    expect(report.refused.map(({ rule }) => rule)).toEqual([
      "models/repositories-kept",
      "models/rows-drift",
      "models/likes-drift",
    ]);
    expect(report.refused[1]).toMatchObject({ limits: { least: 0.9, most: 3 }, waivable: true });
    expect(report.refused[1]?.reason).toContain("Commits with a part of the rows are known");
    expect(listLines(await listSnapshots(paths))).toContain("hub  2026-05-27  refused, in quarantine");
  });

  test("says all that is wrong at once: rule, limits, reason, rows and remedy", async () => {
    const { paths } = await started();
    const dir = await snapshotFolder({ week: 1, ...negative, truncated: "datasets" });
    const told = refusalOf(await admitted(paths, dir)).join("\n");
    expect(told).toContain(
      "models/counters-whole: downloads: 1 of 120\n  rule    Counters are whole numbers from 0 to 2^53 - 1. (at least 0, at most 9007199254740991)",
    );
    expect(told).toContain("  reason  A count is not negative");
    expect(told).toContain("  row     owner-7/m-7  -1");
    expect(told).toContain("add the rows to data/reference/corrections.csv; this rule can never be waived");
    expect(told).toContain("datasets/whole-file: is no whole Parquet file");
    expect(told).not.toContain(paths.root);
  });

  test("is let in once it is mended, and leaves quarantine", async () => {
    const { paths } = await started();
    await admitted(paths, await snapshotFolder({ week: 1, ...half }));
    expect((await admitted(paths, await snapshotFolder({ week: 1 }))).verdict).toBe("admitted");
    expect((await listSnapshots(paths)).refused).toEqual([]);
    expect((await listSnapshots(paths)).admitted.map(({ label }) => label)).toEqual(["2026-05-20", "2026-05-27"]);
  });

  test("replaces what an earlier attempt left in quarantine", async () => {
    const { paths } = await started();
    await admitted(paths, await snapshotFolder({ week: 1, ...half }));
    await admitted(paths, await snapshotFolder({ week: 1, ...negative }));
    const text = await readFile(join(paths.quarantine, "hub", "2026-05-27", "report.json"), "utf8");
    const { refused } = JSON.parse(text) as { refused: { rule: string }[] };
    expect(refused.map(({ rule }) => rule)).toEqual(["models/counters-whole"]);
  });
});

describe("a waiver", () => {
  const halved = replacing("models", "downloads", "downloads // 2");
  const accepted = { rules: ["models/downloads-drift"], because: "The Hub showed half of the window that week." };

  test("lets a snapshot in and is kept with its reason", async () => {
    const { paths } = await started();
    const outcome = await admitted(paths, await snapshotFolder({ week: 1, ...halved }), accepted);
    expect(outcome.verdict).toBe("admitted");
    const record = (await listSnapshots(paths)).admitted.at(-1);
    const found = "downloads: 84300 after 168600 in 2026-05-20, 0.500 times";
    expect(record?.waivers).toEqual([
      { rule: "models/downloads-drift", found, because: accepted.because, on: "2026-06-30" },
    ]);
    expect(record?.passed).not.toContain("models/downloads-drift");
    expect(listLines(await listSnapshots(paths))).toContain("waived models/downloads-drift");
  });

  test.each([
    [
      "a rule that held",
      { ...accepted, rules: [...accepted.rules, "models/rows-drift"] },
      "models/rows-drift: did not fail; take it off",
    ],
    [
      "a rule that there is not",
      { ...accepted, rules: ["models/downloads-drit"] },
      "did you mean models/downloads-drift?",
    ],
  ])("of %s is an error, and nothing changes", async (_, wrong, message) => {
    const { paths, data } = await started();
    await expect(admitted(paths, await snapshotFolder({ week: 1, ...halved }), wrong)).rejects.toThrow(message);
    expect(await filesBelow(join(paths.root, "data"))).toEqual(data);
    expect(await filesBelow(paths.quarantine)).toEqual({});
  });

  test.each(["whole-file", "counters-whole", "generated-mark", "generated-identities"])(
    "of %s is never one",
    async (id) => {
      const paths = await snapshotProject();
      const broken = {
        "whole-file": { truncated: "models" as const },
        "counters-whole": negative,
        "generated-mark": { mark: true },
        "generated-identities": replacingOne("models", "_id", "'000000000000000000000007'"),
      }[id];
      const dir = await snapshotFolder({ origin: { generated: false }, ...broken });
      const floors = id === "whole-file" ? small.rules.slice(1) : small.rules;
      await expect(admitted(paths, dir, { ...small, rules: [...floors, id] })).rejects.toThrow("can never be waived");
      expect((await admitted(paths, dir, { ...small, rules: floors })).verdict).toBe("refused");
      expect((await listSnapshots(paths)).admitted).toEqual([]);
    },
  );

  test("is needed where the predecessor's files are not at hand", async () => {
    const { paths } = await started();
    const elsewhere = { ...paths, cache: join(paths.root, "another-cache") };
    const dir = await snapshotFolder({ week: 1 });
    const rules = ["repositories-kept", "counters-fell", "downloads-lost", "counters-moved"];
    expect((await admitted(elsewhere, dir)).decision.refused.map(({ rule }) => rule.id)).toEqual([...rules, ...rules]);
    expect((await admitted(elsewhere, dir, { rules, because: "Held against the week before by hand." })).verdict).toBe(
      "admitted",
    );
  });
});

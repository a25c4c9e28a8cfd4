import { expect, test } from "vitest";
import { examine } from "#loaders/gates/gates.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import { engine } from "#test/fixtures/snapshot.ts";
import { gates } from "#test/fixtures/snapshot-gates.ts";

describeReal("4,167 real rows in the real schema", () => {
  test("keep every rule but that on the size of the whole Hub; columns that they lack are not applied", async () => {
    const path = (await realFiles("hub-stats-sample")).get("curation/hub_stats_frozen.parquet") ?? "";
    const origin = {
      ...{ source: "hub", repository: "a/b", revision: "r", label: "2026-05-20", committed_at: null },
      ...{ observed_on: "2026-05-20", generated: false, files: [] },
    };
    const held = { table: "models" as const, origin, before: null, corrections: [], path, shown: "sample" };
    const { results, measures, notes } = await examine(engine, gates, held);
    const failed = results.filter(({ verdict }) => verdict === "failed");
    expect(failed.map(({ rule, found }) => [rule.id, found])).toEqual([["models-floor", "4167 rows"]]);
    const lacking = results.filter(
      ({ verdict, found }) => verdict === "not-applicable" && found.startsWith("the file has no"),
    );
    expect(lacking.map(({ rule }) => rule.id)).toEqual([
      "generated-identities",
      "hub-ids-known",
      "hub-ids-unique",
      "gated-words",
    ]);
    expect(measures).toMatchObject({
      rows: 4167,
      owners: 728,
      "nulls pipeline_tag": Number((480 / 4167).toPrecision(9)),
    });
    expect(notes).toEqual([]);
  });
});

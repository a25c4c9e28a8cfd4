import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { drawFaults } from "#kit/draw/check.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { wholeHub } from "#kit/hub/standing.ts";
import { hubWindows } from "#kit/hub/windows.ts";
import { readReference } from "#loaders/reference.ts";
import { generateHub } from "#scripts/generator/hub.ts";
import { generatedHub } from "#scripts/lib/generated.ts";
import { hubLoads } from "#test/fixtures/hub-files.ts";
import { scratch } from "#test/fixtures/source.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";
import { committed, evaluated, standing } from "#test/support/lifetimes.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };
const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));

interface Listed {
  readonly _id: string;
  readonly createdAt: string | null;
  readonly downloadsAllTime: string | null;
}

describe("beside three snapshots of a generated Hub", () => {
  let days: readonly string[];
  let rows: EvidenceRows;
  let chapter: Chapter;
  let snapshots: Map<string, Listed[]>;

  beforeAll(async () => {
    const dir = join(await scratch(), "hub");
    ({ days } = await generateHub({ models: 3_000, months: 3, seed: 31, owners }, dir));
    const files = await generatedHub(dir);
    rows = (await evidenceOf(hubLoads(files), [hubWindows(wholeHub)], reference)).get("hub-windows") ?? [];
    chapter = evaluated(standing("hub"), { ...committed(), "hub-windows": rows }, reference);
    const models = files.record.files.filter(({ path }) => path.endsWith("models.parquet"));
    const read = models.map(async ({ path }) => [path, await rawParquet(files.local(path))] as const);
    snapshots = new Map((await Promise.all(read)) as unknown as [string, Listed[]][]);
  }, 120_000);

  /** Raw rows of a snapshot, whose folder is named after another day than it was taken on. */
  const on = (day: string) => [...snapshots].sort(([a], [b]) => (a < b ? -1 : 1))[days.indexOf(day)]?.[1] ?? [];

  test("the part of downloads that goes to models in their first year equals a plain loop over the last two snapshots", () => {
    const [from = "", to = ""] = days.slice(-2);
    const before = new Map(on(from).map(({ _id, downloadsAllTime }) => [_id, Number(downloadsAllTime ?? 0)]));
    let [all, young, most] = [0, 0, 0];
    for (const { _id, createdAt, downloadsAllTime } of on(to)) {
      const created = createdAt?.slice(0, 10) ?? "";
      const known = before.get(_id) ?? (created >= from ? 0 : null);
      if (known === null || downloadsAllTime === null) continue;
      const gain = Math.max(0, Number(downloadsAllTime) - known);
      all += gain;
      if (created === "" || created === "2022-03-02") continue;
      const year = new Date(Date.parse(created) + 365 * 86_400_000).toISOString().slice(0, 10);
      if (to <= year) young += gain;
      if (from < year) most += gain;
    }
    const fact = chapter.facts.get("hub-first-year");
    expect(all).toBeGreaterThan(1000);
    expect(fact?.value).toBeCloseTo(young / all, 9);
    expect(fact?.bounds?.upper).toBeCloseTo(most / all, 9);
    expect(fact?.basis).toMatchObject({ complete: true, asOf: to });
  });

  test("its figure shows every window, and nothing is wrong with the chapter, its words or its drawings", () => {
    expect(chapter.figures.get("first-year")?.rows.map(({ observed_on }) => observed_on)).toEqual(days.slice(1));
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
    expect([...chapter.figures.values()].flatMap((told) => drawFaults(told, "lifetimes", {}))).toEqual([]);
    const words = chapter.figures.get("first-year");
    expect(`${words?.title} ${words?.subtitle} ${words?.alt}`).not.toMatch(/panel|crawl|NaN|undefined/);
  });

  test("what rests on the chosen parts is as it was, and says that they are parts", () => {
    const without = evaluated(standing(), committed(), reference);
    for (const [id, fact] of without.facts) expect(chapter.facts.get(id)).toEqual(fact);
    expect(without.figures.has("first-year")).toBe(false);
    expect([...chapter.facts].filter(([, { basis }]) => basis.complete).map(([id]) => id)).toEqual(["hub-first-year"]);
  });
});

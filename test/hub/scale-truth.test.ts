import { beforeAll, describe, expect, test } from "vitest";
import scale from "#analyses/scale/analysis.ts";
import { datasetCardsLoads } from "#test/fixtures/dataset-cards.ts";
import { modelCardsLoad } from "#test/fixtures/model-cards.ts";
import * as oracle from "#test/oracles/scale.ts";
import { generatedOnce, truthHubs } from "#test/support/generated-hub.ts";
import { type HubChapter, hubChapter, linesOf, trueRows, unnoticedSwaps } from "#test/support/hub-chapters.ts";
import { onHub } from "#test/support/scale.ts";

const schemas = Object.values(onHub.tables);
const kinds = [
  ["model", "models"],
  ["dataset", "datasets"],
] as const;

/** Least number of repositories with which a window of a year begins. */
const least = 1000;

describe.each(truthHubs)("scale on a generated Hub %s", (_, options) => {
  let of: HubChapter;
  let days: readonly string[];
  beforeAll(async () => {
    const { dir, hub } = await generatedOnce(options);
    days = hub.days;
    const loads = [await modelCardsLoad([{ modelId: "a/b" }]), ...(await datasetCardsLoads({}))];
    of = await hubChapter(scale, dir, { loads });
  }, 120_000);

  /** Rows of the Hub's snapshots; the others are of the small made-up listings. */
  const onSnapshots = ({ observed_on: on }: Readonly<Record<string, unknown>>) => days.includes(String(on));
  const said = (id: string) => of.chapter.facts.get(id)?.value;
  const newest = (name: string, kind: string) =>
    trueRows(of, name).filter((row) => row.kind === kind && row.observed_on === days.at(-1));
  const sum = (own: readonly Record<string, unknown>[], column: string) => {
    let total = 0;
    for (const row of own) total += Number(row[column]);
    return total;
  };

  test.each(schemas)("$name is what the generator counted", (schema) => {
    const lines = linesOf(of, schema, onSnapshots);
    expect(lines.truth.length).toBeGreaterThan(2);
    expect(lines.found).toEqual(lines.truth);
  });

  test.each(schemas)("$name: any two statistics swapped would be found", (schema) => {
    expect(unnoticedSwaps(of, schema, onSnapshots)).toEqual([]);
  });

  test.each(kinds)("how many %ss are listed, whose and how used follows from the generator's counts", (kind, name) => {
    const [total] = newest("totals", kind);
    const created = newest("created", kind);
    const { repositories = 0, owners, downloaded, downloads_30d: downloads } = total ?? {};
    expect([said(`${name}-listed`), said(`${name}-namespaces`)]).toEqual([repositories, owners]);
    expect([said(`${name}-downloads`), said(`${name}-day`)]).toEqual([downloads, days.at(-1)]);
    expect(said(`${name}-bare`)).toBe(sum(created, "without_namespace"));
    const undated = created.filter(({ month, at_floor: floored }) => month === null && !floored);
    expect(said(`${name}-undated`)).toBe(sum(undated, "repositories"));
    expect(said(`${name}-of-largest`)).toBeCloseTo(sum(created, "of_largest") / Number(repositories), 9);
    expect(said(`${name}-undownloaded`)).toBeCloseTo(1 - Number(downloaded) / Number(repositories), 9);
    const both = kinds.reduce((all, [one]) => all + Number(newest("totals", one)[0]?.repositories), 0);
    expect(said("repositories-listed")).toBe(both);
  });

  /** Totals at the ends of the whole months of the newest snapshot, from the generator's counts. */
  const totalsOf = (kind: string) => {
    const rows = newest("created", kind);
    const counts = new Map<string, number>();
    let total = 0;
    for (const { month, at_floor: floored, repositories } of rows) {
      if (month !== null) counts.set(String(month).slice(0, 7), Number(repositories));
      else if (floored) total += Number(repositories);
    }
    const end = days.at(-1)?.slice(0, 7) ?? "";
    const found: { month: string; created: number; total: number }[] = [];
    for (let month = [...counts.keys()].sort()[0] ?? end; month < end; month = oracle.next(month)) {
      const created = counts.get(month) ?? 0;
      total += created;
      found.push({ month, created, total });
    }
    return found;
  };

  test.each(kinds)("growth and doubling times of %ss follow from the generator's counts", (kind, name) => {
    const months = totalsOf(kind);
    const [last, before] = [months.at(-1), months.at(-13)];
    expect(said(`${name}-last-month`)).toBe(last?.created);
    if ((before?.created ?? 0) > 0)
      expect(said(`${name}-month-ratio`)).toBeCloseTo((last?.created ?? 0) / (before?.created ?? 0), 9);
    const growth: number[] = [];
    for (let i = 12; i < months.length; i++)
      if ((months[i - 12]?.total ?? 0) >= least) growth.push((months[i]?.total ?? 0) / (months[i - 12]?.total ?? 0));
    expect(said(`${name}-windows`)).toBe(growth.length === 0 ? undefined : growth.length);
    const usable = months.filter(({ total }) => total >= least).map(({ total }) => total);
    const fits: number[] = [];
    for (let i = 12; i < usable.length; i++) fits.push(oracle.doubling(usable.slice(i - 12, i + 1)));
    expect(said(`${name}-fits`)).toBe(fits.length === 0 ? undefined : fits.length);
    if (growth.length === 0) return;
    expect(said(`${name}-growth-least`)).toBeCloseTo(Math.min(...growth), 9);
    expect(said(`${name}-growth-largest`)).toBeCloseTo(Math.max(...growth), 9);
    expect(said(`${name}-growth-last`)).toBeCloseTo(growth.at(-1) ?? 0, 9);
    expect(said(`${name}-growth-median`)).toBeCloseTo(
      growth.sort((a, b) => a - b)[Math.ceil(growth.length / 2) - 1] ?? 0,
      9,
    );
    expect(said(`${name}-windows-doubling`)).toBe(growth.filter((times) => times <= 2.1).length);
    expect(said(`${name}-doubling`)).toBeCloseTo(fits.at(-1) ?? 0, 9);
    expect(said(`${name}-doubling-least`)).toBeCloseTo(Math.min(...fits), 9);
    expect(said(`${name}-doubling-most`)).toBeCloseTo(Math.max(...fits), 9);
  });

  test.each(kinds)("the busiest day of %ss follows from the generator's counts", (kind, name) => {
    const [first, ...others] = newest("busiest-days", kind);
    for (const row of others) expect(Number(row.repositories)).toBeLessThanOrEqual(Number(first?.repositories));
    const own = [said(`${name}-busiest-day`), said(`${name}-busiest`), said(`${name}-busiest-part`)];
    expect(own).toEqual([first?.created_on, first?.repositories, first?.of_first]);
  });

  test("the chapter stands on the complete Hub, and nothing is wrong with it", () => {
    expect(of.chapter.problems.map(({ message }) => message)).toEqual([]);
    const sources = ["dataset-cards-2023", "hub", "model-cards-2022"];
    expect(of.chapter.findings.basis).toMatchObject({ complete: true, asOf: days.at(-1) });
    expect([...of.chapter.findings.basis.sources].sort()).toEqual(sources);
  });
});

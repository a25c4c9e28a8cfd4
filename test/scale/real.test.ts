import { beforeAll, describe, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import { type RawDataset, utcDayOf } from "#test/oracles/dataset-cards-2023.ts";
import { downloadsByOwner, type RawListed } from "#test/oracles/model-cards.ts";
import * as oracle from "#test/oracles/scale.ts";
import { rawParquet } from "#test/support/raw-rows.ts";
import { committed, scale } from "#test/support/scale.ts";

const only = async (id: string) => rawParquet([...(await realFiles(id)).values()][0] ?? "");
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1];

/** A listing as plain loops need it. */
interface Raw {
  readonly days: readonly (string | null)[];
  readonly names: readonly string[];
  readonly downloads: readonly number[];
}

async function read(): Promise<Record<"model" | "dataset", Raw>> {
  const models = (await only("model-cards-2022")) as unknown as RawListed[];
  const datasets = (await only("dataset-cards-2023")) as unknown as RawDataset[];
  return {
    model: {
      days: models.map((row) => row.creation_time && new Date(row.creation_time).toISOString().slice(0, 10)),
      names: models.map((row) => row.modelId),
      downloads: models.map((row) => row.downloads),
    },
    dataset: {
      days: datasets.map((row) => utcDayOf(row.dataset_creation_time)),
      names: datasets.map((row) => row.dataset_name),
      downloads: datasets.map((row) => row.downloads),
    },
  };
}

describeReal("plain loops over the raw rows give what the chapter on scale says", () => {
  let raw: Record<"model" | "dataset", Raw>;
  let chapter: Chapter;
  beforeAll(async () => {
    raw = await read();
    chapter = await scale();
  }, 120_000);

  const value = (id: string) => Number(chapter.facts.get(id)?.value);
  const months = (of: Raw, chosen: (name: string) => boolean = () => true) =>
    of.days.filter((_, i) => chosen(of.names[i] ?? "")).map((day) => day?.slice(0, 7) ?? null);
  const largest = (of: Raw) => {
    const counts = new Map<string, number>();
    for (const name of of.names) {
      const owner = name.includes("/") ? (name.split("/")[0] ?? "").toLowerCase() : null;
      if (owner !== null) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    return new Set(
      [...counts]
        .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
        .slice(0, 10)
        .map(([owner]) => owner),
    );
  };

  test("74,970 models, 173 of them without a day; 24,065 datasets, all with one", () => {
    expect([value("models-listed"), value("models-undated")]).toEqual([
      raw.model.names.length,
      raw.model.days.filter((day) => day === null).length,
    ]);
    expect([value("models-listed"), value("models-undated")]).toEqual([74_970, 173]);
    expect([value("datasets-listed"), value("datasets-undated")]).toEqual([raw.dataset.names.length, 0]);
    expect(value("repositories-listed")).toBe(74_970 + 24_065);
    const july = raw.model.days.filter((day) => day !== null && day <= "2022-07-02");
    expect(july).toHaveLength(54_808);
  });

  describe.each([
    ["model", "models", "2022-09", "2022-10-01"],
    ["dataset", "datasets", "2023-02", "2023-03-16"],
  ] as const)("%s", (kind, name, last, day) => {
    const rows = () => (committed().created ?? []).filter((row) => row.kind === kind);
    const count = (column: string) =>
      new Map(
        rows().flatMap((row) =>
          row.month === null || row[column] === 0 ? [] : [[String(row.month).slice(0, 7), row[column]]],
        ),
      );

    test("each month has as many as a loop counts", () => {
      expect(count("repositories")).toEqual(oracle.byMonth(months(raw[kind])));
      expect(new Set(rows().map((row) => row.observed_on))).toEqual(new Set([day]));
    });

    test("so have the ten largest namespaces and names without one", () => {
      const ten = largest(raw[kind]);
      const owned = months(
        raw[kind],
        (item) => ten.has((item.split("/")[0] ?? "").toLowerCase()) && item.includes("/"),
      );
      expect(count("of_largest")).toEqual(oracle.byMonth(owned));
      expect(value(`${name}-of-largest`)).toBe(owned.length / raw[kind].names.length);
      expect(count("without_namespace")).toEqual(oracle.byMonth(months(raw[kind], (item) => !item.includes("/"))));
    });

    test("running totals are those of the figure", () => {
      const drawn = chapter.figures.get("created-by-month")?.rows ?? [];
      const own = drawn.filter((row) => String(row.kind).toLowerCase() === name);
      expect(own.map((row) => ({ month: String(row.ends).slice(0, 7), total: row.total }))).toEqual(
        oracle.totals(months(raw[kind]), last),
      );
    });

    test("growth over every window of a year", () => {
      const found = oracle.growth(months(raw[kind]), last, 1000);
      expect(value(`${name}-windows`)).toBe(found.length);
      expect(value(`${name}-growth-least`)).toBe(Math.min(...found));
      expect(value(`${name}-growth-largest`)).toBe(Math.max(...found));
      expect(value(`${name}-growth-median`)).toBe(median(found));
      expect(value(`${name}-growth-last`)).toBe(found.at(-1));
      expect(value(`${name}-windows-doubling`)).toBe(found.filter((times) => times <= 2.1).length);
      const drawn = (chapter.figures.get("growth-windows")?.rows ?? []).filter(
        (row) => String(row.kind).toLowerCase() === name,
      );
      expect(drawn.map((row) => row.times)).toEqual(found);
    });

    test("and without the ten largest namespaces", () => {
      const ten = largest(raw[kind]);
      const others = months(
        raw[kind],
        (item) => !item.includes("/") || !ten.has((item.split("/")[0] ?? "").toLowerCase()),
      );
      const variants = chapter.facts.get(`${name}-growth-median`)?.variants ?? [];
      const without = variants.find(({ label }) => label === "the 10 namespaces with the most left out");
      expect(without?.value).toBe(median(oracle.growth(others, last, 1000)));
    });

    test("the doubling time is the slope of the last thirteen month ends", () => {
      const totals = oracle.totals(months(raw[kind]), last).map(({ total }) => total);
      expect(value(`${name}-doubling`)).toBeCloseTo(oracle.doubling(totals.slice(-13)), 9);
      const usable = totals.slice(totals.findIndex((total) => total >= 1000));
      const every = usable.slice(12).map((_, i) => oracle.doubling(usable.slice(i, i + 13)));
      expect(value(`${name}-fits`)).toBe(every.length);
      expect(value(`${name}-doubling-least`)).toBeCloseTo(Math.min(...every), 9);
      expect(value(`${name}-doubling-most`)).toBeCloseTo(Math.max(...every), 9);
    });

    test("the busiest day, and downloads", () => {
      const days = new Map<string, number>();
      for (const one of raw[kind].days) if (one !== null) days.set(one, (days.get(one) ?? 0) + 1);
      const [top] = [...days].sort(([, a], [, b]) => b - a);
      expect([chapter.facts.get(`${name}-busiest-day`)?.value, value(`${name}-busiest`)]).toEqual(top);
      expect(value(`${name}-downloads`)).toBe(raw[kind].downloads.reduce((sum, one) => sum + one, 0));
      const none = raw[kind].downloads.filter((one) => one === 0).length;
      expect(value(`${name}-undownloaded`)).toBe(none / raw[kind].downloads.length);
    });
  });

  test("one namespace has 871 of the models of the busiest day; 721 of the datasets have none", () => {
    const on = (of: Raw, day: string) => of.names.filter((_, i) => of.days[i] === day);
    const models = on(raw.model, "2020-04-29").map((modelId) => ({ modelId, downloads: 1 }) as RawListed);
    expect(downloadsByOwner(models).get("Helsinki-NLP")).toBe(value("models-busiest-part"));
    const bare = on(raw.dataset, "2022-01-25").filter((name) => !name.includes("/"));
    expect([bare.length, value("datasets-busiest-part")]).toEqual([721, 721]);
    const days = committed()["busiest-days"] ?? [];
    const named = days.filter((row) => row.repositories === 877 || row.repositories === 749);
    expect(named.map((row) => row.first_owner)).toEqual(["(none)", "Helsinki-NLP"]);
  });

  test("carried on for ninety days the fit comes within two percent of the archived page counter", () => {
    const totals = oracle.totals(months(raw.model), "2022-09").map(({ total }) => total);
    const carried = 74_970 * 2 ** (90 / (365.25 / 12) / oracle.doubling(totals.slice(-13)));
    expect(value("models-extended")).toBe(Math.round(carried));
    expect(Math.abs(value("models-extended") / 108_473 - 1)).toBeLessThan(0.02);
  });
});

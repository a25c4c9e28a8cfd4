import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import {
  type AfterPeak,
  afterPeaks,
  daysBetween,
  lasting,
  livesAfterPeak,
  medianInterval,
  medianLife,
} from "#test/oracles/lifetimes-peaks.ts";
import type { RawListed } from "#test/oracles/transformersjs-daily.ts";
import { lifetimes } from "#test/support/lifetimes.ts";
import { rawDaily } from "#test/support/raw-daily.ts";

const until = "2025-09-24";

describeReal("plain loops over the daily listings give what the chapter says of peaks", () => {
  let raw: RawListed[];
  let found: AfterPeak[];
  let chapter: Chapter;

  beforeAll(async () => {
    raw = await rawDaily(await realFiles("transformersjs-daily"));
    found = afterPeaks(raw, until);
    chapter = await lifetimes();
  }, 120_000);

  const value = (id: string) => chapter.facts.get(id)?.value;
  const other = (id: string, label: string) =>
    chapter.facts.get(id)?.variants.find((one) => one.label === label)?.value;
  const count = (state: AfterPeak["state"], author?: string) =>
    found.filter((one) => one.state === state && (author === undefined || one.author === author)).length;

  test("181 of 214 models whose peak was seen came down to half of it, 106 of them Xenova's", () => {
    expect([count("fell"), count("fell") + count("held"), count("fell", "Xenova")]).toEqual([181, 214, 106]);
    expect([value("peak-half-fell"), value("peak-half-models")]).toEqual([181, 214]);
    expect(value("largest-author-fell")).toBeCloseTo(106 / 181, 12);
    expect([value("peak-first-day"), value("peak-at-end")]).toEqual([count("first day"), count("at peak")]);
    expect(value("peak-half-authors")).toBe(new Set(livesAfterPeak(found).map(({ author }) => author)).size);
  });

  test("145 of the models are on the first listing", () => {
    const first = new Set(raw.filter(({ day }) => day === "2024-05-08").map(({ id }) => id));
    expect([first.size, value("daily-listed-first")]).toEqual([145, 145]);
    expect(value("daily-models")).toBe(found.length);
  });

  test("medians to half and to a tenth, with their intervals, and what lasts for six weeks", () => {
    const tenths = livesAfterPeak(afterPeaks(raw, until, 0.1));
    for (const [id, lives] of [["half", livesAfterPeak(found)] as const, ["tenth", tenths] as const]) {
      expect(value(`peak-${id}`)).toBe(medianLife(lives));
      expect(chapter.facts.get(`peak-${id}`)?.bounds).toEqual(medianInterval(lives));
      expect(value(`peak-${id}-beyond`)).toBeCloseTo(lasting(lives, 42), 12);
    }
  });

  test("the median under every other way to count", () => {
    const median = (keep: (one: AfterPeak) => boolean, from = found) => medianLife(livesAfterPeak(from.filter(keep)));
    const first = new Set(raw.filter(({ day }) => day === "2024-05-08").map(({ id }) => id));
    const all = () => true;
    expect(other("peak-half", "without Xenova")).toBe(median(({ author }) => author !== "Xenova"));
    expect(other("peak-half", "peaks of 100 downloads or more")).toBe(median(({ top }) => top >= 100));
    expect(other("peak-half", "peaks of 1,000 downloads or more")).toBe(median(({ top }) => top >= 1000));
    expect(other("peak-half", "models that joined the listing after its first day")).toBe(
      median(({ id }) => !first.has(id)),
    );
    expect(other("peak-half", "the peak as a mean of seven days")).toBe(median(all, afterPeaks(raw, until, 0.5, true)));
    expect(other("peak-half", "with the days under the cap")).toBe(median(all, afterPeaks(raw, "2026-05-07")));
    expect(value("peak-half-capped")).toBe(median(all, afterPeaks(raw, "2026-05-07")));
  });

  test("the two months with most halvings", () => {
    const months = new Map<string, number>();
    for (const { state, fellOn } of found)
      if (state === "fell") months.set(fellOn.slice(0, 7), (months.get(fellOn.slice(0, 7)) ?? 0) + 1);
    const [a, b] = [...months].sort(([, m], [, n]) => n - m);
    expect([a, b]).toEqual([
      ["2025-03", 46],
      ["2025-07", 38],
    ]);
    expect([value("shock-first"), value("shock-second")]).toEqual(["2025-03-01", "2025-07-01"]);
    expect(value("shock-share")).toBeCloseTo((46 + 38) / 181, 12);
  });

  test("models that joined the list while it was whole, and how many of them left or stayed", () => {
    const days = new Map<string, string[]>();
    for (const { id, day } of raw) if (day <= until) days.set(id, [...(days.get(id) ?? []), day]);
    const stays = [...days.values()]
      .map((own) => own.sort())
      .filter(([first]) => first !== "2024-05-08")
      .map((own) => ({ first: own[0] ?? "", last: own.at(-1) ?? "" }));
    const lives = stays.map(({ first, last }) => ({
      ...{ days: daysBetween(first, last) + 1, event: daysBetween(last, until) > 7, author: "" },
    }));
    expect([value("list-joined"), value("list-left")]).toEqual([
      lives.length,
      lives.filter(({ event }) => event).length,
    ]);
    expect(value("list-beyond")).toBeCloseTo(lasting(lives, 42), 12);
  });
});

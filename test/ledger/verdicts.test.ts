import { describe, expect, test } from "vitest";
import { type Entry, ledgerOf, type Settlement } from "#kit/ledger.ts";
import type { Comparison, Published } from "#kit/published.ts";
import { made } from "#test/support/chapter.ts";
import { comparing, comparison, hub, ours, published } from "#test/support/published.ts";

/** The entry of one published figure that one chapter has compared. */
function entryOf(
  value: number,
  theirs: Partial<Published> = {},
  mine: Partial<Comparison> = {},
  fact = ours(value),
): Entry {
  const row = { ...published, ...theirs };
  const [entry] = ledgerOf([row], [comparing("tiny", { share: fact }, { ...comparison, ...mine })]);
  if (entry === undefined) throw new Error("the ledger has no entry");
  return entry;
}

describe("each verdict", () => {
  test.each<[number, Settlement]>([
    [0.41, "reproduced"],
    [0.4, "reproduced"],
    [0.42, "reproduced"],
    [0.3999, "close"],
    [0.4201, "close"],
    [0.36, "close"],
    [0.46, "close"],
    [0.3599, "differs"],
    [0.4601, "differs"],
  ])("a share of %d against 41 percent is %s: points decide", (value, verdict) => {
    expect(entryOf(value).verdict).toBe(verdict);
  });

  test.each<[number, Settlement]>([
    [2_000_000, "reproduced"],
    [1_900_000, "reproduced"],
    [2_100_000, "reproduced"],
    [1_899_999, "close"],
    [2_100_001, "close"],
    [1_600_000, "close"],
    [2_400_000, "close"],
    [1_599_999, "differs"],
    [2_400_001, "differs"],
  ])("%d models against 2 million are %s: percent of the published number decides", (value, verdict) => {
    const stock = { unit: "million models", value: 2, noun: "models", denominator: null, window: "one day" };
    const mine = { noun: "models", denominator: null, window: "one day" };
    expect(entryOf(value, stock, mine, made(value, "models", { basis: hub })).verdict).toBe(verdict);
  });

  test("a gap that is close in points differs in percent, and the other way round", () => {
    expect(entryOf(0.05, { value: 1 }).verdict).toBe("close");
    const times = { value: 1, unit: "times", denominator: null };
    const fact = made(5, "times", { basis: hub });
    expect(entryOf(5, times, { denominator: null }, fact).verdict).toBe("differs");
    expect(entryOf(0.86, { value: 80 }).verdict).toBe("differs");
  });

  test("a figure that no chapter compares is not computable, and says what it needs", () => {
    const [entry] = ledgerOf([published], [comparing("tiny", { share: ours(0.41) })]);
    expect(entry).toMatchObject({ verdict: "not computable", held: null, others: [], needs: "a snapshot of the Hub" });
  });

  test("a compared figure says what its chapter says it needs", () => {
    expect(entryOf(0.41).needs).toBe("more downloads");
  });
});

describe("an equal value that breaks one rule alone is not comparable", () => {
  const early = { ...hub, asOf: "2025-09-29" };
  test.each<[string, Partial<Published>, Partial<Comparison>, typeof hub]>([
    ["population", { population: "a panel" }, {}, hub],
    ["population", { population: null }, {}, hub],
    ["population", {}, {}, { ...hub, complete: false }],
    ["what is counted", { noun: "releases" }, {}, hub],
    ["what is counted", {}, { noun: "likes" }, hub],
    ["denominator", { denominator: null }, {}, hub],
    ["denominator", {}, { denominator: "downloads with a country" }, hub],
    ["window", {}, { window: "lifetime" }, hub],
    ["window", { window: null }, {}, hub],
    ["period", { window_end: null }, {}, hub],
    ["period", {}, {}, early],
    ["unit", { unit: "times" }, {}, hub],
  ])("%s %#", (rule, theirs, mine, basis) => {
    const entry = entryOf(0.41, { ...theirs, ...(theirs.unit ? { value: 0.41 } : {}) }, mine, ours(0.41, { basis }));
    expect(entry.verdict).toBe("not comparable");
    expect(entry.held?.broken).toEqual([rule]);
  });

  test("a day nearer the period compares", () => {
    expect(entryOf(0.41, {}, {}, ours(0.41, { basis: { ...hub, asOf: "2025-09-30" } })).verdict).toBe("reproduced");
  });
});

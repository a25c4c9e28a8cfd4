import { beforeAll, describe, expect, test } from "vitest";
import { listStays, peakSpells } from "#analyses/lifetimes/tables.ts";
import { readReference } from "#loaders/reference.ts";
import { dailyLoad } from "#test/fixtures/transformersjs-daily.ts";
import { type EvidenceRows, evidenceOf } from "#test/support/hub.ts";

const reference = { ...(await readReference("data/reference")), corrections: [] };

/** Downloads of models by day; null where the day does not list them. */
const days = ["2024-05-08", "2024-05-10", "2024-05-20", "2024-05-30", "2025-09-24", "2025-09-26"];
const counts: Record<string, readonly (number | null)[]> = {
  "Xenova/falls": [100, 200, 100, 20, 20, null],
  "b/opens-high": [500, 400, 10, 10, 10, null],
  "c/joins-and-holds": [null, 10, 40, 30, 30, null],
  "d/still-at-peak": [10, 20, 30, 40, 50, 60],
  "e/leaves": [null, 5, 9, 8, null, null],
  "f/unknown": [0, 3, 5, 0, 5, null],
};

describe("peaks and stays on a daily listing", () => {
  let rows: Map<string, EvidenceRows>;

  beforeAll(async () => {
    const listings = days.map((day, i) => [
      day,
      Object.entries(counts).flatMap(([id, on]) => (typeof on[i] === "number" ? [{ id, downloads: on[i] }] : [])),
    ]);
    rows = await evidenceOf([await dailyLoad(Object.fromEntries(listings))], [peakSpells, listStays], reference);
  });

  const spells = (span: string, threshold: string, peak = "day") =>
    (rows.get("peak-spells") ?? [])
      .filter((row) => row.span === span && row.threshold === threshold && row.peak === peak)
      .map(({ author, state, days: lasted, left_early, listed_first, reach }) => [
        ...[author, state, lasted, left_early, listed_first, reach],
      ]);

  test("to half of the peak before the cap, model by model", () => {
    expect(spells("uncapped", "half")).toEqual([
      ["(unregistered 1)", "first day", null, false, true, 100],
      ["(unregistered 2)", "held", 492, false, false, 1],
      ["(unregistered 3)", "at peak", null, false, true, 1],
      ["(unregistered 4)", "held", 10, true, false, 1],
      ["(unregistered 5)", "held", 492, false, true, 1],
      ["Xenova", "fell", 10, false, true, 100],
    ]);
  });

  test("to a tenth, and on days under the cap: who is not listed there is censored, and who is goes on", () => {
    expect(spells("uncapped", "tenth").at(-1)).toEqual(["Xenova", "fell", 20, false, true, 100]);
    const late = spells("all", "half");
    expect(late[2]).toEqual(["(unregistered 3)", "at peak", null, false, true, 1]);
    expect(late[5]).toEqual(["Xenova", "fell", 10, false, true, 100]);
  });

  test("the mean of seven days takes the days that are listed: a peak of 150 on 10 May, 100 ten days later", () => {
    expect(spells("uncapped", "half", "week").at(-1)).toEqual(["Xenova", "fell", 20, false, true, 100]);
  });

  test("stays of those that joined after the first listing", () => {
    expect(
      (rows.get("list-stays") ?? []).map(({ author, days: stayed, left_early }) => [author, stayed, left_early]),
    ).toEqual([
      ["(unregistered 2)", 503, false],
      ["(unregistered 4)", 21, true],
    ]);
  });
});

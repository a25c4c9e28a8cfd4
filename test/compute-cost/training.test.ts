import { describe, expect, test } from "vitest";
import { trainingFacts } from "#analyses/compute-cost/facts/training.ts";
import {
  computeOf,
  largest,
  type PlaceRow,
  type RunRow,
  readings,
  type YearRow,
  yearsWithBoth,
} from "#analyses/compute-cost/training.ts";
import { priceBasis } from "#test/support/prices.ts";

const observed_on = "2025-03-14";

/** A run with its stated compute; its model is named after its access and year. */
function run(year: number, weights: string, flop: number, month = "05"): RunRow {
  const rest = { place: 1, countries: "US", observed_on, flop_least: null, flop_most: null, confidence: null };
  return { year, weights, model: `${weights}-${year}`, published_on: `${year}-${month}-01`, flop, ...rest };
}

/** Ten models of a year and access, of which four state their compute, and the largest sure run among them. */
function year(on: number, weights: string, flop_total: number | null, flop_most_sure: number | null = null): YearRow {
  const rest = { observed_on, last_published: `${on}-12-31`, flop_most: null, flop_most_sure, flop_median: null };
  return { year: on, weights, models: 10, with_compute: flop_total === null ? 0 : 4, flop_total, ...rest };
}

const place = (countries: string, weights: string, flop_total: number | null): PlaceRow => ({
  ...{ countries, weights, observed_on, models: 10 },
  ...{ with_compute: flop_total === null ? 0 : 5, flop_total },
});

const runs = [
  ...[run(2018, "open", 4), run(2018, "closed", 8), run(2019, "open", 4), run(2019, "closed", 8)],
  ...[run(2022, "open", 5), run(2022, "unknown", 90)],
  ...[run(2023, "open", 2), run(2023, "limited", 4, "07"), run(2023, "unknown", 5), run(2023, "closed", 40)],
  ...[run(2024, "limited", 10), run(2024, "closed", 20), run(2024, "closed", 30)],
];

describe("the largest run of a year", () => {
  test.each<[string, number, boolean, number | undefined]>([
    ["open, limited weights among them; unknown access is not open", 2023, true, 4],
    ["closed, and unknown access is not closed", 2023, false, 40],
    ["the largest of several", 2024, false, 30],
    ["none", 2022, false, undefined],
    ["no such year", 2021, true, undefined],
  ])("%s", (_, on, open, flop) => expect(largest(runs, on, open)?.flop).toBe(flop));

  test("by other readings: without limits, and with unknown access", () => {
    const of = (on: number) => readings.map((reading) => largest(runs, on, true, reading)?.flop);
    expect([of(2023), of(2024)]).toEqual([
      [2, 5],
      [undefined, 10],
    ]);
  });

  test("the first of two equal ones stands", () => {
    const equal = [run(2024, "open", 7), { ...run(2024, "open", 7), model: "second" }];
    expect(largest(equal, 2024, true)?.model).toBe("open-2024");
  });

  test("years with both sides, oldest first", () => {
    expect(yearsWithBoth([...runs].reverse())).toEqual([2018, 2019, 2023, 2024]);
  });
});

test("compute by kind of access: limited weights are open, null is nothing", () => {
  const rows = [
    year(2020, "open", 1),
    year(2020, "limited", 2),
    year(2020, "closed", 4),
    year(2021, "unknown", 8),
    year(2021, "open", null),
  ];
  const { open, closed, unknown, of } = computeOf(rows);
  expect([open, closed, unknown, of(["open"]), of(["limited", "closed"])]).toEqual([3, 4, 8, 1, 6]);
});

describe("facts about training, worked out by hand", () => {
  const years = [
    ...[year(2019, "closed", 1000, 8), year(2020, "open", 10), year(2023, "open", 5, 2), year(2023, "limited", 15, 3)],
    ...[year(2023, "closed", 60, 12), year(2023, "unknown", 20, 99)],
    ...[year(2024, "limited", 30, 9), year(2024, "closed", 70)],
    year(2026, "closed", 500),
  ];
  const places = [
    ...[place("US", "open", 20), place("US", "closed", 60), place("US", "unknown", 20)],
    ...[place("CN", "limited", 30), place("CN", "closed", 10)],
    ...[place("(several)", "closed", 40), place("(unknown)", "open", 20), place("FR", "closed", null)],
  ];
  const facts = trainingFacts(years, runs, places, { ...priceBasis, asOf: observed_on });
  const value = (id: string) => facts[id]?.value;

  test("how much is known: 36 of 90 models, 10 of unknown access", () => {
    expect(["trained-models", "runs-known", "runs-known-share"].map(value)).toEqual([90, 36, 0.4]);
    expect([value("access-unknown"), value("last-training")]).toEqual([1 / 9, observed_on]);
  });

  test("gaps: from 2019 on, where both sides are known, under other readings, dated by the later run", () => {
    expect(Object.keys(facts).filter((id) => id.startsWith("gap"))).toEqual(["gap-2019", "gap-2023", "gap-2024"]);
    expect(["gap-2019", "gap-2023", "gap-2024"].map(value)).toEqual([2, 10, 3]);
    expect(["largest-open-2023", "largest-closed-2024"].map(value)).toEqual([4, 30]);
    const sure = { label: "only confident and likely estimates", value: 4 };
    expect(facts["gap-2023"]?.variants.map((variant) => variant.value)).toEqual([20, 8, 4]);
    expect(facts["gap-2023"]?.variants.at(-1)).toEqual(sure);
    expect(facts["gap-2024"]?.variants.map((variant) => variant.value)).toEqual([3]);
    expect(facts["gap-2019"]?.variants.map((variant) => variant.value)).toEqual([2, 2]);
    expect(["gap-2019", "gap-2023", "gap-2024"].map((id) => facts[id]?.n)).toEqual([4, 16, 8]);
    expect(facts["largest-open-2023"]?.definition).toContain("limited-2023");
    expect([facts["gap-2023"]?.basis.asOf, facts["gap-2024"]?.basis.asOf]).toEqual(["2023-07-01", "2024-05-01"]);
  });

  test("shares of compute in published weights, between nothing and all of what is unknown", () => {
    expect(["open-compute", "open-compute-2023", "open-compute-2024"].map(value)).toEqual([60 / 210, 0.2, 0.3]);
    expect(facts["open-compute"]?.bounds?.upper).toBeCloseTo(80 / 210, 12);
    expect(facts["open-compute-2023"]?.bounds).toEqual({ lower: 0.2, upper: 0.4 });
    expect(facts["open-compute-2023"]?.variants.map((variant) => variant.value)).toEqual([0.05, 0.25, 20 / 60]);
    expect([facts["open-compute-2024"]?.bounds, facts["open-compute-2023"]?.n]).toEqual([null, 16]);
  });

  test("places: of their own alone, up to all that is several's or unknown", () => {
    expect(["us-compute", "cn-compute"].map(value)).toEqual([0.5, 0.2]);
    expect(facts["cn-compute"]?.bounds).toEqual({ lower: 0.2, upper: 0.5 });
    expect([value("us-open-compute"), facts["us-open-compute"]?.bounds]).toEqual([0.2, { lower: 0.2, upper: 0.4 }]);
    expect([value("cn-open-compute"), facts["cn-open-compute"]?.bounds]).toEqual([0.75, null]);
    expect([facts["us-compute"]?.n, facts["us-open-compute"]?.n]).toEqual([35, 15]);
  });
});

describe("shares of compute without the largest run, and at its bounds", () => {
  const years = [
    ...[year(2023, "open", 10), year(2023, "limited", 20), year(2023, "closed", 60), year(2023, "unknown", 10)],
    ...[year(2024, "open", 40), year(2024, "closed", 60)],
  ];
  const places = [
    ...[place("US", "open", 20), place("US", "closed", 60), place("US", "unknown", 20)],
    ...[place("CN", "limited", 30), place("CN", "closed", 10)],
    ...[place("(several)", "closed", 40), place("(unknown)", "open", 20)],
  ];
  const bounded = (one: RunRow, flop_least: number | null, flop_most: number | null, countries = "US"): RunRow => ({
    ...{ ...one, flop_least, flop_most, countries },
  });
  const variants = (id: string, ...some: RunRow[]) => {
    const told = trainingFacts(years, some, places, { ...priceBasis, asOf: observed_on });
    const fixed = id.startsWith("open-compute") ? 2 : 0;
    return (told[id]?.variants ?? []).slice(fixed).map(({ label, value }) => `${label}: ${value}`);
  };
  const small = [run(2023, "closed", 15), run(2023, "open", 8), run(2019, "closed", 1000)];

  test("an open run of 20 of 30 in 100: 10 of 80; 20 of 90 and 50 of 120 at its bounds", () => {
    const [open, none] = [bounded(run(2023, "limited", 20), 10, 40), [bounded(run(2026, "open", 90), 1, 99)]];
    expect(variants("open-compute-2023", ...small, open, ...none)).toEqual([
      `limited-2023 left out: ${10 / 80}`,
      `limited-2023 at its stated lower bound: ${20 / 90}`,
      `limited-2023 at its stated upper bound: ${50 / 120}`,
    ]);
    expect(variants("open-compute", open, ...small, ...none)[0]).toBe(`limited-2023 left out: ${50 / 180}`);
    expect(variants("open-compute-2024", open, ...small, ...none)).toEqual([]);
  });

  test("a closed run of 40, or one of unknown access, changes the whole alone; a bound that is not stated is none", () => {
    expect(variants("open-compute-2023", ...small, bounded(run(2023, "closed", 40), null, 140))).toEqual([
      `closed-2023 left out: ${30 / 60}`,
      `closed-2023 at its stated upper bound: ${30 / 200}`,
    ]);
    expect(variants("open-compute-2023", run(2023, "unknown", 10), run(2023, "open", 10))).toEqual([
      `unknown-2023 left out: ${30 / 90}`,
    ]);
  });

  test("of places: a run of 20 in CN, published with limits, is part of the share of CN and of what CN publishes", () => {
    const told = [...small, bounded(run(2023, "limited", 20), 10, 30, "CN")];
    const ends = ["left out", "at its stated lower bound", "at its stated upper bound"];
    const of = (...values: number[]) => values.map((value, i) => `limited-2023 ${ends[i]}: ${value}`);
    expect(variants("us-compute", ...told)).toEqual(of(100 / 180, 100 / 190, 100 / 210));
    expect(variants("cn-compute", ...told)).toEqual(of(20 / 180, 30 / 190, 50 / 210));
    expect(variants("cn-open-compute", ...told)).toEqual(of(10 / 20, 20 / 30, 40 / 50));
    expect(variants("us-open-compute", ...told)).toEqual([]);
  });

  test("of places: a closed run of 50 in US is no part of what US publishes; one of two places is neither's", () => {
    const closed = run(2023, "closed", 50);
    const ids = ["us-compute", "cn-compute", "us-open-compute", "cn-open-compute"];
    const left = (value: number) => [`closed-2023 left out: ${value}`];
    expect(ids.map((id) => variants(id, ...small, closed))).toEqual([
      ...[left(50 / 150), left(40 / 150), left(20 / 50), []],
    ]);
    expect(ids.map((id) => variants(id, bounded(closed, null, null, "CN+US")))).toEqual([
      ...[left(100 / 150), left(40 / 150), [], []],
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { computeByPlace, largestTrainings, trainingCompute } from "#analyses/compute-cost/tables.ts";
import { evidence, type Training, training } from "#test/support/evidence.ts";

const run = (row: number, training_flop: number | null, changes: Partial<Training> = {}) =>
  training(row, { training_flop, ...changes });

describe("training-compute", () => {
  test.each([
    ["open", "open"],
    ["open-restricted", "limited"],
    ["open-non-commercial", "limited"],
    ["api", "closed"],
    ["hosted", "closed"],
    ["unreleased", "closed"],
    [null, "unknown"],
  ])("access %s is %s", async (access, weights) => {
    const rows = await evidence(trainingCompute, { trainings: [training(1, { access })] });
    expect(rows.map((row) => row.weights)).toEqual([weights]);
  });

  const likely = { confidence: "Likely" } as const;

  test("by year and access, from 2017 on: largest, the lower of two in the middle, and all together", async () => {
    const trainings = [
      ...[run(1, 1e20), run(2, 4e20, { published_on: "2024-12-31" }), run(3, null), run(4, 2e20), run(5, 3e20, likely)],
      ...[run(6, 9e20, { published_on: "2016-12-31" }), run(7, 9e20, { published_on: null })],
      ...[run(8, null, { published_on: "2017-01-01" }), run(9, 5e20, { access: "api" })],
    ];
    expect(await evidence(trainingCompute, { trainings })).toEqual([
      {
        year: 2017,
        weights: "open",
        models: 1,
        with_compute: 0,
        flop_most: null,
        flop_most_sure: null,
        flop_median: null,
        flop_total: null,
        last_published: "2017-01-01",
        observed_on: "2025-03-14",
      },
      {
        year: 2024,
        weights: "closed",
        models: 1,
        with_compute: 1,
        flop_most: 5e20,
        flop_most_sure: null,
        flop_median: 5e20,
        flop_total: 5e20,
        last_published: "2024-05-01",
        observed_on: "2025-03-14",
      },
      {
        year: 2024,
        weights: "open",
        models: 5,
        with_compute: 4,
        flop_most: 4e20,
        flop_most_sure: 3e20,
        flop_median: 2e20,
        flop_total: 10e20,
        last_published: "2024-12-31",
        observed_on: "2025-03-14",
      },
    ]);
  });

  const sure = async (...runs: readonly (readonly [flop: number | null, confidence: string | null])[]) => {
    const trainings = runs.map(([flop, confidence], i) => run(i + 1, flop, { confidence }));
    return (await evidence(trainingCompute, { trainings })).map((row) => row.flop_most_sure);
  };

  test("the largest sure run: confident or likely, whichever is larger; no other word, in no other spelling", async () => {
    const unsure = [
      [9, "Speculative"],
      [8, "Unknown"],
      [7, null],
      [6, "likely"],
      [5, "Unverified"],
    ] as const;
    expect(await sure(...unsure)).toEqual([null]);
    expect(await sure(...unsure, [2, "Likely"], [3, "Confident"])).toEqual([3]);
    expect(await sure(...unsure, [3, "Likely"], [2, "Confident"])).toEqual([3]);
    expect(await sure([2, "Likely"], [2, "Confident"], [null, "Confident"])).toEqual([2]);
    expect(await sure([null, "Confident"], [9, null])).toEqual([null]);
  });
});

describe("largest-trainings", () => {
  const largest = async (...trainings: Training[]) =>
    (await evidence(largestTrainings, { trainings })).map(
      ({ year, weights, place, model }) => `${year} ${weights} ${place} ${model}`,
    );

  test("three of each year and access; equal ones in the order of the file", async () => {
    const open = [run(4, 2), run(3, 2), run(2, 1), run(5, 3)];
    const other = [
      run(6, 9, { access: "api" }),
      run(7, 9, { access: "open-restricted" }),
      run(8, 1, { published_on: "2023-01-01" }),
    ];
    expect(await largest(...open, ...other)).toEqual([
      ...["2023 open 1 model 8", "2024 closed 1 model 6", "2024 limited 1 model 7"],
      ...["2024 open 1 model 5", "2024 open 2 model 3", "2024 open 3 model 4"],
    ]);
  });

  test("without compute, a name or a day there is no place", async () => {
    const trainings = [run(1, null), run(2, 9, { model: null }), run(3, 9, { published_on: null }), run(4, 1)];
    expect(await largest(...trainings)).toEqual(["2024 open 1 model 4"]);
  });

  test("bounds, places and the word on how sure the database is stand beside it, where it has them", async () => {
    const told = { training_flop_least: 4, training_flop_most: 7, countries: "CN+US", confidence: "Speculative" };
    expect(await evidence(largestTrainings, { trainings: [run(1, 5, told), run(2, 3)] })).toMatchObject([
      {
        flop: 5,
        flop_least: 4,
        flop_most: 7,
        countries: "CN+US",
        confidence: "Speculative",
        published_on: "2024-05-01",
      },
      { flop: 3, flop_least: null, flop_most: null, countries: "US", confidence: null },
    ]);
  });
});

test("compute-by-place: of one country alone, of several, or unknown; from 2020 on", async () => {
  const trainings = [
    ...[run(1, 1), run(2, 2), run(3, null), run(4, 4, { countries: "CN" }), run(5, 8, { countries: "CN+US" })],
    ...[run(6, 16, { countries: "FR+GB+US" }), run(7, null, { countries: null }), run(8, 32, { access: "api" })],
    ...[run(9, 64, { published_on: "2019-12-31" }), run(10, 128, { published_on: "2020-01-01" })],
  ];
  const rows = await evidence(computeByPlace, { trainings });
  expect(
    rows.map(({ countries, weights, models, with_compute, flop_total }) => [
      countries,
      weights,
      models,
      with_compute,
      flop_total,
    ]),
  ).toEqual([
    ["(several)", "open", 2, 2, 24],
    ["(unknown)", "open", 1, 0, null],
    ["CN", "open", 1, 1, 4],
    ["US", "closed", 1, 1, 32],
    ["US", "open", 4, 3, 131],
  ]);
});

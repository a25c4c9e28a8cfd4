import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lifetime } from "#kit/stats/lifetime.ts";
import type { Spell } from "#kit/stats/spell.ts";
import { kaplanMeier, survivalAt } from "#kit/stats/survival.ts";
import { seeded } from "#test/support/frequencies.ts";

/** Weeks of remission under 6-MP, censored ones negative: Freireich et al., Blood 21 (1963), 699-716. */
const weeks = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];
const remissions: Spell[] = weeks.map((week) => ({ exit: Math.abs(week), event: week > 0 }));

describe("6-MP remissions: Klein and Moeschberger, Survival Analysis, table 4.1; limits of Stata's sts list", () => {
  test.each([
    [6, 21, 3, 0.857, 0.0764, 0.6197, 0.9516],
    [7, 17, 1, 0.807, 0.0869, 0.5631, 0.9228],
    [10, 15, 1, 0.753, 0.0963, 0.5032, 0.8894],
    [13, 12, 1, 0.69, 0.1068, 0.4316, 0.8491],
    [16, 11, 1, 0.627, 0.1141, 0.3675, 0.8049],
    [22, 7, 1, 0.538, 0.1282, 0.2678, 0.7468],
    [23, 6, 1, 0.448, 0.1346, 0.1881, 0.6801],
  ])("week %i: %i at risk, %i relapses", (time, atRisk, events, survival, error, lower, upper) => {
    const step = kaplanMeier(remissions).steps.find((one) => one.time === time);
    expect(step).toMatchObject({ atRisk, events });
    expect(step?.survival).toBeCloseTo(survival, 3);
    expect(Math.sqrt(step?.variance ?? 0)).toBeCloseTo(error, 4);
    expect(step?.interval.lower).toBeCloseTo(lower, 4);
    expect(step?.interval.upper).toBeCloseTo(upper, 4);
  });

  test("seven steps; the median is week 23, from week 13, with no upper limit", () => {
    expect(kaplanMeier(remissions).steps).toHaveLength(7);
    expect(lifetime(kaplanMeier(remissions))).toEqual({ value: 23, lower: 13, upper: null });
  });
});

test("the placebo group: Princeton, The Gehan Survival Data, sts list", () => {
  const relapses = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
  const curve = kaplanMeier(relapses.map((exit) => ({ exit, event: true })));
  const { steps } = curve;
  const four = (values: readonly (number | undefined)[]) => values.map((value) => value?.toFixed(4));
  const listed = steps.map((one) => [one.survival, Math.sqrt(one.variance), one.interval.lower, one.interval.upper]);
  expect(four(listed[0] ?? [])).toEqual(["0.9048", "0.0641", "0.6700", "0.9753"]);
  expect(four(listed[1] ?? [])).toEqual(["0.8095", "0.0857", "0.5689", "0.9239"]);
  expect(lifetime(curve).value).toBe(8);
  expect(steps.at(-1)?.survival).toBe(0);
});

test("nobody watched, or nothing happened: no step, and a lifetime that is not reached", () => {
  for (const spells of [[], [{ exit: 5, event: false }], [{ exit: 5, event: true, n: 0 }]]) {
    expect(kaplanMeier(spells).steps).toEqual([]);
    expect(lifetime(kaplanMeier(spells))).toEqual({ value: null, lower: null, upper: null });
  }
});

test("late entry, by hand: who enters at an event is not yet at risk", () => {
  const spells = [
    { exit: 2, event: true },
    { exit: 4, event: false },
    { entry: 2, exit: 5, event: true },
    { entry: 3, exit: 4, event: true },
  ];
  const curve = kaplanMeier(spells);
  const { steps } = curve;
  expect(steps.map(({ time, atRisk, survival }) => [time, atRisk, survival])).toEqual([
    [2, 2, 0.5],
    [4, 3, expect.closeTo(1 / 3, 12)],
    [5, 1, 0],
  ]);
  expect(steps[2]).toMatchObject({ variance: Number.NaN, interval: { lower: Number.NaN, upper: Number.NaN } });
  expect([1.9, 2, 4.5, 5].map((age) => survivalAt(curve, age))).toEqual([1, 0.5, expect.closeTo(1 / 3, 12), 0]);
});

test.each([
  [{ exit: 0, event: true }, "a spell from 0 to 0"],
  [{ entry: 5, exit: 3, event: true }, "a spell from 5 to 3"],
  [{ entry: -1, exit: 3, event: true }, "a spell from -1 to 3"],
  [{ exit: Number.NaN, event: false }, "a spell from 0 to NaN"],
  [{ exit: 3, event: false, n: 0.5 }, "0.5 spells from 0 to 3"],
])("%j cannot be watched", (spell, message) => expect(() => kaplanMeier([spell])).toThrow(message));

test.each([0, 1, 50])("the lifetime at %f is an error", (p) =>
  expect(() => lifetime({ steps: [], until: 0 }, p)).toThrow("p is a fraction"),
);

const spell = fc
  .record({
    entry: fc.nat(8),
    length: fc.integer({ min: 1, max: 9 }),
    event: fc.boolean(),
    n: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ entry, length, event, n }) => ({ entry, exit: entry + length, event, n }));
const spells = fc.array(spell, { minLength: 1, maxLength: 25 });

test("a plain loop over ages and things agrees: curve, variance, median", () => {
  fc.assert(
    fc.property(spells, (watched) => {
      const things = watched.flatMap((one) => Array<Spell>(one.n).fill(one));
      const curve = kaplanMeier(watched);
      const { steps } = curve;
      let [survival, sum, median] = [1, 0, null as number | null];
      for (let age = 1; age <= 20; age++) {
        const risk = things.filter(({ entry = 0, exit }) => entry < age && exit >= age).length;
        const events = things.filter(({ exit, event }) => event && exit === age).length;
        if (events > 0) {
          survival *= (risk - events) / risk;
          sum += events / (risk * (risk - events));
          const step = steps.find(({ time }) => time === age);
          expect(step).toMatchObject({ atRisk: risk, events });
          if (survival > 0) expect(step?.variance).toBeCloseTo(survival * survival * sum, 12);
        }
        const known = survival === 0 || things.some(({ exit }) => exit >= age);
        if (known) expect(survivalAt(curve, age)).toBeCloseTo(survival, 12);
        else expect(survivalAt(curve, age)).toBeNaN();
        if (median === null && survival < 0.5 + 1e-9) median = age;
      }
      expect(lifetime(curve).value).toBe(median);
    }),
    seeded,
  );
});

test("a spell cut in two at any age, the first part censored and the second a late entry, changes nothing", () => {
  fc.assert(
    fc.property(spells, fc.integer({ min: 1, max: 15 }), (watched, at) => {
      const cut = watched.flatMap((one) =>
        one.entry < at && at < one.exit
          ? [
              { ...one, exit: at, event: false },
              { ...one, entry: at },
            ]
          : [one],
      );
      expect(kaplanMeier(cut)).toEqual(kaplanMeier(watched));
    }),
    seeded,
  );
});

test("limits lie either side of the curve", () => {
  fc.assert(
    fc.property(spells, (watched) => {
      for (const { survival, interval } of kaplanMeier(watched).steps) {
        if (survival > 0) {
          expect(interval.lower).toBeLessThan(survival);
          expect(interval.upper).toBeGreaterThan(survival);
        }
      }
    }),
    seeded,
  );
});

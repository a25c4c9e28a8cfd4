import { expect, test } from "vitest";
import { peaksOf } from "#analyses/lifetimes/facts/peaks.ts";
import { afterPeak, medianOf } from "#analyses/lifetimes/spells.ts";
import { peakSpells } from "#analyses/lifetimes/tables.ts";
import { daysFrom, evidenceOver, listed, random, type Simulated } from "#test/support/synthetic-panel.ts";

const panel = daysFrom(0, 300);

/** Simulated models of 20 authors that are released over the first 120 days of a panel of 300. */
function simulated(seed: number, daily: (draw: () => number) => (age: number) => number, models = 40): Simulated[] {
  const draw = random(seed);
  return Array.from({ length: models }, (_, i) => {
    const born = 1 + Math.floor(draw() * 120);
    return { author: `author-${i % 20}`, born, daily: daily(draw) };
  });
}

const decay =
  (halfLife: number, size = 1000) =>
  () =>
  (age: number) =>
    size * 0.5 ** (age / halfLife);

/** The estimated median from the peak to half, on listings of such models. */
async function estimated(models: readonly Simulated[], days = panel, peak = "day") {
  const rows = await evidenceOver(peakSpells, listed(models, days, "transformersjs-daily"));
  return medianOf(afterPeak(peaksOf(rows, "uncapped", peak, "half")));
}

test.each([7, 14, 30, 42, 60, 90])(
  "an even decay with a half-life of %d days comes back as it went in",
  async (days) => {
    const { value } = await estimated(simulated(1, decay(days)));
    expect(Math.abs((value ?? 0) - days)).toBeLessThanOrEqual(1);
  },
);

test("lives that the panel's end cuts off do not shorten the estimate, as a mean of those that ended would be", async () => {
  const draw = random(2);
  const lives = simulated(2, () => decay(30 + draw() * 170)());
  const rows = await evidenceOver(peakSpells, listed(lives, panel, "transformersjs-daily"));
  const spells = afterPeak(peaksOf(rows, "uncapped", "day", "half"));
  const ended = spells.filter(({ event }) => event).flatMap(({ exit, n }) => Array<number>(n).fill(exit));
  const naive = ended.sort((a, b) => a - b)[Math.floor(ended.length / 2)] ?? 0;
  const { value, lower, upper } = medianOf(spells);
  expect(ended.length).toBeLessThan(40);
  expect(naive).toBeLessThan(value ?? 0);
  expect([(lower ?? 999) <= 115, (upper ?? 999) >= 115]).toEqual([true, true]);
});

test.each([1, 3, 7])("a burst of %d days comes back as the window of 30, not as the burst", async (length) => {
  const burst = () => (age: number) => 10 + (age >= 40 && age < 40 + length ? 5000 : 0);
  const { value } = await estimated(simulated(3, burst));
  expect(value).toBeGreaterThanOrEqual(25);
  expect(value).toBeLessThanOrEqual(31);
});

test("attention that stays for 60 days and then stops comes back shorter, for the counter is full after 30", async () => {
  const { value } = await estimated(simulated(4, () => (age) => (age < 60 ? 1000 : 0)));
  expect(value).toBe(60 + 15 - 30);
});

test("chance peaks make a life look shorter, and steady models look as if they died", async () => {
  const noisy = (draw: () => number) => (age: number) => 0.5 ** (age / 90) * (draw() < 0.04 ? 20 : 1) * 100;
  const { value } = await estimated(simulated(5, (draw) => stored(noisy(draw))));
  expect(value).toBeLessThan(60);
  const steady = (draw: () => number) => stored(() => (draw() < 0.03 ? 3000 : 20));
  const { value: dead } = await estimated(simulated(6, steady));
  expect(dead).toBeLessThan(60);
});

test("models that are there before the first listing have no peak on it", async () => {
  const old: Simulated[] = daysFrom(0, 29).map((i) => ({ author: `author-${i}`, born: -100, daily: decay(42)() }));
  const rows = await evidenceOver(peakSpells, listed(old, panel, "transformersjs-daily"));
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["first day"]));
  expect(afterPeak(rows)).toEqual([]);
});

/** Random numbers of a model's days, drawn once: a counter reads each day thirty times. */
function stored(daily: (age: number) => number): (age: number) => number {
  const known: number[] = [];
  return (age) => {
    while (known.length <= age) known.push(daily(known.length));
    return known[age] ?? 0;
  };
}

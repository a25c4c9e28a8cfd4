import { describe, expect, test } from "vitest";
import type { DiscussionRow } from "#analyses/lifetimes/discussions.ts";
import { meanAge, stepsOf, withInterval } from "#analyses/lifetimes/discussions.ts";
import { releasesOf } from "#analyses/lifetimes/facts/releases.ts";
import { afterRelease, medianOf } from "#analyses/lifetimes/spells.ts";
import { releaseSpells } from "#analyses/lifetimes/tables.ts";
import { clusteredKaplanMeier } from "#kit/stats/clustered-survival.ts";
import { lifetime } from "#kit/stats/lifetime.ts";
import { kaplanMeier } from "#kit/stats/survival.ts";
import { dayAt, daysFrom, evidenceOver, listed, random, type Simulated } from "#test/support/synthetic-panel.ts";

const crawls = daysFrom(0, 300, 30);

describe("releases that are crawled every 30 days", () => {
  test.each([30, 42, 75, 120])("a half-life of %d days lies between the two ends of the gap", async (halfLife) => {
    const draw = random(halfLife);
    const models: Simulated[] = Array.from({ length: 90 }, (_, i) => ({
      author: `author-${i % 15}`,
      born: i < 15 ? -50 : 1 + Math.floor(draw() * 150),
      daily: (age) => (i < 15 ? 5 : 1000 * 0.5 ** (age / halfLife)),
    }));
    const rows = await evidenceOver(releaseSpells, listed(models, crawls, "osir-lmts"));
    const own = releasesOf(rows);
    const [early, late] = [medianOf(afterRelease(own, "early")), medianOf(afterRelease(own, "late"))];
    expect(own.reduce((sum, row) => sum + row.models, 0)).toBe(75);
    expect(early.value).toBeLessThanOrEqual(halfLife);
    expect(late.value).toBeGreaterThanOrEqual(halfLife);
    expect((late.value ?? 0) - (early.value ?? 0)).toBeLessThanOrEqual(30);
  });
});

describe("discussions", () => {
  /** Rows of models that are released evenly in the gaps between crawls, with discussions at ages of known mean. */
  function rows(seed: number, mean: number, models = 400): DiscussionRow[] {
    const draw = random(seed);
    return Array.from({ length: models }, (_, i) => i).flatMap((i) => {
      const [gap, born] = [1 + (i % 8), 30 * (i % 8) + draw() * 30];
      const opened = Array.from({ length: 12 }, () => born - mean * Math.log(1 - draw()));
      return crawls.slice(gap).map((day, step) => {
        const since = step === 0 ? Number.NEGATIVE_INFINITY : day - 30;
        return {
          ...{ observed_on: dayAt(day), author: `author-${i % 25}`, released_after: dayAt(30 * (gap - 1)) },
          ...{ released_by: dayAt(30 * gap), opened_after: step === 0 ? null : dayAt(day - 30), watched_long: true },
          ...{ used: true, models: 1, opened: opened.filter((at) => at > since && at <= day).length, withdrawn: 0 },
        };
      });
    });
  }

  /** Mean of an exponential age that is cut at an age. */
  const cut = (mean: number, at: number): number => mean - at / Math.expm1(at / mean);

  test.each([20, 42, 90])("a mean age of %d days comes back to four days, as far as it was watched", (mean) => {
    const steps = stepsOf(rows(mean, mean));
    for (const last of [3, 6, 9]) expect(Math.abs(meanAge(steps, last) - cut(mean, 15 + 30 * last))).toBeLessThan(4);
  });

  test("whoever watches for less finds a shorter mean, however long attention lasts", () => {
    const steps = stepsOf(rows(1, 120));
    const means = [1, 3, 6, 9].map((last) => meanAge(steps, last));
    expect(means).toEqual([...means].sort((a, b) => a - b));
    expect(means[1]).toBeLessThan(60);
  });

  test("its interval holds the truth of the watched span nearly always, but for the days that an even step puts it late", () => {
    const held = Array.from({ length: 40 }, (_, seed) => {
      const { bounds } = withInterval(stepsOf(rows(100 + seed, 42, 200)), 6, meanAge);
      const truth = cut(42, 195);
      return bounds.lower - 4 <= truth && truth <= bounds.upper;
    });
    expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(35);
  });
});

describe("what the estimator respects", () => {
  /** Lives of known median whose watching begins at a later age for every second one. */
  function late(seed: number) {
    const draw = random(seed);
    return Array.from({ length: 2000 }, (_, i) => {
      const exit = -60 * Math.log2(1 - draw());
      const entry = i % 2 ? draw() * 120 : 0;
      return { entry, exit: Math.min(exit, 200), event: exit <= 200, author: `author-${i % 40}` };
    }).filter(({ entry, exit }) => exit > entry);
  }

  test("late entry: models that were there before the watching began count from then on, and no earlier", () => {
    const spells = late(7);
    const right = lifetime(kaplanMeier(spells)).value ?? 0;
    const naive = lifetime(kaplanMeier(spells.map((spell) => ({ ...spell, entry: 0 })))).value ?? 0;
    expect(Math.abs(right - 60)).toBeLessThan(5);
    expect(naive).toBeGreaterThan(right + 8);
  });

  test("shared shocks: intervals for authors hold the truth far oftener than intervals for models", () => {
    const held = { authors: 0, models: 0 };
    for (let seed = 0; seed < 60; seed += 1) {
      const draw = random(900 + seed);
      const pace = Array.from({ length: 20 }, () => Math.exp(1.2 * (draw() + draw() + draw() - 1.5)));
      const spells = daysFrom(0, 299).map((i) => ({
        ...{ exit: -60 * (pace[i % 20] ?? 1) * Math.log2(1 - draw()), event: true, author: `author-${i % 20}` },
      }));
      const holds = ({ lower, upper }: ReturnType<typeof lifetime>) =>
        lower !== null && upper !== null && lower <= 60 && upper >= 60;
      held.authors += holds(lifetime(clusteredKaplanMeier(spells, ({ author }) => author))) ? 1 : 0;
      held.models += holds(lifetime(kaplanMeier(spells))) ? 1 : 0;
    }
    expect(held.authors).toBeGreaterThanOrEqual(50);
    expect(held.models).toBeLessThan(held.authors - 5);
  });
});

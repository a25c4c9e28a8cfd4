import fc from "fast-check";
import { expect, test } from "vitest";
import { clusteredKaplanMeier } from "#kit/stats/clustered-survival.ts";
import { jackknife } from "#kit/stats/jackknife.ts";
import { lifetime } from "#kit/stats/lifetime.ts";
import { kaplanMeier, survivalAt } from "#kit/stats/survival.ts";
import { seeded } from "#test/support/frequencies.ts";

const spell = fc
  .record({
    entry: fc.nat(5),
    length: fc.integer({ min: 1, max: 9 }),
    event: fc.boolean(),
    n: fc.integer({ min: 1, max: 3 }),
    author: fc.constantFrom("a", "b", "c", "d"),
  })
  .map(({ length, ...rest }) => ({ ...rest, exit: rest.entry + length }));

const authorOf = ({ author }: { author: string }): string => author;

test("the same curve; its variance at every event is that of leaving out each author and counting again", () => {
  fc.assert(
    fc.property(fc.array(spell, { minLength: 2, maxLength: 30 }), (spells) => {
      fc.pre(new Set(spells.map(authorOf)).size > 1);
      const plain = kaplanMeier(spells).steps;
      const { steps } = clusteredKaplanMeier(spells, authorOf);
      let alone = false;
      expect(steps.map(({ time, survival }) => [time, survival])).toEqual(
        plain.map(({ time, survival }) => [time, survival]),
      );
      for (const { time, survival, variance } of steps.filter((step) => step.survival > 0)) {
        const there = spells.filter(({ entry, exit }) => entry < time && exit >= time);
        alone ||= new Set(there.map(authorOf)).size < 2;
        if (alone) expect(variance).toBeNaN();
        if (alone) continue;
        const again = jackknife(spells, authorOf, (some) => survivalAt(kaplanMeier(some), time));
        expect(variance).toBeCloseTo(again.standardError ** 2, 12);
        expect(again.value).toBe(survival);
      }
    }),
    seeded,
  );
});

test("authors whose models all go together: as few observations as authors, and a wider median", () => {
  const spells = Array.from({ length: 12 }, (_, i) => ({ exit: i + 1, event: true, author: `a${i}`, n: 50 }));
  const [plain, clustered] = [kaplanMeier(spells), clusteredKaplanMeier(spells, authorOf)];
  const single = kaplanMeier(spells.map((one) => ({ ...one, n: 1 })));
  expect(clustered.steps[5]?.variance).toBeCloseTo(0.25 / 11, 12);
  expect(single.steps[5]?.variance).toBeCloseTo(0.25 / 12, 12);
  expect(plain.steps[5]?.variance).toBeCloseTo(0.25 / 600, 12);
  expect(lifetime(plain)).toEqual({ value: 6, lower: 6, upper: 7 });
  expect(lifetime(clustered)).toEqual({ value: 6, lower: 2, upper: 10 });
  expect(lifetime(single)).toEqual(lifetime(clustered));
});

test("one author, or none, says nothing of how authors differ", () => {
  expect(() => clusteredKaplanMeier([{ exit: 1, event: true }], () => "a")).toThrow("1 clusters");
  expect(() => clusteredKaplanMeier([], () => "a")).toThrow("0 clusters");
});

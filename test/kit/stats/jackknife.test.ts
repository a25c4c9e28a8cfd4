import { deviation } from "d3";
import { expect, test } from "vitest";
import { jackknife } from "#kit/stats/jackknife.ts";
import type { Spell } from "#kit/stats/spell.ts";
import { kaplanMeier, survivalAt } from "#kit/stats/survival.ts";

interface Row {
  readonly value: number;
  readonly author: string;
}

const mean = (rows: readonly Row[]): number => rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
const values = [3, 1, 4, 1, 5, 9, 2, 6];
const alone = values.map((value, i) => ({ value, author: `a${i}` }));
const authorOf = ({ author }: { author: string }): string => author;

test("closed form: of a mean of rows that are clusters of their own, it is the deviation over the root of n", () => {
  const found = jackknife(alone, authorOf, mean);
  expect(found).toMatchObject({ value: 31 / 8, clusters: 8 });
  expect(found.standardError).toBeCloseTo((deviation(values) ?? 0) / Math.sqrt(8), 12);
  expect(found.without.get("a5")).toBeCloseTo(22 / 7, 12);
});

test("copies of rows within a cluster add nothing to what is known; taken as independent they would", () => {
  const copied = alone.flatMap((row) => [row, row, row, row]);
  const single = jackknife(alone, authorOf, mean).standardError;
  expect(jackknife(copied, authorOf, mean).standardError).toBeCloseTo(single, 12);
  const taken = copied.map(({ value }, i) => ({ value, author: `a${i}` }));
  expect(jackknife(taken, authorOf, mean).standardError).toBeCloseTo((single * Math.sqrt(7)) / Math.sqrt(31), 12);
});

test("closed form: a survival of n uncensored spells, p of which last, has variance p (1 - p) / (n - 1)", () => {
  const spells = values.map((exit, i) => ({ exit, event: true, author: `a${i}` }));
  const still = (some: readonly Spell[]): number => survivalAt(kaplanMeier(some), 3);
  expect(jackknife(spells, authorOf, still).standardError).toBeCloseTo(Math.sqrt(0.25 / 7), 12);
  expect(kaplanMeier(spells).steps.find(({ time }) => time === 3)?.variance).toBeCloseTo(0.25 / 8, 12);
});

test("one cluster, or a statistic that one cluster carries, is an error", () => {
  expect(() => jackknife([], authorOf, mean)).toThrow("0 clusters");
  expect(() => jackknife(alone.slice(0, 1), authorOf, mean)).toThrow("1 clusters: leaving one out needs at least two");
  const ofFirst = (rows: readonly Row[]): number => mean(rows.filter(({ author }) => author === "a0"));
  expect(() => jackknife(alone, authorOf, ofFirst)).toThrow("without cluster a0 the statistic is NaN");
});

import type { Basis } from "#kit/coverage.ts";
import type { Evidence } from "#kit/define.ts";
import { count, type Fact, share, sum } from "#kit/facts.ts";
import { weightedQuantile } from "#kit/stats/quantile.ts";
import type { Row } from "#loaders/schema/table.ts";
import {
  afterRelease,
  beyond,
  boundsOf,
  level,
  medianOf,
  medianVariant,
  type ReleaseRow,
  sixWeeks,
  sizeOf,
} from "../spells.ts";
import { followedFrom } from "../tables/standings.ts";
import type { releaseMonths, releaseSpells } from "../tables.ts";

type Facts = Readonly<Record<string, Fact>>;
export type MonthRow = Row<typeof releaseMonths>;

/** Rows of one way to look at releases. */
export function releasesOf(rows: readonly ReleaseRow[], base = "first", threshold = "half"): ReleaseRow[] {
  return rows.filter((row) => row.base === base && row.threshold === threshold);
}

/** How long released models keep half of their first full month's downloads. */
export function releaseFacts({ rows, basis }: Evidence<typeof releaseSpells>): Facts {
  const main = releasesOf(rows);
  const spells = afterRelease(main);
  const { models, fell, authors } = sizeOf(spells);
  if (authors < 2) return {};
  return {
    ...halfFact(rows, basis),
    ...beyondFacts(rows, basis),
    "release-models": count({
      ...{ value: models, unit: "models", basis },
      definition: `Models released between two crawls of their namespace, with ${followedFrom} downloads or more in their first full month, that a later crawl lists.`,
    }),
    "release-fell": count({
      ...{ value: fell, unit: "models", n: models, basis },
      definition: "Of these, those that a crawl finds at half of their first full month's downloads or below.",
    }),
    "release-authors": count({
      ...{ value: authors, unit: "namespaces", basis },
      definition: "Namespaces of the releases that are followed.",
    }),
    "followed-from": sum({
      ...{ value: followedFrom, unit: "downloads", n: models, basis },
      definition: "Downloads in the first full month from which a release is followed.",
    }),
  };
}

function halfFact(rows: readonly ReleaseRow[], basis: Basis): Facts {
  const main = releasesOf(rows);
  const found = medianOf(afterRelease(main));
  if (found.value === null) return {};
  const over = (least: number) => main.filter(({ reach }) => reach >= least);
  const definition = `Median number of days from a release's first full month to the crawl that finds its 30-day downloads at half of that month's or below, by Kaplan and Meier; the interval, of ${level}, is for namespaces as clusters.`;
  return {
    "release-half": {
      ...sum({ value: found.value, unit: "days", n: sizeOf(afterRelease(main)).models, definition, basis }),
      bounds: boundsOf(found),
      variants: [
        ...medianVariant("the fall at the start of the gap between crawls", afterRelease(main, "early")),
        ...medianVariant("half of the highest count so far", afterRelease(releasesOf(rows, "highest"))),
        ...medianVariant("1,000 downloads or more in the first full month", afterRelease(over(1000))),
        ...medianVariant("10,000 or more", afterRelease(over(10_000))),
        ...medianVariant(
          "namespaces that two crawls or more list before the model",
          afterRelease(main.filter((row) => row.watched_long)),
        ),
      ],
    },
  };
}

/** Shares that are still above a threshold some time after the first full month. */
function beyondFacts(rows: readonly ReleaseRow[], basis: Basis): Facts {
  const of = (threshold: string, days: number, words: string): Facts => {
    const spells = afterRelease(releasesOf(rows, "first", threshold));
    const [part, n] = [beyond(spells, days), sizeOf(spells).models];
    if (!Number.isFinite(part)) return {};
    return {
      [`release-${threshold}-beyond-${days}`]: share({
        ...{ part: part * n, whole: n, unknown: 0, n, basis },
        definition: `Share of followed releases that no crawl up to ${days} days after the first full month finds at ${words} of its downloads or below, by Kaplan and Meier.`,
      }),
    };
  };
  return { ...of("half", sixWeeks, "half"), ...of("tenth", sixWeeks, "a tenth"), ...of("tenth", 180, "a tenth") };
}

/** From as many times the first month on, releases count as that. */
const most = 4;

/** Months after the first full one that are told. */
export const toldMonths = [1, 3, 6] as const;

/** What the median release keeps, month after month. */
export function monthFacts({ rows, basis }: Evidence<typeof releaseMonths>): Facts {
  const made = toldMonths.flatMap((months) => {
    const own = rows.filter((row) => row.months === months);
    const n = own.reduce((sum, { models }) => sum + models, 0);
    if (n === 0) return [];
    const at = (some: readonly MonthRow[], p: number): number => keptAt(some, p);
    const over = (least: number) => own.filter(({ reach }) => reach >= least);
    const fact = (p: number, which: string): Fact => ({
      ...sum({
        ...{ value: at(own, p), unit: p > 0.5 ? "times" : "share", n, basis },
        definition: `${which} of released models by their 30-day downloads ${months} months after the first full month, as a part of that month's; those of ${most} times it and more count as that.`,
      }),
      variants: [1000, 10_000].flatMap((least) =>
        over(least).length > 0
          ? [{ label: `${least.toLocaleString("en-GB")} downloads or more`, value: at(over(least), p) }]
          : [],
      ),
    });
    return [
      [`kept-${months}`, fact(0.5, "The median")],
      [`kept-${months}-lower`, fact(0.25, "The lower quartile")],
      [`kept-${months}-upper`, fact(0.75, "The upper quartile")],
    ] as [string, Fact][];
  });
  return Object.fromEntries(made);
}

/** Quantile of what models keep, as a fraction. */
export function keptAt(rows: readonly MonthRow[], p: number): number {
  const [values, weights] = [rows.map(({ kept }) => kept / 100), rows.map(({ models }) => models)];
  return weightedQuantile(values, weights, p);
}

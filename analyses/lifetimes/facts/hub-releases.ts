import type { Evidence } from "#kit/define.ts";
import { count, type Fact, share, sum } from "#kit/facts.ts";
import { afterRelease, beyond, boundsOf, level, medianOf, medianVariant, sixWeeks, sizeOf } from "../spells.ts";
import { groups } from "../tables/hub-followed.ts";
import { followedFrom } from "../tables/standings.ts";
import type { hubReleaseMonths, hubReleaseSpells } from "../tables.ts";
import { keptAt, releasesOf, toldMonths } from "./releases.ts";

type Facts = Readonly<Record<string, Fact>>;

/** How long models that were created between snapshots keep half of their first full month; nothing without a series. */
export function hubReleaseFacts(evidence: Evidence<typeof hubReleaseSpells> | null): Facts {
  if (evidence === null) return {};
  const { rows, basis } = evidence;
  const main = releasesOf(rows);
  const spells = afterRelease(main);
  const { models, fell, authors } = sizeOf(spells);
  if (authors < 2) return {};
  const found = medianOf(spells);
  const over = (least: number) => afterRelease(main.filter(({ reach }) => reach >= least));
  const still = beyond(spells, sixWeeks);
  return {
    "hub-release-models": count({
      ...{ value: models, unit: "models", basis },
      definition: `Models created between snapshots, with ${followedFrom} downloads or more in their first full month, that a later snapshot lists.`,
    }),
    "hub-release-fell": count({
      ...{ value: fell, unit: "models", n: models, basis },
      definition: "Of these, those that a snapshot finds at half of their first full month's downloads or below.",
    }),
    ...(Number.isFinite(still)
      ? {
          "hub-release-half-beyond-42": share({
            ...{ part: still * models, whole: models, unknown: 0, n: models, basis },
            definition: `Share of these models that no snapshot up to ${sixWeeks} days after the first full month finds at half of its downloads or below, by Kaplan and Meier.`,
          }),
        }
      : {}),
    ...(found.value === null
      ? {}
      : {
          "hub-release-half": {
            ...sum({
              ...{ value: found.value, unit: "days", n: models, basis },
              definition: `Median number of days from the first full month of a model of the Hub to the snapshot that finds its 30-day downloads at half of that month's or below, by Kaplan and Meier; the interval, of ${level}, is for owners as clusters, those outside the registry in ${groups} groups.`,
            }),
            bounds: boundsOf(found),
            variants: [
              ...medianVariant("the fall at the start of the gap between snapshots", afterRelease(main, "early")),
              ...medianVariant("half of the highest count so far", afterRelease(releasesOf(rows, "highest"))),
              ...medianVariant("1,000 downloads or more in the first full month", over(1000)),
            ],
          },
        }),
  };
}

/** What the median of them keeps, month after month. */
export function hubMonthFacts(evidence: Evidence<typeof hubReleaseMonths> | null): Facts {
  if (evidence === null) return {};
  const { rows, basis } = evidence;
  const made = toldMonths.flatMap((months): [string, Fact][] => {
    const own = rows.filter((row) => row.months === months);
    const n = own.reduce((total, { models }) => total + models, 0);
    const definition = `The median of models created between snapshots by their 30-day downloads ${months} months after the first full month, as a part of that month's.`;
    return n === 0
      ? []
      : [[`hub-kept-${months}`, sum({ value: keptAt(own, 0.5), unit: "share", n, definition, basis })]];
  });
  return Object.fromEntries(made);
}

import type { Basis } from "#kit/coverage.ts";
import { count, type Fact, share } from "#kit/facts.ts";
import { day, prose } from "#kit/format.ts";
import { placeInProse } from "#kit/places.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { releaseEnd, sizeEnds } from "../tables/standings.ts";
import type { largeReleases } from "../tables.ts";

type ReleaseRow = Row<typeof largeReleases>;

const wanted = {
  cn: { place: "CN", licences: ["apache-2.0"], words: "the Apache License" },
  us: { place: "US", licences: ["apache-2.0", "mit"], words: "the Apache or the MIT License" },
} as const;

/** Releases above 20 billion parameters of China and of the United States, January to July 2026, and how many are permissive as published; none where there is no release. */
export function releaseFacts(
  rows: readonly ReleaseRow[],
  { owners }: Reference,
  basis: Basis,
): Readonly<Record<string, Fact>> {
  const places = new Map(owners.map(({ owner, country }) => [owner.toLowerCase(), country]));
  const made = Object.entries(wanted).flatMap(([key, { place, licences, words }]) => {
    const own = rows.filter(({ owner }) => places.get(owner.toLowerCase()) === place);
    const total = (some: readonly ReleaseRow[]): number => some.reduce((sum, { models }) => sum + models, 0);
    const whole = total(own);
    if (whole === 0) return [];
    const part = total(own.filter(({ licence }) => licences.some((one) => one === licence)));
    const what = `models above ${prose(sizeEnds[1], "parameters")} parameters of publishers in ${placeInProse(place)}, created from January 2026 to ${day(releaseEnd(basis.asOf))}`;
    return [
      [`large-releases-${key}`, count({ value: whole, unit: "models", definition: `Known ${what}.`, basis })],
      [
        `large-permissive-${key}`,
        share({
          part,
          whole,
          unknown: 0,
          n: whole,
          definition: `Share of known ${what}, under ${words}; they are ${whole}.`,
          basis,
        }),
      ],
    ] as [string, Fact][];
  });
  return Object.fromEntries(made);
}

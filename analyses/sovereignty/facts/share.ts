import { type Basis, narrow } from "#kit/coverage.ts";
import { type Fact, points, share } from "#kit/facts.ts";
import { placeInProse } from "#kit/places.ts";
import { at, type PlaceShare } from "../shares.ts";
import { type Scenario, shareVariants } from "../variants.ts";
import type { Wording } from "../wording.ts";

/** Share of one place's publishers in a series on a day, with every scenario as a variant. */
export function shareFact(
  series: readonly PlaceShare[],
  scenarios: readonly Scenario[],
  day: string,
  place: string,
  what: string,
  basis: Basis,
): Fact {
  const { downloads, whole, unknown, models } = at(series, day, place);
  return share({
    part: downloads,
    whole,
    unknown,
    n: models,
    variants: shareVariants(scenarios, day, place),
    definition: `Share of ${what} in the window that ends on ${day} that go to models whose publisher has its main base in ${placeInProse(place)}.`,
    basis: narrow(basis, { asOf: day }),
  });
}

/** One share less another of the same day, in points. */
export function leadOf(ahead: Fact, behind: Fact, { crawl }: Wording, basis: Basis): Fact {
  const day = ahead.basis.asOf;
  const definition = `Share of downloads of one country less the other's on the ${crawl} of ${day}: ${ahead.definition} ${behind.definition}`;
  return points({ from: behind, to: ahead, definition, basis: narrow(basis, { asOf: day }) });
}

import type { Basis } from "#kit/coverage.ts";
import { numeric } from "#kit/facts.ts";
import type { Told } from "#kit/tell.ts";
import { units } from "#kit/units.ts";
import type { Computed } from "./compute.ts";
import { shortTitle, sourcesAt } from "./place.ts";
import { evidenceTo, grouped, populationOf, unbroken } from "./words.ts";

/** Sources, population, n and date of a figure, in one line. */
export function sourceLine(of: Pick<Computed, "sources">, told: Told): string {
  const { basis, unit } = told.n;
  const n = `n\u00a0=\u00a0${grouped(numeric(told.n))} ${units[unit]}`;
  return `Source: ${sourceTitles(of, basis)}. Population: ${populationOf(basis)}; ${unbroken(n)}. ${evidenceTo(basis)}.`;
}

/** Short titles of the sources of a basis; what others published alone has none. */
function sourceTitles(of: Pick<Computed, "sources">, { sources }: Basis): string {
  return sources.length === 0 ? "published figures" : sourcesAt(of, sources).map(shortTitle).join(", ");
}

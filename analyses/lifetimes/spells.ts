import type { Bounds, Variant } from "#kit/facts.ts";
import { label } from "#kit/format.ts";
import { clusteredKaplanMeier } from "#kit/stats/clustered-survival.ts";
import { type Lifetime, lifetime } from "#kit/stats/lifetime.ts";
import type { Spell } from "#kit/stats/spell.ts";
import { type SurvivalCurve, survivalAt } from "#kit/stats/survival.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { peakSpells, releaseSpells } from "./tables.ts";

export type PeakRow = Row<typeof peakSpells>;
export type ReleaseRow = Row<typeof releaseSpells>;

/** How long models of one author were watched; ages are days. */
export interface Watched extends Spell {
  readonly author: string;
  readonly n: number;
}

/** Days of the six weeks that the chapter tests. */
export const sixWeeks = 42;

/** Parts of a peak, or of a first month, that measures wait for. */
export const parts = { half: 0.5, tenth: 0.1 } as const;

const sureness = 0.95;

/** How sure intervals are, in words. */
export const level = label(sureness, "share");

/** Spells of models whose peak was seen and that were listed after it. */
export function afterPeak(rows: readonly PeakRow[], leaving: "censored" | "fallen" = "censored"): Watched[] {
  return rows.flatMap(({ author, days, state, left_early, models }) => {
    const event = state === "fell" || (leaving === "fallen" && state === "held" && left_early);
    return days === null ? [] : [{ author, exit: days, event, n: models }];
  });
}

/**
 * Spells of released models from the first full month on. The fall lies between two crawls: `late` puts it at the crawl
 * that finds it, `early` half a day after the last that does not.
 */
export function afterRelease(rows: readonly ReleaseRow[], fall: "late" | "early" = "late"): Watched[] {
  return rows.map(({ author, days, held_days, fell, models }) => {
    const exit = fell && fall === "early" ? held_days + 0.5 : days;
    return { author, exit, event: fell, n: models };
  });
}

/** The curve of spells, its intervals those of authors rather than of models. */
export function curveOf(spells: readonly Watched[]): SurvivalCurve {
  return clusteredKaplanMeier(spells, ({ author }) => author);
}

/** The median age at the fall with its interval; a null is not reached while anybody watched. */
export function medianOf(spells: readonly Watched[]): Lifetime {
  return lifetime(curveOf(spells));
}

/** Share of spells that lasts beyond an age. */
export function beyond(spells: readonly Watched[], days: number): number {
  return survivalAt(curveOf(spells), days);
}

/** Models of spells, and the number of their authors. */
export function sizeOf(spells: readonly Watched[]): { models: number; fell: number; authors: number } {
  const models = spells.reduce((sum, { n }) => sum + n, 0);
  const fell = spells.reduce((sum, { n, event }) => sum + (event ? n : 0), 0);
  return { models, fell, authors: new Set(spells.map(({ author }) => author)).size };
}

/** Another way to count a median; nothing where it is not reached, or fewer than two authors are left. */
export function medianVariant(label: string, spells: readonly Watched[]): Variant[] {
  if (sizeOf(spells).authors < 2) return [];
  const { value, lower, upper } = medianOf(spells);
  if (value === null) return [];
  return [{ label, value, ...(lower === null || upper === null ? {} : { bounds: { lower, upper } }) }];
}

/** The interval of a median; null where one of its ends is not reached. */
export function boundsOf({ lower, upper }: Lifetime): Bounds | null {
  return lower === null || upper === null ? null : { lower, upper };
}

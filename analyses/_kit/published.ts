import type { Reference } from "#loaders/schema/reference.ts";
import { type Fact, numeric } from "./facts.ts";

/** A published figure held against the nearest fact at hand. */
export interface Comparison {
  /** Id in `published-figures.csv`. */
  readonly published: string;
  /** Id of the nearest fact. */
  readonly fact: string;
  /** What the fact counts. */
  readonly noun: string;
  /** Denominator id of the fact's share. */
  readonly denominator: string | null;
  /** Length of the window that the fact counts, in the registry's words. */
  readonly window: string;
  /** What evidence would settle it. */
  readonly needs: string;
}

/** Largest gap for each verdict: percentage points for shares, a fraction of the published number otherwise. */
export const tolerances = {
  share: { reproduced: 0.01, close: 0.05 },
  other: { reproduced: 0.05, close: 0.2 },
  /** Days by which the periods may differ. */
  days: 92,
} as const;

/** What binary fractions add to a gap that is exactly at a threshold. */
const rounding = 1e-9;

export type Verdict = "reproduced" | "close" | "differs" | "not comparable";

type Published = Reference["published"][number];

const dayMs = 86_400_000;
const apart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / dayMs;

/** Rules of comparability that the pair breaks; unknown on the published side breaks a rule too. */
export function obstacles(published: Published, fact: Fact, comparison: Comparison): string[] {
  const ours = fact.basis.complete ? "the complete Hub" : fact.basis.population;
  const rules: [string, boolean][] = [
    ["population", published.population === ours],
    ["what is counted", published.noun === comparison.noun],
    ["denominator", published.denominator === comparison.denominator],
    ["window", published.window === comparison.window],
    ["period", published.window_end !== null && apart(published.window_end, fact.basis.asOf) <= tolerances.days],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

const scales: Readonly<Record<string, number>> = {
  percent: 0.01,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** What a published number is multiplied by to be in the unit of facts: shares are fractions, counts are whole. */
function scaleOf(unit: string): number {
  return scales[unit.split(" ")[0] ?? ""] ?? 1;
}

/** The verdict by rule: comparability first, then the tolerances. */
export function verdict(published: Published, fact: Fact, comparison: Comparison): Verdict {
  if (obstacles(published, fact, comparison).length > 0) return "not comparable";
  const shares = fact.unit === "share";
  const theirs = published.value * scaleOf(published.unit);
  const difference = Math.abs(numeric(fact) - theirs);
  const gap = shares || difference === 0 ? difference : difference / Math.abs(theirs);
  const allowed = tolerances[shares ? "share" : "other"];
  if (gap <= allowed.reproduced + rounding) return "reproduced";
  return gap <= allowed.close + rounding ? "close" : "differs";
}

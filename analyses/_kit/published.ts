import type { Reference } from "#loaders/schema/reference.ts";
import { type Fact, numeric, type Variant } from "./facts.ts";
import { dayOf, measureOf, measures } from "./measure.ts";

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

/** What a published figure and a fact come to. */
export const verdicts = ["reproduced", "close", "differs", "not comparable"] as const;

export type Verdict = (typeof verdicts)[number];

/** A row of `published-figures.csv`. */
export type Published = Reference["published"][number];

/** A published figure and a fact, what they come to and why. */
export interface Held {
  readonly published: Published;
  readonly comparison: Comparison;
  readonly fact: Fact;
  readonly verdict: Verdict;
  /** Rules of comparability that the pair breaks. */
  readonly broken: readonly string[];
  /** The other way to count whose value comes nearer than the fact's own; null where none does. */
  readonly nearer: Variant | null;
}

const dayMs = 86_400_000;
const apart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / dayMs;

/** What a fact was counted over, in the registry's words. */
export function populationIn({ complete, population }: Fact["basis"]): string {
  return complete ? "the complete Hub" : population;
}

/** Rules of comparability that the pair breaks; unknown on the published side breaks a rule too. */
export function obstacles(published: Published, fact: Fact, comparison: Comparison): string[] {
  const rules: [string, boolean][] = [
    ["population", published.population === populationIn(fact.basis)],
    ["what is counted", published.noun === comparison.noun],
    ["denominator", published.denominator === comparison.denominator],
    ["window", published.window === comparison.window],
    ["period", apartFrom({ published, fact }) <= tolerances.days],
    ["unit", measures(measureOf(published.unit), fact)],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

/** Days between the end of the published period and that of the fact; larger than any other where the first is unknown. */
export function apartFrom({ published, fact }: Pick<Held, "published" | "fact">): number {
  return published.window_end === null ? Number.MAX_VALUE : apart(published.window_end, fact.basis.asOf);
}

/** The published number in the unit of facts: shares are fractions, counts are whole. */
export function scaled({ value, unit }: Published): number {
  return value * measureOf(unit).scale;
}

/** The verdict by rule: comparability first, then the tolerances; days agree or differ. */
export function verdict(published: Published, fact: Fact, comparison: Comparison): Verdict {
  if (obstacles(published, fact, comparison).length > 0) return "not comparable";
  if (typeof fact.value === "string") return fact.value.startsWith(dayOf(published.value)) ? "reproduced" : "differs";
  const allowed = tolerances[fact.unit === "share" ? "share" : "other"];
  const gap = gapOf(published, fact);
  if (gap <= allowed.reproduced + rounding) return "reproduced";
  return gap <= allowed.close + rounding ? "close" : "differs";
}

/** How far apart they are: in points of a share, else as a fraction of the published number. */
function gapOf(published: Published, fact: Fact): number {
  const difference = Math.abs(numeric(fact) - scaled(published));
  return fact.unit === "share" || difference === 0 ? difference : difference / Math.abs(scaled(published));
}

/** Holds a published figure against a fact. */
export function hold(published: Published, fact: Fact, comparison: Comparison): Held {
  const broken = obstacles(published, fact, comparison);
  const nearer = broken.includes("unit") ? null : nearestVariant(published, fact);
  return { published, comparison, fact, verdict: verdict(published, fact, comparison), broken, nearer };
}

/** The variant that lies nearest to the published number, if it lies nearer than the fact itself. */
function nearestVariant(published: Published, { value, variants }: Fact): Variant | null {
  if (typeof value === "string") return null;
  const off = (other: number): number => Math.abs(other - scaled(published));
  const nearer = variants.filter((variant) => off(variant.value) < off(value) - rounding);
  return nearer.reduce<Variant | null>((a, b) => (a === null || off(b.value) < off(a.value) ? b : a), null);
}

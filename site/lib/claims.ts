import { type Candidate, type Settlement, settlements } from "#kit/ledger.ts";
import { type Published, populationIn } from "#kit/published.ts";
import { type Conflict, conflicts, type Theme, themes } from "#loaders/schema/published.ts";
import type { PrintedEntry } from "./print/types.ts";

/** What each settlement says. */
export const meanings: Readonly<Record<Settlement, string>> = {
  reproduced: "The same population, thing counted, denominator, window and period, and the numbers agree.",
  close: "Comparable, and the numbers lie near each other.",
  differs: "Comparable, and the numbers do not agree.",
  "not comparable":
    "A number of this edition is near but counts something else; it stands beside, and confirms nothing.",
  "not computable": "No number of this edition is near. What evidence would be needed is said.",
};

/** Entries of one theme, in the order of the registry. */
export interface Themed {
  readonly theme: Theme;
  readonly title: string;
  readonly entries: readonly PrintedEntry[];
}

/** Entries by theme; themes without any are left out. */
export function byTheme(entries: readonly PrintedEntry[]): Themed[] {
  return Object.entries(themes)
    .map(([theme, title]) => ({
      ...{ theme: theme as Theme, title },
      entries: entries.filter(({ published }) => published.theme === theme),
    }))
    .filter(({ entries: own }) => own.length > 0);
}

/** How many entries there are of every settlement, in its order. */
export function tally(entries: readonly PrintedEntry[]): number[] {
  return settlements.map((verdict) => entries.filter((entry) => entry.verdict === verdict).length);
}

/** One term of comparability on both sides; null where a publication does not say, or nothing is to be said. */
export interface Term {
  readonly rule: string;
  readonly theirs: string | null;
  readonly ours: string | null;
  /** Whether the two sides break the rule. */
  readonly broken: boolean;
}

/** What a published figure says of itself, and what the fact beside it does. */
export function termsOf(published: Published, held: Candidate | null): Term[] {
  const of = held?.comparison;
  const term = (rule: string, theirs: string | null, ours: string | null): Term => ({
    ...{ rule, theirs, ours },
    broken: held?.broken.includes(rule) ?? false,
  });
  return [
    term("population", published.population, held === null ? null : populationIn(held.fact.basis)),
    term("what is counted", published.noun, of?.noun ?? null),
    term("denominator", published.denominator, of?.denominator ?? null),
    term("window", published.window, of?.window ?? null),
    term("period", published.window_end, held?.fact.basis.asOf ?? null),
  ];
}

/** Conflicts that a published figure stands in, with their titles. */
export function conflictsOf({ conflict }: Published): { id: string; title: string }[] {
  return (conflict?.split(" ") ?? []).map((id) => ({ id, title: conflicts[id as Conflict] }));
}

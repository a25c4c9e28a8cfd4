import type { Figures, Findings } from "./define.ts";
import type { Fact } from "./facts.ts";
import { apartFrom, type Held, hold, type Published, type Verdict, verdicts } from "./published.ts";

/** What the ledger says of a published figure: `not computable` where no chapter has a fact near it. */
export const settlements = [...verdicts, "not computable"] as const;

export type Settlement = Verdict | "not computable";

/** A fact of a chapter that a published figure was held against. */
export interface Candidate extends Held {
  /** Id of the chapter. */
  readonly analysis: string;
}

/** One published figure in the ledger. */
export interface Entry {
  readonly published: Published;
  readonly verdict: Settlement;
  /** The fact that it is most comparable with; null where no fact is near. */
  readonly held: Candidate | null;
  /** Facts of this or other chapters that it was held against too. */
  readonly others: readonly Candidate[];
  /** The evidence that would settle it, in one clause. */
  readonly needs: string;
}

/** What the ledger reads of a chapter. */
export interface Comparing {
  readonly analysis: { readonly id: string };
  readonly facts: ReadonlyMap<string, Fact>;
  readonly findings: Pick<Findings<Figures>, "comparisons">;
}

/**
 * Every published figure, in the order of the registry, with the fact that it is most comparable with.
 *
 * How near a fact lies plays no part in the choice: of several the one that breaks fewest rules stands, then one of the
 * complete Hub, then the one of the nearest period, then the first in the order of the chapters.
 */
export function ledgerOf(published: readonly Published[], chapters: readonly Comparing[]): Entry[] {
  const all = chapters.flatMap(candidatesOf(published));
  return published.map((row) => {
    const [held = null, ...others] = all.filter((one) => one.published.id === row.id).sort(byComparability);
    const needs = held?.comparison.needs ?? row.needs;
    return { published: row, verdict: held?.verdict ?? "not computable", held, others, needs };
  });
}

function candidatesOf(published: readonly Published[]): (chapter: Comparing) => Candidate[] {
  return ({ analysis, facts, findings }) =>
    findings.comparisons.flatMap((comparison) => {
      const row = published.find(({ id }) => id === comparison.published);
      const fact = facts.get(comparison.fact);
      return row === undefined || fact === undefined ? [] : [{ analysis: analysis.id, ...hold(row, fact, comparison) }];
    });
}

function byComparability(a: Candidate, b: Candidate): number {
  const complete = Number(b.fact.basis.complete) - Number(a.fact.basis.complete);
  return a.broken.length - b.broken.length || complete || apartFrom(a) - apartFrom(b) || 0;
}

/** Entries by what they come to, every settlement in its place. */
export function bySettlement(entries: readonly Entry[]): [Settlement, Entry[]][] {
  return settlements.map((verdict) => [verdict, entries.filter((entry) => entry.verdict === verdict)]);
}

import type { Examined } from "#loaders/gates/gates.ts";
import { nameOf, type Result, type Verdict } from "#loaders/gates/rule.ts";
import { raise } from "#loaders/schema/errors.ts";
import type { Waiver } from "#loaders/schema/snapshot.ts";
import { choose } from "../cli.ts";

/** Rules that a person lets a snapshot break, by name (models/not-empty, or not-empty for each table that breaks it). */
export interface Accepted {
  readonly rules: readonly string[];
  readonly because: string;
  /** Day of the waiver. */
  readonly on: string;
}

/** What becomes of a snapshot by its gates. */
export interface Decision {
  /** Rules that do not hold and were not waived. */
  readonly refused: readonly Result[];
  readonly waivers: readonly Waiver[];
}

/** Names of rules with a verdict. */
export function namesOf(tables: readonly Examined[], verdict: Verdict): string[] {
  return resultsOf(tables, verdict).map(nameOf);
}

/**
 * Takes waivers off the rules that failed.
 *
 * Throws a `UsageError` for a name that no rule has, and a `DataError` for one whose rule held or cannot be waived.
 */
export function decide(tables: readonly Examined[], accepted: Accepted): Decision {
  const failed = resultsOf(tables, "failed");
  const all = tables.flatMap(({ results }) => results);
  if (accepted.rules.length > 0)
    choose(
      accepted.rules,
      all.flatMap((one) => [nameOf(one), one.rule.id]),
      "rule",
    );
  const named = (result: Result) => accepted.rules.some((name) => means(name, result));
  raise("--accept", [
    ...accepted.rules
      .filter((name) => !failed.some((one) => means(name, one)))
      .map((name) => `${name}: did not fail; take it off`),
    ...failed
      .filter((one) => named(one) && !one.rule.waivable)
      .map((one) => `${nameOf(one)}: can never be waived; ${one.found}`),
  ]);
  return {
    refused: failed.filter((one) => !named(one)),
    waivers: failed
      .filter(named)
      .map((one) => ({ rule: nameOf(one), found: one.found, because: accepted.because, on: accepted.on })),
  };
}

function means(name: string, result: Result): boolean {
  return name === nameOf(result) || name === result.rule.id;
}

function resultsOf(tables: readonly Examined[], verdict: Verdict): Result[] {
  return tables.flatMap(({ results }) => results.filter((one) => one.verdict === verdict));
}

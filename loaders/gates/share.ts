import { keyOf } from "./column.ts";
import type { Measured, Plan, Rule, Tested } from "./rule.ts";

/** Values of which only so many may break a rule. */
export interface Case {
  readonly name: string;
  /** SQL that is true for a value that breaks the rule. */
  readonly broken: string;
  /** Aggregate that counts the values that the rule is about. */
  readonly of: string;
  /** SQL for what to show of a row. */
  readonly value: string;
}

/** Plans a rule that a share of the values may break at most: 0 for none; with no case it cannot be applied. */
export function atMost(rule: Rule, it: Tested, cases: readonly Case[], share = rule.exceptions ?? 0): Plan | string {
  if (cases.length === 0) return `the file has no ${rule.subject.replaceAll("+", " or ")} to measure`;
  return {
    aggregates: Object.fromEntries(cases.flatMap((one) => aggregates(rule, one))),
    judge: (measured) => judge(rule, cases, share, measured),
    rows: offenders(it, cases),
  };
}

function aggregates({ id }: Rule, { name, broken, of }: Case): [string, string][] {
  return [
    [`${id} ${name} broken`, `count(*) FILTER (WHERE ${broken})`],
    [`${id} ${name} of`, of],
  ];
}

function judge({ id }: Rule, cases: readonly Case[], share: number, measured: Measured) {
  const counts = cases.map(({ name }) => {
    const broken = measured(`${id} ${name} broken`) ?? 0;
    const of = measured(`${id} ${name} of`) ?? 0;
    return { name, broken, of, held: broken <= share * of };
  });
  const told = counts.some(({ held }) => !held) ? counts.filter(({ held }) => !held) : counts;
  return {
    held: counts.every(({ held }) => held),
    found: told.map(({ name, broken, of }) => `${name}: ${broken} of ${of}`).join("; "),
  };
}

function offenders(it: Tested, cases: readonly Case[]): string {
  const key = keyOf(it) ?? "NULL";
  const parts = cases.map(
    ({ broken, value }) => `(SELECT ${key} AS k, CAST(${value} AS VARCHAR) AS v FROM ${it.rows} WHERE ${broken})`,
  );
  return `SELECT k, v FROM (${parts.join(" UNION ALL ")}) ORDER BY k, v LIMIT 5`;
}

/** SQL that is true for a known value outside the limits of a rule. */
export function outside({ least, most }: Pick<Rule, "least" | "most">, sql: string): string {
  const ends = [...(least === null ? [] : [`${sql} < ${least}`]), ...(most === null ? [] : [`${sql} > ${most}`])];
  return `(${ends.join(" OR ") || "false"})`;
}

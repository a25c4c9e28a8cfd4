import { limitsOf, nameOf, type Result } from "#loaders/gates/rule.ts";
import { good } from "../cli.ts";
import type { Outcome } from "./admit.ts";

/** What became of a snapshot, for machines. */
export function reportOf({ folder, verdict, predecessor, tables, decision }: Outcome) {
  return {
    ...{ source: folder.origin.source, label: folder.origin.label, observed_on: folder.origin.observed_on },
    ...{ generated: folder.origin.generated, verdict, predecessor },
    files: folder.files.map(({ table, bytes, sha256 }) => ({ table, bytes, sha256 })),
    refused: decision.refused.map((one) => ({ ...resultOf(one), remedy: remedyOf(one, folder.dir) })),
    waivers: decision.waivers,
    notes: tables.flatMap(({ notes }) => notes),
    rules: tables.flatMap(({ results }) =>
      results.map((one) => ({ rule: nameOf(one), verdict: one.verdict, found: one.found })),
    ),
  };
}

function resultOf(result: Result) {
  const { rule, found, rows } = result;
  const { statement, least, most, exceptions, waivable, reason, source } = rule;
  return {
    rule: nameOf(result),
    statement,
    found,
    limits: { least, most, exceptions },
    waivable,
    reason,
    source,
    rows,
  };
}

/** What became of a snapshot, for people. */
export function linesOf({ folder, verdict, predecessor, tables, decision }: Outcome): string {
  const { source, label, generated } = folder.origin;
  const against = predecessor === null ? "the first of its series" : `held against ${predecessor}`;
  const lines = [
    `${verdict === "refused" ? verdict : good(verdict)}  ${source} ${label}, ${against}${generated ? ", made up" : ""}`,
    ...tables.map(({ table, results, measures }) => `  ${table}: ${measures.rows ?? 0} rows, ${counted(results)}`),
    ...decision.waivers.map(({ rule, found, because }) => `  waived ${rule}: ${found}; because ${because}`),
    ...tables.flatMap(({ notes }) => notes.map((note) => `  note: ${note}`)),
  ];
  return `${lines.join("\n")}\n`;
}

function counted(results: readonly Result[]): string {
  const verdicts = ["passed", "failed", "not-applicable"] as const;
  return verdicts.map((verdict) => `${results.filter((one) => one.verdict === verdict).length} ${verdict}`).join(", ");
}

/** Every rule that refused a snapshot: what was found, its limits, its reason, rows, and what can be done. */
export function refusalOf({ folder, decision: { refused } }: Outcome): string[] {
  return refused.map((one) => {
    const { rule, found, rows } = one;
    return [
      `${nameOf(one)}: ${found}`,
      `  rule    ${rule.statement}${limitsOf(rule) === "" ? "" : ` (${limitsOf(rule)})`}`,
      `  reason  ${rule.reason} [${rule.source}]`,
      ...rows.map((row) => `  row     ${row}`),
      `  remedy  ${remedyOf(one, folder.dir)}`,
    ].join("\n");
  });
}

/** Kinds that measure values of single repositories, which a correction can replace. */
const correctable = new Set(["range", "order", "dates"]);

function remedyOf(result: Result, dir: string): string {
  const { rule, table } = result;
  const corrected = correctable.has(rule.kind) && table !== "daily_papers";
  const ways = [
    "have it mended upstream and fetch it again",
    ...(corrected ? ["add the rows to data/reference/corrections.csv"] : []),
    rule.waivable
      ? `npm run snapshot -- admit ${dir} --accept ${nameOf(result)} --because "..."`
      : "this rule can never be waived",
  ];
  return ways.join("; or ").replace("; or this", "; this");
}

import { sizeText } from "../hub/meter.ts";
import type { Outcome } from "./admit.ts";
import type { FoundTable } from "./found.ts";
import { linesOf, reportOf } from "./report.ts";

/** What was pulled and what became of it, for machines. */
export function pulledReport(outcome: Outcome, found: readonly FoundTable[]) {
  const { repository, revision, committed_at } = outcome.folder.origin;
  return { ...reportOf(outcome), repository, revision, committed_at, folder: outcome.folder.dir, found };
}

/** What was pulled and what became of it, for people. */
export function pulledLines(outcome: Outcome, found: readonly FoundTable[]): string {
  const { repository, revision, label, committed_at, observed_on } = outcome.folder.origin;
  const lines = [
    `${repository} at ${revision}`,
    `  dates: labelled ${label}, committed ${committed_at ?? "at an unknown time"}, its rows speak of ${observed_on}`,
    ...found.flatMap(tableLines),
  ];
  return `${lines.join("\n")}\n${linesOf(outcome)}`;
}

function tableLines({ table, bytes, rows, columns, missing, unread, added, drift }: FoundTable): string[] {
  return [
    `  ${table}: ${rows.toLocaleString("en-GB")} rows, ${sizeText(bytes)}`,
    ...named("present", columns),
    ...named("missing, so unknown", missing),
    ...named("not read", unread),
    ...named("new", added),
    ...drift.map((one) => `    drift: ${one}`),
  ];
}

function named(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`    ${what}: ${names.join(", ")}`];
}

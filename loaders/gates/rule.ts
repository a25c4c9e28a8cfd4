import type { gates } from "../schema/gates.ts";
import type { Reference } from "../schema/reference.ts";
import type { SnapshotOrigin, SnapshotTable } from "../schema/snapshot.ts";
import type { Row } from "../schema/table.ts";

/** A row of `data/reference/gates.csv`. */
export type Rule = Row<typeof gates>;

/** What a rule came to. One that could not be applied has not been kept. */
export type Verdict = "passed" | "failed" | "not-applicable";

/** What one rule found in one table. */
export interface Result {
  readonly rule: Rule;
  readonly table: SnapshotTable;
  readonly verdict: Verdict;
  /** What was measured, or why it could not be; safe to print. */
  readonly found: string;
  /** Up to five rows that break the rule; safe to print. */
  readonly rows: readonly string[];
}

/** The predecessor's file of the same table. */
export interface Before {
  readonly label: string;
  /** Columns that were read of it. */
  readonly columns: readonly string[];
  readonly unread: readonly string[];
  readonly measures: Readonly<Record<string, number | null>>;
  /** SQL that reads its rows; null where the file is not at hand. */
  readonly rows: string | null;
  /** DuckDB types of its columns; none where the file is not at hand. */
  readonly types: ReadonlyMap<string, string>;
}

/** One Parquet file that rules are held against. */
export interface Tested {
  readonly table: SnapshotTable;
  readonly origin: SnapshotOrigin;
  /** SQL that reads its rows. */
  readonly rows: string;
  /** DuckDB types of its columns. */
  readonly types: ReadonlyMap<string, string>;
  /** What its writer left in the footer. */
  readonly metadata: ReadonlyMap<string, string>;
  /** Corrections of values that are replaced when they are loaded, and so are not held against it. */
  readonly corrections: Reference["corrections"];
  /** Null for the first of its series. */
  readonly before: Before | null;
}

/** Looks up what an aggregate came to; null for none. */
export type Measured = (name: string) => number | null;

/** Whether a rule holds, and what was found. */
export interface Judgement {
  readonly held: boolean;
  readonly found: string;
}

/** How one rule is measured on one table. */
export interface Plan {
  /** Aggregates over the table by name, SQL that gives a number. */
  readonly aggregates: Readonly<Record<string, string>>;
  judge(measured: Measured): Judgement;
  /** Query for rows that break it, columns of text; null where no row is to blame. */
  readonly rows: string | null;
}

/** Plans rules of one kind; a text says why a rule cannot be applied. */
export type Gate = (rule: Rule, it: Tested) => Plan | string;

/** A plan that needs no rows: what it finds is known. */
export function decided(held: boolean, found: string): Plan {
  return { aggregates: {}, judge: () => ({ held, found }), rows: null };
}

/** Name of a rule in one table, as `--accept` takes it: models/not-empty. */
export function nameOf({ rule, table }: Pick<Result, "rule" | "table">): string {
  return `${table}/${rule.id}`;
}

/** Limits of a rule in words; empty for one without. */
export function limitsOf({ least, most, exceptions }: Rule): string {
  const limits = [
    ...(least === null ? [] : [`at least ${least}`]),
    ...(most === null ? [] : [`at most ${most}`]),
    ...(exceptions === null ? [] : [`but for a share of ${exceptions}`]),
  ];
  return limits.join(", ");
}
